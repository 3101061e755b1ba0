import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Held } from '@tddh/domain/meeting';
import type { NationalEvent } from '@tddh/domain/national';
import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { indexes } from '../table.ts';

const needed = { type: 'string', required: true } as const;
const text = { type: 'string' } as const;
const service = 'tddh';
const awaiting = {
  pk: `${indexes.byAwaiting}pk`,
  sk: `${indexes.byAwaiting}sk`,
} as const;
const month = { pk: `${indexes.byMonth}pk`, sk: `${indexes.byMonth}sk` } as const;

/** States of a message from the national side: what waits for work, and what a person must look at. */
export type InboundState = 'waiting' | 'done' | 'quarantine';

/** Messages as they came, by CloudEvents source and id; the body is kept as text. */
export function inboundRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'inbound', service, version: '1' },
      attributes: {
        eventKey: needed,
        webhookId: needed,
        bodyHash: needed,
        at: needed,
        month: needed,
        type: needed,
        state: { type: ['waiting', 'done', 'quarantine'] as const, required: true },
        body: needed,
        /** Why it is in quarantine: a code, and what it is about. */
        fault: text,
        about: text,
        expiresAt: { type: 'number' },
      },
      indexes: {
        message: { pk: { field: 'pk', composite: ['eventKey'] }, sk: { field: 'sk', composite: [] } },
        byState: {
          index: indexes.byAwaiting,
          condition: (row: { state?: unknown }) => row.state !== 'done',
          pk: { field: awaiting.pk, composite: ['state'] },
          sk: { field: awaiting.sk, composite: ['at', 'eventKey'] },
        },
        byMonth: {
          index: indexes.byMonth,
          pk: { field: month.pk, composite: ['month'] },
          sk: { field: month.sk, composite: ['at', 'eventKey'] },
        },
      },
    },
    { client, table },
  );
}

/** A message as it came. */
export type InboundRow = EntityItem<ReturnType<typeof inboundRows>>;

/** The messages of one national document, one a version. */
export function messageRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'message', service, version: '1' },
      attributes: {
        stream: needed,
        version: { type: 'number', required: true, padding: { length: 6, char: '0' } },
        eventKey: needed,
        data: { type: CustomAttributeType<NationalEvent>('any'), required: true },
      },
      indexes: {
        stream: {
          pk: { field: 'pk', composite: ['stream'] },
          sk: { field: 'sk', composite: ['version'] },
        },
      },
    },
    { client, table },
  );
}

/** What a person decided about a difference: ours stays, as long as theirs is this. */
export interface Kept {
  path: string;
  theirs: string | null;
  by: string;
  on: string;
}

/** A national document and the province's own: where they meet. */
export interface Meeting {
  stream: string;
  linkId: string;
  documentId?: string;
  /** What was last taken over from the national side: what people have not changed since still equals it. */
  taken?: Held;
  /** What is being taken over just now; left by a run that broke off. */
  taking?: Held;
  /** What people made of parts here: these follow the national side no more. */
  mine?: Held;
  kept: readonly Kept[];
  missing: readonly number[];
}

/** One row a national document; in the index of what waits while a person has something to decide. */
export function meetingRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'meeting', service, version: '1' },
      attributes: {
        stream: needed,
        attention: { type: ['none', 'gap', 'difference'] as const, required: true },
        at: needed,
        revision: { type: 'number', required: true },
        data: { type: CustomAttributeType<Meeting>('any'), required: true },
      },
      indexes: {
        meeting: { pk: { field: 'pk', composite: ['stream'] }, sk: { field: 'sk', composite: [] } },
        byAttention: {
          index: indexes.byAwaiting,
          condition: (row: { attention?: unknown }) => row.attention !== 'none',
          pk: { field: awaiting.pk, composite: ['attention'] },
          sk: { field: awaiting.sk, composite: ['at', 'stream'] },
        },
      },
    },
    { client, table },
  );
}

/** What a task's lane waits with: one row an event, gone to the log once it is delivered. */
export function deliveryRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'delivery', service, version: '1' },
      attributes: {
        lane: needed,
        at: needed,
        eventId: needed,
        type: needed,
        assignmentId: needed,
        /** What is sent: fixed at the first attempt, so that one id always has one body. */
        body: text,
        /** True where a person passed it over: it goes to the log unsent. */
        skipped: { type: 'boolean' },
      },
      indexes: {
        lane: {
          pk: { field: 'pk', composite: ['lane'] },
          sk: { field: 'sk', composite: ['at', 'eventId'] },
        },
      },
    },
    { client, table },
  );
}

/** What was delivered, or passed over, by month. */
export function deliveredRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'delivered', service, version: '1' },
      attributes: {
        eventId: needed,
        lane: needed,
        at: needed,
        month: needed,
        type: needed,
        outcome: { type: ['sent', 'skipped', 'nothing'] as const, required: true },
        sentAt: needed,
        body: text,
        expiresAt: { type: 'number' },
      },
      indexes: {
        delivered: { pk: { field: 'pk', composite: ['eventId'] }, sk: { field: 'sk', composite: [] } },
        byMonth: {
          index: indexes.byMonth,
          pk: { field: month.pk, composite: ['month'] },
          sk: { field: month.sk, composite: ['sentAt', 'eventId'] },
        },
      },
    },
    { client, table },
  );
}

/** One lane a national task: its deliveries go one after the other. */
export function laneRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'lane', service, version: '1' },
      attributes: {
        lane: needed,
        queue: { type: ['out', 'parked', 'idle'] as const, required: true },
        nextAt: needed,
        /** Since when it has had something to deliver. */
        since: needed,
        attempts: { type: 'number', required: true },
        error: text,
        /** True where the national side was told that the task is finished. */
        finished: { type: 'boolean' },
        revision: { type: 'number', required: true },
      },
      indexes: {
        laneof: { pk: { field: 'pk', composite: ['lane'] }, sk: { field: 'sk', composite: [] } },
        byQueue: {
          index: indexes.byAwaiting,
          condition: (row: { queue?: unknown }) => row.queue !== 'idle',
          pk: { field: awaiting.pk, composite: ['queue'] },
          sk: { field: awaiting.sk, composite: ['nextAt', 'lane'] },
        },
      },
    },
    { client, table },
  );
}
