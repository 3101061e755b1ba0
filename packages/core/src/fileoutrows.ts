import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Day, Instant } from '@tddh/domain/day';
import type { FileOutState } from '@tddh/domain/fileout';
import type { Role } from '@tddh/domain/person';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/** A job that writes a long file: what was asked, by whom with which role, and how far it is. */
export interface StoredFileOut {
  id: string;
  name: string;
  /** Who asked, as what: a person who has become another since gets nothing. */
  owner: { id: string; role: Role; unitId: string };
  /** The question as one JSON text: a cursor holds for it as it is written, which a map of the table does not keep. */
  filter: string;
  /** The business day of the asking: the whole file is of one day. */
  today: Day;
  /** Beginning of the pages' addresses. */
  origin: string;
  state: FileOutState;
  rows: number;
  /** Chunks that stand, and where the next one begins; null once all are read. */
  chunks: number;
  cursor?: string | null;
  /** Runs since the last step forward. */
  deaths: number;
  askedAt: Instant;
  until: Instant;
  doneAt?: Instant;
  fileId?: string;
  bytes?: number;
  message?: string;
}

/**
 * Jobs of long files: one partition each, with its head (`part` is `head`) and a row for each chunk, packed. Heads
 * stand by their person in one index, and while they wait in another, oldest first.
 */
export function fileOutRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'fileout', service: 'tddh', version: '1' },
      attributes: {
        jobId: needed,
        part: needed,
        ownerId: needed,
        /** `out` while it waits, else `-` and out of the index of what waits. */
        queue: needed,
        at: needed,
        revision: { type: 'number', required: true },
        /** Of a head: the job. */
        data: { type: CustomAttributeType<StoredFileOut>('any') },
        /** Of a chunk: its rows, packed. */
        packed: { type: 'string' },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        job: { pk: { field: 'pk', composite: ['jobId'] }, sk: { field: 'sk', composite: ['part'] } },
        byOwner: {
          index: indexes.byAgency,
          condition: (row: { part?: unknown }) => row.part === 'head',
          pk: { field: `${indexes.byAgency}pk`, composite: ['ownerId'] },
          sk: { field: `${indexes.byAgency}sk`, composite: ['at', 'jobId'] },
        },
        waiting: {
          index: indexes.byAwaiting,
          condition: (row: { queue?: unknown }) => row.queue === 'out',
          pk: { field: `${indexes.byAwaiting}pk`, composite: ['queue'] },
          sk: { field: `${indexes.byAwaiting}sk`, composite: ['at', 'jobId'] },
        },
      },
    },
    { client, table },
  );
}
