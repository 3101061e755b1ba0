import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dayOf } from '@tddh/domain/day';
import { wiring } from '@tddh/functions/wiring';
import { dataFolder } from '../folder.ts';
import { layout, readState, sampleDay, writeState } from '../state.ts';
import { joinTable } from '../table.ts';
import { Trouble } from '../trouble.ts';
import { loadArchive, writeArchive } from './archive.ts';

const tableName = () => process.env.TABLE_NAME || wiring.table;
/** True where the table is not the one of `DATA_DIR`: AWS, or another service that speaks DynamoDB. */
const elsewhere = () => Boolean(process.env.AWS_ENDPOINT_URL_DYNAMODB);

/** `npm run --silent export -- FILE`: everything of the table into one file; prints its counts as JSON. */
export async function exportTable(args: string[]): Promise<void> {
  const path = fileOf(args, 'Cách dùng: npm run --silent export -- luu-tru.gz');
  const dataDir = dataFolder();
  const far = elsewhere();
  const table = await joinTable(dataDir, (state) => {
    if (!state && !far) throw new Trouble('bad-arguments', `Chưa có dữ liệu trong ${dataDir}.`);
  });
  try {
    const state = far ? undefined : readState(dataDir);
    const mode = state?.mode ?? (process.env.SAMPLE === '1' ? 'sample' : 'empty');
    const lastOn = state?.lastOn ?? (mode === 'sample' ? sampleDay : dayOf(new Date()));
    const facts = { mode, lastOn, at: new Date().toISOString() };
    const foot = await writeArchive(new DynamoDBClient({}), tableName(), path, facts);
    console.log(JSON.stringify({ file: path, ...facts, ...foot }));
  } finally {
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
  try {
    const { head, items, kinds } = await loadArchive(new DynamoDBClient({}), tableName(), path, {
      before: ({ mode, lastOn }) => {
        if (!far) writeState(dataDir, { version: layout, mode, filled: false, lastOn });
      },
    });
    const { mode, lastOn } = head;
    if (!far) writeState(dataDir, { version: layout, mode, filled: true, lastOn });
    console.log(JSON.stringify({ file: path, mode, lastOn, items, kinds }));
  } finally {
    await table.stop();
  }
}

function fileOf(args: string[], usage: string): string {
  const [path, ...more] = args;
  if (!path || path.startsWith('-') || more.length > 0) throw new Trouble('bad-arguments', usage);
  return path;
}
