import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { never } from '@tddh/domain/day';
import { Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/**
 * What waits for the Office, one row for an assignment on which something was ever asked: since `waitsOn`, which is
 * `9999-12-31`, and the row out of its index, once nothing waits any more.
 */
export function askRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'ask', service: 'tddh', version: '1' },
      attributes: { askOf: needed, departmentId: needed, waitsOn: needed },
      indexes: {
        ask: { pk: { field: 'pk', composite: ['askOf'] }, sk: { field: 'sk', composite: [] } },
        waiting: {
          index: indexes.byAwaiting,
          condition: (row: { waitsOn?: unknown }) => row.waitsOn !== never,
          pk: { field: `${indexes.byAwaiting}pk`, composite: ['departmentId'] },
          sk: { field: `${indexes.byAwaiting}sk`, composite: ['waitsOn', 'askOf'] },
        },
      },
    },
    { client, table },
  );
}
