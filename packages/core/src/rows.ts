import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Assignment } from '@tddh/domain/assignment';
import { never } from '@tddh/domain/day';
import type { Document } from '@tddh/domain/document';
import type { AssignmentEvent } from '@tddh/domain/events';
import { CustomAttributeType, Entity } from 'electrodb';
import type { DocumentEvent } from './documentevents.ts';
import { indexes } from './table.ts';

type Index = keyof typeof indexes;
const pk = <I extends Index>(name: I) => `${indexes[name]}pk` as const;
const sk = <I extends Index>(name: I) => `${indexes[name]}sk` as const;
const text = { type: 'string' } as const;
const needed = { type: 'string', required: true } as const;
const service = 'tddh';

/**
 * Facts that no index needs are stored as one JSON text: read whole or not at all, they cost a fifth of the time of
 * a nested map, which the SDK takes apart value by value.
 */
function json<T extends object>() {
  return {
    type: CustomAttributeType<T>('any' as never),
    required: true,
    set: (value?: T) => JSON.stringify(value) as unknown as T,
    get: (stored?: T) => (typeof stored === 'string' ? (JSON.parse(stored) as T) : (stored as T)),
  } as const;
}

/** Assignments: the facts whole in `data`; beside them what the indexes need. */
export function assignmentRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'assignment', service, version: '1' },
      attributes: {
        assignmentId: needed,
        documentId: needed,
        agencyId: needed,
        departmentId: needed,
        closedOn: needed,
        dueOn: needed,
        assignedOn: needed,
        issuedOn: needed,
        month: needed,
        taskNumber: { type: 'number', required: true, padding: { length: 4, char: '0' } },
        /** The day of the report that awaits a decision; `9999-12-31` and out of its index while there is none. */
        reportedOn: needed,
        /** The day for which the sweep waits; `9999-12-31` and out of its index where there is none. */
        sweepOn: needed,
        shard: needed,
        revision: { type: 'number', required: true },
        data: json<Assignment>(),
      },
      indexes: {
        life: {
          collection: 'life',
          pk: { field: 'pk', composite: ['assignmentId'] },
          sk: { field: 'sk', composite: [] },
        },
        byAgency: {
          index: indexes.byAgency,
          pk: { field: pk('byAgency'), composite: ['agencyId'] },
          sk: { field: sk('byAgency'), composite: ['closedOn', 'dueOn', 'assignmentId'] },
        },
        byDepartment: {
          index: indexes.byDepartment,
          pk: { field: pk('byDepartment'), composite: ['departmentId'] },
          sk: { field: sk('byDepartment'), composite: ['closedOn', 'dueOn', 'assignmentId'] },
        },
        byAwaiting: {
          index: indexes.byAwaiting,
          condition: (row: { reportedOn?: unknown }) => row.reportedOn !== never,
          pk: { field: pk('byAwaiting'), composite: ['departmentId'] },
          sk: { field: sk('byAwaiting'), composite: ['reportedOn', 'assignmentId'] },
        },
        bySweepDay: {
          index: indexes.bySweepDay,
          condition: (row: { sweepOn?: unknown }) => row.sweepOn !== never,
          pk: { field: pk('bySweepDay'), composite: ['shard'] },
          sk: { field: sk('bySweepDay'), composite: ['sweepOn', 'assignmentId'] },
        },
        byAssigned: {
          index: indexes.byAssigned,
          pk: { field: pk('byAssigned'), composite: ['agencyId'] },
          sk: { field: sk('byAssigned'), composite: ['assignedOn', 'assignmentId'] },
        },
        byIssued: {
          index: indexes.byIssued,
          pk: { field: pk('byIssued'), composite: ['agencyId'] },
          sk: { field: sk('byIssued'), composite: ['issuedOn', 'assignmentId'] },
        },
        byMonth: {
          index: indexes.byMonth,
          pk: { field: pk('byMonth'), composite: ['month'] },
          sk: { field: sk('byMonth'), composite: ['assignedOn', 'assignmentId'] },
        },
        byDocument: {
          index: indexes.byDocument,
          pk: { field: pk('byDocument'), composite: ['documentId'] },
          sk: { field: sk('byDocument'), composite: ['taskNumber', 'assignmentId'] },
        },
      },
    },
    { client, table },
  );
}

/** History of assignments: one row per event, never changed. */
export function historyRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'history', service, version: '1' },
      attributes: {
        assignmentId: needed,
        revision: { type: 'number', required: true, padding: { length: 6, char: '0' } },
        data: json<AssignmentEvent>(),
      },
      indexes: {
        life: {
          collection: 'life',
          pk: { field: 'pk', composite: ['assignmentId'] },
          sk: { field: 'sk', composite: ['revision'] },
        },
      },
    },
    { client, table },
  );
}

/** Documents with the plan of their tasks. */
export function documentRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'document', service, version: '1' },
      attributes: {
        documentId: needed,
        departmentId: needed,
        enteredOn: needed,
        month: needed,
        /** Number and symbol folded for look-up, or `-` while there is none. */
        numberKey: needed,
        /** Assignments of the plan that stand already. */
        made: { type: 'number', required: true },
        revision: { type: 'number', required: true },
        data: json<Omit<Document, 'made' | 'revision'>>(),
      },
      indexes: {
        file: {
          collection: 'file',
          pk: { field: 'pk', composite: ['documentId'] },
          sk: { field: 'sk', composite: [] },
        },
        byDepartment: {
          index: indexes.byAgency,
          pk: { field: pk('byAgency'), composite: ['departmentId'] },
          sk: { field: sk('byAgency'), composite: ['enteredOn', 'documentId'] },
        },
        byNumber: {
          index: indexes.byDepartment,
          pk: { field: pk('byDepartment'), composite: ['numberKey'] },
          sk: { field: sk('byDepartment'), composite: ['enteredOn', 'documentId'] },
        },
        byMonth: {
          index: indexes.byMonth,
          pk: { field: pk('byMonth'), composite: ['month'] },
          sk: { field: sk('byMonth'), composite: ['enteredOn', 'documentId'] },
        },
      },
    },
    { client, table },
  );
}

/** History of documents. */
export function fileRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'file', service, version: '1' },
      attributes: {
        documentId: needed,
        revision: { type: 'number', required: true, padding: { length: 6, char: '0' } },
        data: json<DocumentEvent>(),
      },
      indexes: {
        file: {
          collection: 'file',
          pk: { field: 'pk', composite: ['documentId'] },
          sk: { field: 'sk', composite: ['revision'] },
        },
      },
    },
    { client, table },
  );
}

/** The row that makes a value unique: a document's key, a sign-in name, the first setup. */
export function uniqueRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'unique', service, version: '1' },
      attributes: { kind: needed, value: needed, owner: needed },
      indexes: {
        unique: { pk: { field: 'pk', composite: ['kind', 'value'] }, sk: { field: 'sk', composite: [] } },
      },
    },
    { client, table },
  );
}

/** Events that the bus must be told; `queue` is `bus` until it was, then `sent` and out of the index. */
export function outboxRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'outbox', service, version: '1' },
      attributes: {
        eventId: needed,
        queue: needed,
        at: needed,
        type: needed,
        detail: { type: 'any', required: true },
        sentAt: text,
        expiresAt: { type: 'number' },
      },
      indexes: {
        event: { pk: { field: 'pk', composite: ['eventId'] }, sk: { field: 'sk', composite: [] } },
        pending: {
          index: indexes.byAwaiting,
          condition: (row: { queue?: unknown }) => row.queue === 'bus',
          pk: { field: pk('byAwaiting'), composite: ['queue'] },
          sk: { field: sk('byAwaiting'), composite: ['at', 'eventId'] },
        },
      },
    },
    { client, table },
  );
}
