import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/**
 * Lessons: one partition each, with its head and who attended. The heads stand in the index by month, in a partition
 * of their own (`list` is `all`), by the day of the lesson.
 */
export function lessonRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'lesson', service: 'tddh', version: '1' },
      attributes: {
        lessonId: needed,
        /** `head` or `attended`. */
        part: needed,
        list: { type: 'string', required: true, default: '-' },
        on: { type: 'string', required: true, default: '-' },
        revision: { type: 'number', required: true },
        data: { type: CustomAttributeType<object>('any'), required: true },
      },
      indexes: {
        lesson: { pk: { field: 'pk', composite: ['lessonId'] }, sk: { field: 'sk', composite: ['part'] } },
        byDay: {
          index: indexes.byMonth,
          condition: (row: { part?: unknown }) => row.part === 'head',
          pk: { field: `${indexes.byMonth}pk`, composite: ['list'] },
          sk: { field: `${indexes.byMonth}sk`, composite: ['on', 'lessonId'] },
        },
      },
    },
    { client, table },
  );
}
