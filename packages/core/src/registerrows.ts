import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RegisterFacts, RegisterLine } from '@tddh/domain/register';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/** A part of a line as one JSON text: what the register says, its document, and the answer are written apart. */
function part<T>() {
  return {
    type: CustomAttributeType<T | null>('any' as never),
    set: (value?: T | null) => (value === undefined ? undefined : (JSON.stringify(value) as unknown as T)),
    get: (stored?: T | null) => (typeof stored === 'string' ? (JSON.parse(stored) as T | null) : stored),
  } as const;
}

/**
 * Lines of the outgoing register, one for each number and year. An entered document leaves its mark on the line of its
 * number also before the register is imported: such a line has no facts yet.
 */
export function lineRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'line', service: 'tddh', version: '1' },
      attributes: {
        lineId: needed,
        month: needed,
        issuedOn: needed,
        facts: part<RegisterFacts>(),
        document: part<NonNullable<RegisterLine['document']>>(),
        answer: part<NonNullable<RegisterLine['answer']>>(),
      },
      indexes: {
        line: { pk: { field: 'pk', composite: ['lineId'] }, sk: { field: 'sk', composite: [] } },
        byMonth: {
          index: indexes.byMonth,
          pk: { field: `${indexes.byMonth}pk`, composite: ['month'] },
          sk: { field: `${indexes.byMonth}sk`, composite: ['issuedOn', 'lineId'] },
        },
      },
    },
    { client, table },
  );
}
