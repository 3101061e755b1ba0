import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '@tddh/domain/day';
import type { FileKind, FileOrigin, FileState } from '@tddh/domain/file';
import { CustomAttributeType, Entity } from 'electrodb';
import { indexes } from './table.ts';

const needed = { type: 'string', required: true } as const;

/** A file that somebody announced; its bytes lie in the store under its id. */
export interface StoredFile {
  id: string;
  /** Text to show; never a path. */
  name: string;
  /** Bytes. */
  size: number;
  kind: FileKind;
  state: FileState;
  ownerId: string;
  createdAt: Instant;
  /** SHA-256 of the content in hex, since it was examined. */
  sha256?: string;
  /** The assignment whose evidence it is. */
  assignmentId?: string;
  /** The document of which it is a part, and the package in which it came. */
  documentId?: string;
  origin?: FileOrigin;
  attachedAt?: Instant;
}

/**
 * Files. Those not attached stand in two indexes, by owner and by age: `queue` is `upload` until a file is attached, then
 * `attached` and out of both.
 */
export function storedFileRows(client: DynamoDBDocumentClient, table: string) {
  const waits = (row: { queue?: unknown }) => row.queue === 'upload';
  return new Entity(
    {
      model: { entity: 'upload', service: 'tddh', version: '1' },
      attributes: {
        fileId: needed,
        ownerId: needed,
        queue: needed,
        at: needed,
        revision: { type: 'number', required: true },
        data: { type: CustomAttributeType<StoredFile>('any'), required: true },
      },
      indexes: {
        file: { pk: { field: 'pk', composite: ['fileId'] }, sk: { field: 'sk', composite: [] } },
        byOwner: {
          index: indexes.byAgency,
          condition: waits,
          pk: { field: `${indexes.byAgency}pk`, composite: ['ownerId'] },
          sk: { field: `${indexes.byAgency}sk`, composite: ['at', 'fileId'] },
        },
        waiting: {
          index: indexes.byAwaiting,
          condition: waits,
          pk: { field: `${indexes.byAwaiting}pk`, composite: ['queue'] },
          sk: { field: `${indexes.byAwaiting}sk`, composite: ['at', 'fileId'] },
        },
      },
    },
    { client, table },
  );
}
