import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '@tddh/domain/day';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/** A letter as it waits. Its address is looked up when it is sent, so that a corrected one is used. */
export interface Queued {
  personId: string;
  /** What it is about: a kind of notice, `digest`, or a name of its own. */
  kind: string;
  subject: string;
  /** Plain Vietnamese text; taken away when the letter was sent, since it may hold a link that opens something. */
  text: string;
  /** The assignment that the letter's own link may report on, once. */
  reports?: string;
  queuedAt: Instant;
  /** How often it was handed to the mail server. */
  attempts: number;
  /** What the last attempt came to, where it failed. */
  failure?: string;
  sentAt?: Instant;
}

/**
 * Letters, once per key. `queue` is `mail` until a letter was sent, then `sent` and out of the index; `mail-dead`
 * where it was given up. `at` is its next attempt: what is due is one question of the index that holds the outbox too.
 */
export function letterRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'letter', service: 'tddh', version: '1' },
      attributes: {
        letterKey: needed,
        queue: needed,
        at: needed,
        revision: { type: 'number', required: true },
        data: { type: CustomAttributeType<Queued>('any'), required: true },
        expiresAt: { type: 'number' },
      },
      indexes: {
        letter: { pk: { field: 'pk', composite: ['letterKey'] }, sk: { field: 'sk', composite: [] } },
        due: {
          index: indexes.byAwaiting,
          condition: (row: { queue?: unknown }) => row.queue !== 'sent',
          pk: { field: `${indexes.byAwaiting}pk`, composite: ['queue'] },
          sk: { field: `${indexes.byAwaiting}sk`, composite: ['at', 'letterKey'] },
        },
      },
    },
    { client, table },
  );
}
