import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'electrodb';

const needed = { type: 'string', required: true } as const;

/** Links in mails by which one person may report on one assignment, once; only the hash of the token stands here. */
export function linkRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'link', service: 'tddh', version: '1' },
      attributes: {
        linkHash: needed,
        assignmentId: needed,
        personId: needed,
        /** The instant from which it opens nothing any more. */
        until: needed,
        usedAt: { type: 'string' },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        link: { pk: { field: 'pk', composite: ['linkHash'] }, sk: { field: 'sk', composite: [] } },
      },
    },
    { client, table },
  );
}
