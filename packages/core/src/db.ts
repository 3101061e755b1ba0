import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { askRows } from './askrows.ts';
import { auditRows } from './auditrows.ts';
import { campaignRows } from './campaignrows.ts';
import { feedbackRows } from './feedbackrows.ts';
import { fileOutRows } from './fileoutrows.ts';
import { storedFileRows } from './filerows.ts';
import { lessonRows } from './lessonrows.ts';
import { linkRows } from './linkrows.ts';
import { letterRows } from './mailrows.ts';
import {
  deliveredRows,
  deliveryRows,
  inboundRows,
  laneRows,
  meetingRows,
  messageRows,
} from './national/rows.ts';
import { attemptRows, keptRows, noticeRows, personRows, sessionRows } from './peoplerows.ts';
import { lineRows } from './registerrows.ts';
import { assignmentRows, documentRows, fileRows, historyRows, outboxRows, uniqueRows } from './rows.ts';

/** How a write waits before it tries again; given, so that tests need not wait. */
export interface Patience {
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  random: () => number;
}

/**
 * The table, through the DynamoDB wire protocol: on AWS, on the embedded engine or on any service that speaks it
 * (`AWS_ENDPOINT_URL_DYNAMODB`). Entities are built when first used, since each costs start-up time.
 */
export class Db {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly patience: Patience;
  private readonly built = new Map<string, unknown>();

  constructor(client: DynamoDBClient, table: string, patience: Patience = realPatience) {
    this.client = DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true },
    });
    this.table = table;
    this.patience = patience;
  }

  get assignments() {
    return this.once('assignments', assignmentRows);
  }
  get asks() {
    return this.once('asks', askRows);
  }
  get history() {
    return this.once('history', historyRows);
  }
  get documents() {
    return this.once('documents', documentRows);
  }
  get file() {
    return this.once('file', fileRows);
  }
  get files() {
    return this.once('files', storedFileRows);
  }
  get fileOuts() {
    return this.once('fileOuts', fileOutRows);
  }
  get unique() {
    return this.once('unique', uniqueRows);
  }
  get outbox() {
    return this.once('outbox', outboxRows);
  }
  get people() {
    return this.once('people', personRows);
  }
  get sessions() {
    return this.once('sessions', sessionRows);
  }
  get attempts() {
    return this.once('attempts', attemptRows);
  }
  get audit() {
    return this.once('audit', auditRows);
  }
  get notices() {
    return this.once('notices', noticeRows);
  }
  get lessons() {
    return this.once('lessons', lessonRows);
  }
  get links() {
    return this.once('links', linkRows);
  }
  get letters() {
    return this.once('letters', letterRows);
  }
  get lines() {
    return this.once('lines', lineRows);
  }
  get kept() {
    return this.once('kept', keptRows);
  }
  get inbound() {
    return this.once('inbound', inboundRows);
  }
  get messages() {
    return this.once('messages', messageRows);
  }
  get meetings() {
    return this.once('meetings', meetingRows);
  }
  get deliveries() {
    return this.once('deliveries', deliveryRows);
  }
  get delivered() {
    return this.once('delivered', deliveredRows);
  }
  get lanes() {
    return this.once('lanes', laneRows);
  }

  get campaigns() {
    return this.once('campaigns', campaignRows);
  }

  get feedback() {
    return this.once('feedback', feedbackRows);
  }

  private once<T>(name: string, build: (client: DynamoDBDocumentClient, table: string) => T): T {
    if (!this.built.has(name)) this.built.set(name, build(this.client, this.table));
    return this.built.get(name) as T;
  }
}

const realPatience: Patience = {
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  random: Math.random,
};

/** The table that the environment names: `TABLE_NAME` (default `tddh`), `AWS_ENDPOINT_URL_DYNAMODB`. */
export function openDb(environment: Record<string, string | undefined> = process.env): Db {
  return new Db(new DynamoDBClient({ maxAttempts: 5 }), environment.TABLE_NAME ?? 'tddh');
}
