import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/**
 * Campaigns: one partition each, with its head (`list` is `all`), the ids of its assignments as they were settled at
 * the start, and a row for each assignment on which a sheet was applied. The heads stand in the index by month, in a
 * partition of their own, by the day on which they began.
 */
export function campaignRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'campaign', service: 'tddh', version: '1' },
      attributes: {
        campaignId: needed,
        /** `head`, `members`, or `applied` with the assignment as `item`. */
        part: needed,
        item: { type: 'string', required: true, default: '-' },
        list: { type: 'string', required: true, default: '-' },
        startedOn: { type: 'string', required: true, default: '-' },
        data: { type: CustomAttributeType<object>('any'), required: true },
      },
      indexes: {
        campaign: {
          pk: { field: 'pk', composite: ['campaignId'] },
          sk: { field: 'sk', composite: ['part', 'item'] },
        },
        byStart: {
          index: indexes.byMonth,
          condition: (row: { part?: unknown }) => row.part === 'head',
          pk: { field: `${indexes.byMonth}pk`, composite: ['list'] },
          sk: { field: `${indexes.byMonth}sk`, composite: ['startedOn', 'campaignId'] },
        },
      },
    },
    { client, table },
  );
}
