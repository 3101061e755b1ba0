import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dayOf } from '@tddh/domain/day';
import { wiring } from '@tddh/functions/wiring';
import { startStore } from '../files/store.ts';
import { dataFolder } from '../folder.ts';
import { layout, readState, sampleDay, writeState } from '../state.ts';
import { joinTable } from '../table.ts';
import { Trouble } from '../trouble.ts';
import { loadArchive, writeArchive } from './archive.ts';
import { openBucket } from './bucket.ts';

const tableName = () => process.env.TABLE_NAME || wiring.table;
/** True where the table is not the one of `DATA_DIR`: AWS, or another service that speaks DynamoDB. */
/** True where files do not lie in `DATA_DIR` either. */
const bucketElsewhere = () =>
  Boolean(process.env.AWS_ENDPOINT_URL_S3 || (elsewhere() && process.env.FILES_BUCKET));
const elsewhere = () => Boolean(process.env.AWS_ENDPOINT_URL_DYNAMODB);

/** `npm run --silent export -- FILE`: everything of the table into one file; prints its counts as JSON. */
export async function exportTable(args: string[]): Promise<void> {
  const path = fileOf(args, 'Cách dùng: npm run --silent export -- luu-tru.gz');
  const dataDir = dataFolder();
  const far = elsewhere();
  const table = await joinTable(dataDir, (state) => {
    if (!state && !far) throw new Trouble('bad-arguments', `Chưa có dữ liệu trong ${dataDir}.`);
  });
  const store = bucketElsewhere() ? undefined : await startStore(dataDir);
  try {
    if (store) process.env.AWS_ENDPOINT_URL_S3 = store.endpoint;
    const state = far ? undefined : readState(dataDir);
    const mode = state?.mode ?? (process.env.SAMPLE === '1' ? 'sample' : 'empty');
    const lastOn = state?.lastOn ?? (mode === 'sample' ? sampleDay : dayOf(new Date()));
    const facts = { mode, lastOn, at: new Date().toISOString() };
    const foot = await writeArchive(new DynamoDBClient({}), tableName(), path, facts, openBucket());
    console.log(JSON.stringify({ file: path, ...facts, ...foot }));
  } finally {
    await store?.stop();
    await table.stop();
  }
}

/** `npm run import -- FILE`: an archive into an empty folder, or into the empty table that the environment names. */
export async function importTable(args: string[]): Promise<void> {
  const path = fileOf(args, 'Cách dùng: npm run import -- luu-tru.gz');
  const dataDir = dataFolder();
  const far = elsewhere();
  const table = await joinTable(dataDir, (state) => {
    if (state?.filled && !far) {
      throw new Trouble(
        'not-empty',
        `Thư mục ${dataDir} đã có dữ liệu. Hãy đặt DATA_DIR tới một thư mục mới; chưa ghi gì.`,
      );
    }
  });
  const store = bucketElsewhere() ? undefined : await startStore(dataDir);
  try {
    if (store) process.env.AWS_ENDPOINT_URL_S3 = store.endpoint;
    const { head, items, kinds, files } = await loadArchive(new DynamoDBClient({}), tableName(), path, {
      bucket: openBucket(),
      before: ({ mode, lastOn }) => {
        if (!far) writeState(dataDir, { version: layout, mode, filled: false, lastOn });
      },
    });
    const { mode, lastOn } = head;
    if (!far) writeState(dataDir, { version: layout, mode, filled: true, lastOn });
    console.log(JSON.stringify({ file: path, mode, lastOn, items, kinds, files }));
  } finally {
    await store?.stop();
    await table.stop();
  }
}

function fileOf(args: string[], usage: string): string {
  const [path, ...more] = args;
  if (!path || path.startsWith('-') || more.length > 0) throw new Trouble('bad-arguments', usage);
  return path;
}
