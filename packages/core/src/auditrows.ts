import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Act } from '@tddh/domain/audit';
import type { Instant } from '@tddh/domain/day';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/** One entry of the audit log. Never a password, a code, a token or the text of a letter. */
export interface Audited {
  at: Instant;
  act: Act;
  /** Who did it; `-` where nobody was signed in. */
  actor: { id: string; name: string };
  /** Whom or what it concerns: the id of a person, of a unit, of an assignment; absent where it is the whole. */
  subject?: string;
  /** What a reader must know beside, in short: a route, a field's name, an address. */
  detail?: string;
}

/**
 * The audit log, append-only: a partition for each local month; by who did it and by whom it concerns in two
 * indexes. Rows are only ever created; they end by TTL.
 */
export function auditRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'audit', service: 'tddh', version: '1' },
      attributes: {
        auditMonth: needed,
        at: needed,
        auditId: needed,
        actorId: needed,
        subjectId: needed,
        data: { type: CustomAttributeType<Audited>('any'), required: true },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        month: {
          pk: { field: 'pk', composite: ['auditMonth'] },
          sk: { field: 'sk', composite: ['at', 'auditId'] },
        },
        byActor: {
          index: indexes.byAgency,
          pk: { field: `${indexes.byAgency}pk`, composite: ['actorId'] },
          sk: { field: `${indexes.byAgency}sk`, composite: ['at', 'auditId'] },
        },
        bySubject: {
          index: indexes.byDepartment,
          pk: { field: `${indexes.byDepartment}pk`, composite: ['subjectId'] },
          sk: { field: `${indexes.byDepartment}sk`, composite: ['at', 'auditId'] },
        },
      },
    },
    { client, table },
  );
}
