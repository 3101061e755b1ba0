import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/**
 * The single table. Its global indexes are named for the question that they answer; several entities share one
 * where their questions have the same shape. No SDK is imported here: the stacks build the table from this.
 */
export const indexes = {
  /** Assignments of an agency by closing day (`9999-12-31` while open), then due day; documents and people of a unit. */
  byAgency: 'gsi1',
  /** Assignments of a department by closing day, then due day; documents by number. */
  byDepartment: 'gsi2',
  /** Reported and awaiting confirmation of a department, oldest first; outbox rows not sent. */
  byAwaiting: 'gsi3',
  /** Open and due by a day: what the sweep must look at, in shards. */
  bySweepDay: 'gsi4',
  /** Assignments of an agency by assigned day. */
  byAssigned: 'gsi5',
  /** Assignments of an agency by issue day of their document. */
  byIssued: 'gsi6',
  /** All assignments, or documents, of a month. */
  byMonth: 'gsi7',
  /** Assignments of a document. */
  byDocument: 'gsi8',
} as const;

/** Name of the attribute by which DynamoDB removes expired rows: epoch seconds. */
export const ttlAttribute = 'expiresAt';

/** The definition of the table, for the SDK and for the stacks. */
export function tableDefinition(name: string): CreateTableCommandInput {
  const keys = ['pk', 'sk', ...Object.values(indexes).flatMap((gsi) => [`${gsi}pk`, `${gsi}sk`])];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: Object.values(indexes).map((gsi) => ({
      IndexName: gsi,
      KeySchema: [
        { AttributeName: `${gsi}pk`, KeyType: 'HASH' },
        { AttributeName: `${gsi}sk`, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    })),
  };
}
