import type { Stack } from 'aws-cdk-lib';

/** What a stage may set, in `stacks/stages/STAGE.json`; all of it optional. Secrets never stand here. */
export interface Settings {
  /** Where alarms and the budget's warnings are mailed. */
  alarmEmail?: string;
  /** US dollars a month above which the budget warns. */
  budget?: number;
  /** Who letters come from: an address, or `Name <address>`; its domain must let the mail server send for it. */
  mailFrom?: string;
  /** The product's own host name, with the certificate for it in us-east-1. */
  domain?: { name: string; certificateArn: string };
  /** Another table than the stage's own: after a restore from a point in time. */
  table?: string;
  /** A stage for training: the business day stands still, every page says so, and nothing is sent. */
  training?: { today: string };
  /** The address of the stage for training, to which the help of this one leads. */
  trainingOrigin?: string;
  /** Runs of the relay at a time; not set, the lease in the table alone keeps it to one. */
  relayConcurrency?: number;
  /** Days that logs are kept. */
  logDays?: number;
}

/** The parameter of Systems Manager in which a stage keeps a secret; its value is put there by hand. */
export function parameterOf(stage: string, secret: string): string {
  return `/${stage}-tddh/${secret}`;
}

/** Names given by us, so that the stacks need nothing of each other and stages stay apart. */
export function namesOf(stage: string) {
  const own = `${stage}-tddh`;
  return { data: `${own}-data`, app: `${own}-app`, table: own, bus: own, metrics: own };
}

/** The bucket of files. Names of buckets are one space for everybody: account and region make it ours. */
export function filesBucketOf(stack: Stack, stage: string): string {
  return `${stage}-tddh-files-${stack.account}-${stack.region}`;
}
