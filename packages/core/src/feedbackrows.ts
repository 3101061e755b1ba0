import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Feedback } from '@tddh/domain/feedback';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/**
 * Feedback: by its sender, by month, and in a queue: `feedback` by the day it was sent while phòng HC-QT owes something,
 * `feedback-answered` by the day of the last answer after that.
 */
export function feedbackRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'feedback', service: 'tddh', version: '1' },
      attributes: {
        feedbackId: needed,
        personId: needed,
        month: needed,
        sentAt: needed,
        queue: needed,
        queuedOn: needed,
        revision: { type: 'number', required: true },
        data: { type: CustomAttributeType<Feedback>('any'), required: true },
      },
      indexes: {
        feedback: { pk: { field: 'pk', composite: ['feedbackId'] }, sk: { field: 'sk', composite: [] } },
        bySender: {
          index: indexes.byAgency,
          pk: { field: `${indexes.byAgency}pk`, composite: ['personId'] },
          sk: { field: `${indexes.byAgency}sk`, composite: ['sentAt', 'feedbackId'] },
        },
        byMonth: {
          index: indexes.byMonth,
          pk: { field: `${indexes.byMonth}pk`, composite: ['month'] },
          sk: { field: `${indexes.byMonth}sk`, composite: ['sentAt', 'feedbackId'] },
        },
        queued: {
          index: indexes.byAwaiting,
          pk: { field: `${indexes.byAwaiting}pk`, composite: ['queue'] },
          sk: { field: `${indexes.byAwaiting}sk`, composite: ['queuedOn', 'feedbackId'] },
        },
      },
    },
    { client, table },
  );
}
