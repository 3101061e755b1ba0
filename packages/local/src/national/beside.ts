import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { catalogOf } from '@tddh/core/catalog';
import { openDb } from '@tddh/core/db';
import { defaultLink } from '@tddh/domain/link';

/** A simulator beside the product, as a process of its own. */
export interface Beside {
  stop(): Promise<void>;
}

/** The secret by which the simulator signs: given, or made for this run. */
export function simulatorSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * `NATIONAL=simulator npm start`: starts the simulator on a free port and points the default link at it.
 * @param program the built programs, of which it runs `national`
 */
export async function playBeside(program: string, province: string, today: string): Promise<Beside> {
  const db = openDb();
  const outbound = simulatorSecret();
  const { units } = await catalogOf(db);
  const agencies = units.filter((u) => u.kind === 'agency' && !u.isOffice).map((u) => u.id);
  const seed = String(1 + (randomBytes(2).readUInt16BE() % 9000));
  const args = [
    'national',
    '--seed',
    seed,
    '--port',
    '0',
    '--province',
    province,
    '--day',
    today,
    '--agencies',
    agencies.join(','),
  ];
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, NATIONAL_OUTBOUND_SECRET: outbound },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const port = await portOf(child);
  const link = { ...defaultLink, target: `http://127.0.0.1:${port}/hook`, allowPrivate: true };
  await db.kept.put({ shelf: 'links', name: link.id, data: link }).go();
  await db.kept.put({ shelf: 'link-secrets', name: link.id, data: { inbound: [], outbound } }).go();
  console.log(`Hệ thống quốc gia mô phỏng: http://127.0.0.1:${port}/state`);
  return {
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part;
      const ready = /^ready http:\/\/127\.0\.0\.1:(\d+)$/m.exec(said);
      if (ready) done(Number(ready[1]));
    });
    child.once('exit', (code) => fail(new Error(`the simulator ended with ${code}`)));
  });
}
