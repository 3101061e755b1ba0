import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Role } from '@tddh/domain/person';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;
const service = 'tddh';

/** A person as stored. The password is an argon2id hash with its parameters. */
export interface Person {
  id: string;
  name: string;
  username: string;
  role: Role;
  unitId: string;
  fields: readonly string[];
  passwordHash: string;
  disabled?: boolean;
  /** True for the Chief of the Office: the last to whom a waiting report is escalated. */
  chief?: boolean;
  /** Where mail reaches the person; without one there is none. */
  email?: string;
  /** Sessions that began by this instant are over. */
  signedOutAt?: string;
  /** The second factor: the app's secret, the last step that was taken, and hashes of unused recovery codes. */
  factor?: { secret: string; step: number; recovery: readonly string[] };
  /** A secret that waits for its first code. */
  waiting?: string;
  /** True where the password is too short to stand without a second factor. */
  short?: boolean;
  /** When the account was made; none for those older than this fact. */
  addedAt?: string;
  /** When the last invitation was sent. */
  invitedAt?: string;
  /** When the account was used last, to the day; none before the first use. */
  usedAt?: string;
  /** Grows by one with every change of the row; none before the first. */
  revision?: number;
}

/** People; their sign-in names are unique rows. */
export function personRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'person', service, version: '1' },
      attributes: {
        personId: needed,
        unitId: needed,
        data: { type: CustomAttributeType<Person>('any'), required: true },
        /** The person's own, so that a write goes only over the revision that was read. */
        revision: { type: 'number' },
      },
      indexes: {
        person: { pk: { field: 'pk', composite: ['personId'] }, sk: { field: 'sk', composite: [] } },
        byUnit: {
          index: indexes.byAgency,
          pk: { field: `${indexes.byAgency}pk`, composite: ['unitId'] },
          sk: { field: `${indexes.byAgency}sk`, composite: ['personId'] },
        },
      },
    },
    { client, table },
  );
}

/** Sessions, by the hash of their token; expired ones are filtered on reading and removed by TTL. */
export function sessionRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'session', service, version: '1' },
      attributes: {
        tokenHash: needed,
        personId: needed,
        createdAt: needed,
        /** The last minute in which something was done. */
        seenAt: { type: 'string' },
        lockedAt: { type: 'string' },
        address: { type: 'string' },
        agent: { type: 'string' },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        session: { pk: { field: 'pk', composite: ['tokenHash'] }, sk: { field: 'sk', composite: [] } },
        byPerson: {
          index: indexes.byAgency,
          pk: { field: `${indexes.byAgency}pk`, composite: ['personId'] },
          sk: { field: `${indexes.byAgency}sk`, composite: ['createdAt', 'tokenHash'] },
        },
      },
    },
    { client, table },
  );
}

/** Failed sign-ins of an account or an address in a window of time. */
export function attemptRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'attempt', service, version: '1' },
      attributes: {
        subject: needed,
        window: needed,
        failures: { type: 'number', required: true },
        expiresAt: { type: 'number' },
      },
      indexes: {
        attempt: { pk: { field: 'pk', composite: ['subject'] }, sk: { field: 'sk', composite: ['window'] } },
      },
    },
    { client, table },
  );
}

/** What a person is told in the product, newest last; the id is the event's, so that nobody is told twice. */
export function noticeRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'notice', service, version: '1' },
      attributes: {
        personId: needed,
        at: needed,
        eventId: needed,
        data: { type: CustomAttributeType<Notice>('any'), required: true },
        expiresAt: { type: 'number' },
      },
      indexes: {
        notice: {
          pk: { field: 'pk', composite: ['personId'] },
          sk: { field: 'sk', composite: ['at', 'eventId'] },
        },
      },
    },
    { client, table },
  );
}

/** One thing that a person is told. */
export interface Notice {
  type: string;
  assignmentId: string;
  title: string;
  documentNumber: string;
}

/** Small shared things: units, fields, types, settings; the mark up to which a person has read; leases; answers kept. */
export function keptRows(client: DynamoDBDocumentClient, table: string) {
  return new Entity(
    {
      model: { entity: 'kept', service, version: '1' },
      attributes: {
        shelf: needed,
        name: needed,
        data: { type: 'any', required: true },
        /** Of what two people may edit at once: a write goes over the revision that was read. */
        revision: { type: 'number' },
        expiresAt: { type: 'number' },
      },
      indexes: {
        shelf: { pk: { field: 'pk', composite: ['shelf'] }, sk: { field: 'sk', composite: ['name'] } },
      },
    },
    { client, table },
  );
}
