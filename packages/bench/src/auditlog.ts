import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { auditPart, auditWrite } from '@tddh/core/audit';
import { commit } from '@tddh/core/commit';
import { Db } from '@tddh/core/db';
import { type Desk, newId } from '@tddh/core/desk';
import { tableDefinition } from '@tddh/core/table';
import type { Actor } from '@tddh/domain/person';
import { startEngine } from '@tddh/local/engine';
import type { Line } from './bench.ts';

const admin: Actor = { id: 'per_admin', name: 'Quản trị', role: 'admin', unitId: 'hcqt', fields: [] };
const entries = 25_000;

/** The audit log of a busy quarter, exported in parts: every entry once, and what each part takes. */
export const auditlog = {
  says: `an audit log of ${entries} entries, part by part as its file leaves`,
  async run(): Promise<Line[]> {
    const engine = await startEngine({ memory: true });
    try {
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'ap-southeast-1', credentials });
      await client.send(new CreateTableCommand(tableDefinition('bench')));
      return await parts(await filled(new Db(client, 'bench')));
    } finally {
      await engine.stop();
    }
  },
};

/** Entries over 90 days, a hundred in a transaction. */
async function filled(db: Db): Promise<Desk> {
  const last = Date.parse('2023-11-30T02:00:00Z');
  const deskAt = (at: number): Desk => ({ db, actor: admin, today: '2023-11-30', now: new Date(at), newId });
  for (let first = 0; first < entries; first += 100) {
    const desk = deskAt(last - Math.floor(((entries - first) / entries) * 90) * 86_400_000);
    await commit(
      db,
      Array.from({ length: 100 }, (_, at) => auditWrite(desk, { act: 'exported', detail: `${first + at}` })),
    );
  }
  return deskAt(last);
}

async function parts(desk: Desk): Promise<Line[]> {
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const begun = Date.now();
    const part = await auditPart(desk, { limit: 200, ...(cursor ? { cursor } : {}) });
    for (const { detail } of part.lines) seen.add(detail!);
    lines.push({ what: `part ${lines.length + 1}`, rows: part.lines.length, ms: Date.now() - begun });
    if (!part.cursor) break;
    cursor = part.cursor;
  }
  if (seen.size !== entries) throw new Error(`${seen.size} of ${entries} entries came out`);
  return lines;
}
