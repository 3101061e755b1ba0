import { AsyncResource } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { openDb } from '@tddh/core/db';
import { dayOf, showDay } from '@tddh/domain/day';
import { morning } from '@tddh/functions/morning';
import { wiring } from '@tddh/functions/wiring';
import { type Bus, startBus } from './bus.ts';
import { type Door, takePort } from './door.ts';
import type { Targets } from './event.ts';
import { type Store, startStore, storeLink, storePath } from './files/store.ts';
import { dataFolder } from './folder.ts';
import { type Beside, playBeside, simulatorSecret } from './national/beside.ts';
import { noted } from './noted.ts';
import { run, wholeNumber } from './program.ts';
import { type Schedules, startSchedules } from './schedules.ts';
import { site } from './site.ts';
import { businessDay, layout, type Mode, readState, recordDay, sampleDay, writeState } from './state.ts';
import { type OpenTable, openTable } from './table.ts';
import { becomeTraining, openTraining, startOver, type TrainingBeside } from './training.ts';
import { startTrap, type Trap, trapped } from './trap.ts';
import { explain, Trouble } from './trouble.ts';

/** The product on this machine, from its port to its table. */
interface Product {
  door: Door;
  dataDir: string;
  /** Under way from the moment it is asked for, so that a stop in between ends the engine too. */
  table?: Promise<OpenTable>;
  bus?: Bus;
  trap?: Trap;
  /** The yard's own store; absent where the environment names another. */
  store?: Store;
  schedules?: Schedules;
  national?: Beside;
  training?: TrainingBeside;
}

/** `npm start`: runs the whole product until SIGINT or SIGTERM. `--empty` starts without the sample data, `--training` the training mode. */
export function main(args: string[]): Promise<void> {
  return run(async () => {
    const { mode, training } = parseMode(args);
    const port = wholeNumber('PORT', process.env.PORT || '3000', 0, 65_535);
    const dataDir = training ? becomeTraining(dataFolder()) : dataFolder();
    const product: Product = { door: await takePort(port), dataDir };
    const signal = new Promise<undefined>((done) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => done(undefined));
      // Training ends with the product that it stands beside.
      process.on('disconnect', () => done(undefined));
    });
    try {
      const failed = start(product, mode).then(async () => (await product.table)?.failed);
      const trouble = await Promise.race([signal, failed]);
      if (trouble) throw trouble;
    } finally {
      await stop(product);
    }
  }).finally(() => process.exit());
}

async function start(product: Product, mode: Mode): Promise<void> {
  const { dataDir, door } = product;
  const realDay = dayOf(new Date());
  let day = { today: realDay, frozen: false };
  product.table = openTable(dataDir, (state) => {
    day = businessDay(dataDir, state, mode, process.env.TODAY, realDay);
  });
  await product.table;
  if (day.frozen) process.env.TODAY = day.today;
  else delete process.env.TODAY;
  if (mode === 'sample') process.env.SAMPLE = '1';
  await fillSample(dataDir, mode, day.today);
  const { targets, asApi } = await noted(await functions());
  const name = process.env.BUS_NAME || wiring.bus;
  if (!process.env.AWS_ENDPOINT_URL_EVENTBRIDGE) {
    product.bus = await startBus({ name, rules: wiring.rules, targets, dataDir });
    process.env.AWS_ENDPOINT_URL_EVENTBRIDGE = product.bus.endpoint;
  }
  const elsewhere = process.env.AWS_ENDPOINT_URL_S3;
  if (!elsewhere) {
    product.store = await startStore(dataDir);
    process.env.AWS_ENDPOINT_URL_S3 = product.store.endpoint;
  }
  await openPost(product, mode);
  product.training = openTraining(built('packages/local/dist/server.mjs'));
  const [{ createApp }, { openStore }] = await Promise.all([
    import('@tddh/functions/app'),
    import('@tddh/functions/store'),
  ]);
  const simulated = process.env.NATIONAL === 'simulator';
  if (simulated) process.env.NATIONAL_SECRET ||= simulatorSecret();
  const api = createApp({
    ...(elsewhere ? {} : { store: openStore(process.env, storeLink) }),
    ...(process.env.TRAINING ? { startOver: AsyncResource.bind(() => startOver(dataDir)) } : {}),
    openapi: async () => JSON.parse(await readFile(built('functions/dist/api/openapi.json'), 'utf8')),
    ring: (whom) => {
      if (whom === 'mail') return product.schedules?.ring('post');
      if (whom === 'fileout') return product.schedules?.ring('files');
      product.schedules?.ring('minute');
      product.schedules?.ring('inbound');
    },
  });
  const whole = site(api, built('web/dist'), dataDir, {
    ...(elsewhere ? { files: new URL(elsewhere).origin } : {}),
    ...(mode === 'sample' && product.trap ? { letters: () => trapped(join(dataDir, 'mail')) } : {}),
    ...(product.training.page ? { training: product.training.page } : {}),
  });
  const listen = getRequestListener(asApi(whole.fetch));
  const { store } = product;
  door.open((request, response) => {
    if (store && request.url?.startsWith(`${storePath}/`)) store.serve(request, response);
    else void listen(request, response);
  });
  product.schedules = startSchedules({ schedules: wiring.schedules, targets });
  // What a killed server left half done is taken up at once.
  for (const name of ['minute', 'inbound', 'outbound']) product.schedules.ring(name);
  // A server that was off at midnight sweeps when it comes back.
  if (!day.frozen && readState(dataDir)?.sweptOn !== day.today) void product.schedules.run('midnight');
  // Digests that a morning without a server owes: each person has one a day, however often this runs.
  if (!day.frozen && !morning(new Date())) void product.schedules.run('morning');
  if (simulated) {
    const province = `http://127.0.0.1:${door.port}`;
    product.national = await playBeside(built('packages/local/bin/run.mjs'), province, day.today);
  }
  if (process.env.TRAINING_PORT) product.training.page?.().catch((error) => console.error(String(error)));
  const kind = mode === 'sample' ? 'Dữ liệu mẫu' : 'Dữ liệu thật';
  const what = process.env.TRAINING ? 'Chế độ tập huấn' : kind;
  console.log(`${what} trong ${dataDir}, ngày làm việc ${showDay(day.today)}.`);
  console.log(`ready http://127.0.0.1:${door.port}`);
}

/**
 * Where letters go: to `SMTP_URL`, else into a trap in the data's folder that sends nothing. Links in them lead to
 * this machine where `PUBLIC_ORIGIN` names no other.
 */
async function openPost(product: Product, mode: Mode): Promise<void> {
  process.env.LINK_ORIGIN = `http://127.0.0.1:${product.door.port}`;
  // Training sends nothing: nobody need catch it.
  if (process.env.TRAINING || process.env.SMTP_URL || process.env.SMTP_URL_PARAMETER) return;
  const folder = join(product.dataDir, 'mail');
  product.trap = await startTrap(folder);
  process.env.SMTP_URL = product.trap.url;
  if (mode === 'empty') console.log(`Chưa có máy chủ thư (SMTP_URL): thư nằm lại trong ${folder}.`);
}

/** A path of what the build made, relative to the repository. */
function built(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

/** Writes the sample into a new folder. A folder where a killed start left half of it was emptied before. */
async function fillSample(dataDir: string, mode: Mode, today: string): Promise<void> {
  if (!readState(dataDir)?.filled) {
    const state = { version: layout, mode, lastOn: mode === 'sample' ? sampleDay : today };
    if (mode === 'sample') {
      writeState(dataDir, { ...state, filled: false });
      const { seedSample } = await import('./sample/seed.ts');
      await seedSample(openDb()).catch((error) => {
        throw explain(String(error), dataDir) ?? error;
      });
    }
    writeState(dataDir, { ...state, filled: true });
  }
  recordDay(dataDir, today);
}

/** The functions of the wiring that events and schedules call, in this process. */
async function functions(): Promise<Targets> {
  const [sweep, relay, notify, receive, deliver, mail, digest, fileout] = await Promise.all([
    import('@tddh/functions/sweep'),
    import('@tddh/functions/relay'),
    import('@tddh/functions/notify'),
    import('@tddh/functions/receive'),
    import('@tddh/functions/deliver'),
    import('@tddh/functions/mail'),
    import('@tddh/functions/digest'),
    import('@tddh/functions/fileout'),
  ]);
  const targets = {
    ...{ sweep: sweep.handler, relay: relay.handler, notify: notify.handler },
    ...{ receive: receive.handler, deliver: deliver.handler },
    ...{ mail: mail.handler, digest: digest.handler, fileout: fileout.handler },
  };
  return {
    ...(targets as Targets),
    sweep: async (event) => {
      await (targets as Targets).sweep?.(event);
      const today = process.env.TODAY ?? dayOf(new Date());
      recordDay(dataFolder(), today, { sweptOn: today });
    },
  };
}

/** Ends everything within 5 s: what comes in first, the table last. */
async function stop(product: Product): Promise<void> {
  const { door, dataDir, table, bus, store, trap, schedules, national } = product;
  const training = product.training?.stop();
  const late = setTimeout(() => process.exit(1), 4800);
  await within(500, national?.stop());
  await door.close(2500);
  await within(800, schedules?.stop());
  await within(700, bus?.stop());
  await store?.stop();
  await within(300, trap?.stop());
  await within(1500, training);
  const opened = await table?.catch(() => undefined);
  if (opened && schedules && !process.env.TODAY) recordDay(dataDir, dayOf(new Date()));
  await opened?.stop();
  clearTimeout(late);
}

async function within(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((done) => {
    timer = setTimeout(done, milliseconds);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}

function parseMode(args: string[]): { mode: Mode; training: boolean } {
  try {
    const option = { type: 'boolean' as const, default: false };
    const { values } = parseArgs({ args, options: { empty: option, training: option } });
    if (values.empty && values.training) throw new Error('both');
    return { mode: values.empty ? 'empty' : 'sample', training: values.training };
  } catch {
    throw new Trouble(
      'bad-arguments',
      `Không hiểu "${args.join(' ')}". Cách dùng: npm start, npm start -- --empty, hoặc npm start -- --training.`,
    );
  }
}
