import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isDay } from '@tddh/domain/day';
import { wholeNumber } from '../program.ts';
import { Trouble } from '../trouble.ts';
import { startSimulator } from './simulator.ts';

const usage =
  'Cách dùng: NATIONAL_SECRET=whsec_… NATIONAL_OUTBOUND_SECRET=whsec_… npm run national -- ' +
  '[--port 3100] [--province http://127.0.0.1:3000] [--trouble 20] [--documents 3] [--every 60] [--day 2023-11-30] [--agencies snv,stc]';
const names = ['port', 'province', 'trouble', 'documents', 'every', 'day', 'agencies', 'seed'] as const;

/**
 * `npm run national`: plays the national side until it is ended. It issues `--documents` at once and one more every
 * `--every` seconds (0: only when asked by `POST /issue`), and misbehaves in `--trouble` percent of what it does.
 */
export async function playNational(args: string[]): Promise<void> {
  const given = parse(args);
  const secret = (name: string) => {
    const value = process.env[name];
    if (value?.startsWith('whsec_')) return value;
    throw new Trouble('bad-arguments', `Thiếu ${name} (whsec_…). ${usage}`);
  };
  const today = given.day ?? '2023-11-30';
  if (!isDay(today)) throw new Trouble('bad-arguments', `"${today}" không phải là một ngày. ${usage}`);
  const province = given.province ?? 'http://127.0.0.1:3000';
  if (!URL.canParse(province))
    throw new Trouble('bad-arguments', `"${province}" không phải địa chỉ. ${usage}`);
  const simulator = await startSimulator({
    port: wholeNumber('--port', given.port ?? '3100', 0, 65_535),
    ...{ province: new URL(province).origin, today },
    ...{ inbound: secret('NATIONAL_SECRET'), outbound: secret('NATIONAL_OUTBOUND_SECRET') },
    share: wholeNumber('--trouble', given.trouble ?? '20', 0, 100) / 100,
    seed: wholeNumber('--seed', given.seed ?? '1', 0, 999_999_999),
    agencies: given.agencies?.split(',') ?? ['snv'],
  });
  const own = `http://127.0.0.1:${simulator.port}`;
  console.log(`ready ${own}`);
  const ask = (path: string, body: object) =>
    fetch(own + path, { method: 'POST', body: JSON.stringify(body) }).then((answer) => answer.arrayBuffer());
  const documents = wholeNumber('--documents', given.documents ?? '3', 0, 1000);
  const every = wholeNumber('--every', given.every ?? '60', 0, 86_400);
  const ended = new Promise<void>((done) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
      process.once(name, () => done());
  });
  const playing = (async () => {
    if (documents > 0) {
      await ask('/issue', { documents, tasks: 3 });
      await ask('/confuse', {});
    }
    while (every > 0) {
      await sleep(every * 1000);
      await ask('/issue', { documents: 1, tasks: 2 });
    }
    await ended;
  })();
  await Promise.race([ended, playing]);
  await simulator.stop();
}

function parse(args: string[]): Partial<Record<(typeof names)[number], string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options }).values as Partial<Record<(typeof names)[number], string>>;
  } catch {
    throw new Trouble('bad-arguments', `Không hiểu "${args.join(' ')}". ${usage}`);
  }
}
