/**
 * List prices of AWS in ap-southeast-1 (Singapore), US dollars, without any free tier but the gateway to CloudFront's:
 * as published when this was written. Look them up again before you rely on them, and mend them here.
 */
export const prices = {
  /** A million read request units, on demand. */
  reads: 0.1425,
  /** A million write request units, on demand. */
  writes: 0.7125,
  /** A GB of table a month, and of its point-in-time recovery. */
  storage: 0.285 + 0.228,
  /** A million requests of the HTTP API. */
  gateway: 1.25,
  /** A million runs of Lambda, and a GB-second on arm64. */
  runs: 0.2,
  gigabyteSeconds: 0.0000133334,
  /** A million events of the bus, and of schedules. */
  events: 1,
  schedules: 1.25,
  /** A million requests to a queue. */
  queue: 0.4,
  /** A GB of files a month, and a thousand that are put or got. */
  files: 0.025,
  filePuts: 0.005,
  fileGets: 0.0004,
  /** A GB of logs taken in. */
  logs: 0.7,
  /** An alarm and a metric of our own, a month. */
  alarm: 0.1,
  metric: 0.3,
  /** The account's own key of DynamoDB: some 30 thousand uses a month, whatever the size. */
  keys: 0.1,
  /** Ten thousand secrets decrypted by the account's own key of Systems Manager. */
  decryptions: 0.03,
  /** A GB to viewers and ten thousand requests by CloudFront. */
  transfer: 0.12,
  edge: 0.012,
} as const;
