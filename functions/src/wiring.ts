/**
 * Names every function, schedule, rule, retry and environment variable once. The stacks build AWS from it and the
 * yard runs from it, so what runs on this machine is what is deployed. It imports nothing, so that both may read it.
 */
export interface FunctionWiring {
  /** The handler's file in functions/src and its bundle's folder in functions/dist. */
  file: string;
  /** Seconds after which AWS ends a run. */
  timeout: number;
  /** Megabytes. */
  memory: number;
  /** What the function may do on the table. */
  table: 'read' | 'readWrite';
  /** Beginnings of the partition keys under which it may delete; nobody may delete history. */
  deletes: readonly string[];
  /** Whether it may put events on the bus. */
  bus: 'none' | 'put';
  /** What it may do with files: `use` sends and reads, `clean` removes what was never attached, `make` writes
   * what the product itself makes; else nothing. */
  files?: 'use' | 'clean' | 'make';
  /** Secrets that it reads by name; where each stands is in the environment variable `NAME_PARAMETER`. */
  secrets?: readonly string[];
  /** Environment variables that it reads. */
  environment: readonly string[];
}

export interface ScheduleWiring {
  /** An expression of EventBridge Scheduler: `cron(minute hour day month weekday year)` or `rate(1 minute)`. */
  at: string;
  zone: string;
  target: FunctionName;
  /** Attempts after the first that failed: at most 2 on Lambda; then the run is a dead letter. */
  retries: number;
}

/** An EventBridge event pattern: for each field the alternatives that match. */
export interface Pattern {
  readonly [field: string]: readonly PatternValue[] | Pattern;
}
export type PatternValue =
  | string
  | number
  | boolean
  | null
  | { readonly prefix: string }
  | { readonly 'anything-but': string | number | readonly (string | number)[] }
  | { readonly exists: boolean };

export interface RuleWiring {
  pattern: Pattern;
  target: FunctionName;
  /** Attempts after the first that failed: at most 2 on Lambda without a queue; then the event is a dead letter. */
  retries: number;
  /**
   * Events of a run at most, from a queue in which they wait for 4 days; of a batch only those come again that the
   * function names as failed. Without it each event is a run of its own. A function is started one way only.
   */
  batch?: number;
}

export type FunctionName =
  | 'api'
  | 'sweep'
  | 'relay'
  | 'notify'
  | 'receive'
  | 'deliver'
  | 'mail'
  | 'digest'
  | 'fileout';

export interface Wiring {
  /** Names used where the environment gives none. */
  table: string;
  bus: string;
  bucket: string;
  /** The `source` of every event of the product. */
  source: string;
  functions: Record<FunctionName, FunctionWiring>;
  schedules: Record<string, ScheduleWiring>;
  rules: Record<string, RuleWiring>;
}

const zone = 'Asia/Ho_Chi_Minh';

/** The event that says only: look into the outbox. */
export const doorbell = 'outbox.rung';
/** The event that says only: look into the queue of letters. */
export const mailbell = 'mail.rung';
/** The event that says only: look into the jobs of long files. */
export const filebell = 'fileout.rung';
/** The event that says only: look into what is to be told to the national side. */
export const lanebell = 'lane.rung';

export const wiring: Wiring = {
  table: 'tddh',
  bus: 'tddh',
  bucket: 'tddh',
  source: 'tddh',
  functions: {
    api: {
      file: 'api',
      timeout: 29,
      memory: 1024,
      table: 'readWrite',
      // Sessions on signing out; the unique row of a document whose number was corrected.
      deletes: ['$tddh#tokenhash_', '$tddh#kind_document#'],
      bus: 'put',
      files: 'use',
      secrets: ['NATIONAL_SECRET', 'NATIONAL_OUTBOUND_SECRET'],
      environment: [
        'TABLE_NAME',
        'BUS_NAME',
        'FILES_BUCKET',
        'PUBLIC_ORIGIN',
        'ORIGIN_KEY',
        'TODAY',
        'SAMPLE',
        'TRAINING',
        'TRAINING_ORIGIN',
        'NATIONAL_SECRET_PARAMETER',
        'NATIONAL_OUTBOUND_SECRET_PARAMETER',
      ],
    },
    sweep: {
      file: 'sweep',
      timeout: 600,
      memory: 512,
      table: 'readWrite',
      // A file that was never attached.
      deletes: ['$tddh#fileid_'],
      bus: 'none',
      files: 'clean',
      environment: ['TABLE_NAME', 'FILES_BUCKET', 'TODAY', 'POWERTOOLS_METRICS_NAMESPACE'],
    },
    relay: {
      file: 'relay',
      timeout: 55,
      memory: 512,
      table: 'readWrite',
      deletes: [],
      bus: 'put',
      environment: ['TABLE_NAME', 'BUS_NAME', 'TODAY', 'POWERTOOLS_METRICS_NAMESPACE'],
    },
    notify: {
      file: 'notify',
      timeout: 30,
      memory: 512,
      table: 'readWrite',
      deletes: [],
      bus: 'put',
      environment: ['TABLE_NAME', 'BUS_NAME', 'TODAY'],
    },
    mail: {
      file: 'mail',
      timeout: 55,
      memory: 512,
      table: 'readWrite',
      deletes: [],
      bus: 'none',
      secrets: ['SMTP_URL'],
      environment: [
        ...['TABLE_NAME', 'PUBLIC_ORIGIN', 'LINK_ORIGIN', 'MAIL_FROM', 'SMTP_URL_PARAMETER', 'TODAY'],
        ...['TRAINING', 'POWERTOOLS_METRICS_NAMESPACE'],
      ],
    },
    digest: {
      file: 'digest',
      timeout: 300,
      memory: 512,
      table: 'readWrite',
      deletes: [],
      bus: 'put',
      environment: ['TABLE_NAME', 'BUS_NAME', 'TODAY'],
    },
    fileout: {
      file: 'fileout',
      timeout: 300,
      memory: 1024,
      table: 'readWrite',
      deletes: [],
      bus: 'none',
      files: 'make',
      environment: ['TABLE_NAME', 'FILES_BUCKET', 'TODAY'],
    },
    receive: {
      file: 'receive',
      timeout: 300,
      memory: 512,
      table: 'readWrite',
      // The unique row of a draft whose number the national side corrected; attachments that wait for a document.
      deletes: ['$tddh#kind_document#', '$tddh#shelf_packages'],
      bus: 'put',
      // A package of the document axis is kept whole, and its attachments each.
      files: 'make',
      secrets: ['NATIONAL_OUTBOUND_SECRET'],
      environment: [
        ...['TABLE_NAME', 'BUS_NAME', 'FILES_BUCKET', 'TODAY', 'TRAINING'],
        'NATIONAL_OUTBOUND_SECRET_PARAMETER',
      ],
    },
    deliver: {
      file: 'deliver',
      timeout: 90,
      memory: 512,
      table: 'readWrite',
      // What was delivered leaves its lane for the log.
      deletes: ['$tddh#lane_'],
      bus: 'none',
      secrets: ['NATIONAL_OUTBOUND_SECRET'],
      environment: [
        'TABLE_NAME',
        'TODAY',
        'TRAINING',
        'NATIONAL_OUTBOUND_SECRET_PARAMETER',
        'POWERTOOLS_METRICS_NAMESPACE',
      ],
    },
  },
  schedules: {
    midnight: { at: 'cron(5 0 * * ? *)', zone, target: 'sweep', retries: 2 },
    minute: { at: 'rate(1 minute)', zone, target: 'relay', retries: 0 },
    post: { at: 'rate(1 minute)', zone, target: 'mail', retries: 0 },
    morning: { at: 'cron(0 7 * * ? *)', zone, target: 'digest', retries: 2 },
    files: { at: 'rate(1 minute)', zone, target: 'fileout', retries: 0 },
    inbound: { at: 'rate(1 minute)', zone, target: 'receive', retries: 0 },
    outbound: { at: 'rate(1 minute)', zone, target: 'deliver', retries: 2 },
  },
  rules: {
    // What the API puts after a commit, so that nobody waits for the minute.
    doorbell: { pattern: { source: ['tddh'], 'detail-type': [doorbell] }, target: 'relay', retries: 0 },
    inbound: { pattern: { source: ['tddh'], 'detail-type': [doorbell] }, target: 'receive', retries: 0 },
    // What people change of a national task may differ from what the nation says.
    compared: {
      pattern: {
        source: ['tddh'],
        'detail-type': [
          'assignment.due-moved',
          'assignment.extension-granted',
          'assignment.resumed',
          'assignment.corrected',
          'assignment.cancelled',
          'assignment.transferred',
          'assignment.recalled',
        ],
        detail: { lane: [{ exists: true }] },
      },
      target: 'receive',
      retries: 0,
    },
    recompared: {
      pattern: { source: ['tddh'], 'detail-type': ['document.changed', 'document.issued'] },
      target: 'receive',
      retries: 0,
    },
    outbound: {
      pattern: { source: ['tddh'], detail: { lane: [{ exists: true }] } },
      target: 'deliver',
      retries: 2,
    },
    lanebell: { pattern: { source: ['tddh'], 'detail-type': [lanebell] }, target: 'deliver', retries: 2 },
    filebell: { pattern: { source: ['tddh'], 'detail-type': [filebell] }, target: 'fileout', retries: 0 },
    mailbell: { pattern: { source: ['tddh'], 'detail-type': [mailbell] }, target: 'mail', retries: 0 },
    notify: {
      pattern: { source: ['tddh'], 'detail-type': [{ prefix: 'assignment.' }, { prefix: 'document.' }] },
      target: 'notify',
      retries: 4,
      batch: 10,
    },
  },
};

/** What a function may do on the table (actions of IAM); deleting is granted apart, under named keys only. */
export const tableActions: Readonly<Record<FunctionWiring['table'], readonly string[]>> = {
  read: ['GetItem', 'BatchGetItem', 'ConditionCheckItem', 'Query'],
  readWrite: ['GetItem', 'BatchGetItem', 'ConditionCheckItem', 'Query', 'PutItem', 'UpdateItem'],
};

/**
 * Beginnings of the partition keys under which history and the audit log stand: nobody may delete a row there, whatever
 * else is granted, nor update one; but for the count of a document's assignments, which is kept beside its history.
 */
export const keptKeys: Readonly<Record<'DeleteItem' | 'UpdateItem', readonly string[]>> = {
  DeleteItem: ['$tddh#assignmentid_', '$tddh#documentid_', '$tddh#auditmonth_'],
  UpdateItem: ['$tddh#assignmentid_', '$tddh#auditmonth_'],
};

/** Where files lie in the bucket. */
export const filePrefix = 'files/';

/** What a function may do with the content of files (actions of IAM). */
export const fileActions: Readonly<Record<NonNullable<FunctionWiring['files']>, readonly string[]>> = {
  use: ['GetObject', 'PutObject'],
  clean: ['DeleteObject'],
  make: ['PutObject'],
};

/** Every action of IAM that the code of a function may use; what Lambda itself does in its name is not among them. */
export function grantsOf(name: FunctionName): string[] {
  const { table, deletes, bus, files, secrets }: FunctionWiring = wiring.functions[name];
  return [
    ...[...tableActions[table], ...(deletes.length > 0 ? ['DeleteItem'] : [])].map(
      (one) => `dynamodb:${one}`,
    ),
    ...(files ? fileActions[files].map((one) => `s3:${one}`) : []),
    // Who may list is told that a file is missing; others, only that they may not read it.
    ...(files === 'use' ? ['s3:ListBucket'] : []),
    ...(bus === 'put' ? ['events:PutEvents'] : []),
    ...(secrets ? ['ssm:GetParameter'] : []),
  ];
}

/**
 * Headers of every page and asset; the yard and the distribution send the same.
 * @param files the origin to which a page sends files, where it is not its own
 */
export const pageHeadersFor = (files = ''): Readonly<Record<string, string>> => ({
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    `connect-src 'self'${files && ` ${files}`}; manifest-src 'self'; base-uri 'none'; form-action 'self'; ` +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
});
