import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type Service, type Use, usesOf } from './uses.ts';
import { type FunctionName, grantsOf, wiring } from './wiring.ts';

/** Where every part of a test or of the yard finds the same note of who runs now. */
const spot = Symbol.for('tddh.used');
const shared = globalThis as { [spot]?: AsyncLocalStorage<FunctionName> };
shared[spot] ??= new AsyncLocalStorage<FunctionName>();
const running = shared[spot];

/** Runs work as the function of this name, so that what it does on AWS is noted as the function's. */
export function asFunction<T>(name: FunctionName, work: () => T): T {
  return running.run(name, work);
}

/** The names by which the SDK calls the services of the product, and those by which IAM does. */
const services: Readonly<Record<string, Service>> = {
  ...{ DynamoDB: 'dynamodb', S3: 's3', SSM: 'ssm', EventBridge: 'events', SQS: 'sqs' },
};

/**
 * Notes from now on what every SDK client of this process does on AWS, each kind of use once, in a file of the folder.
 * A signed link is a use of who signs it. For tests, and for the yard while it is tested.
 */
export function noteUse(folder: string): void {
  // Every command of the SDK, sent or signed, goes through the method of one base.
  const base = Object.getPrototypeOf(Object.getPrototypeOf(PutEventsCommand.prototype)) as Base;
  if (base.noted) return;
  const resolve = base.resolveMiddlewareWithContext;
  base.noted = true;
  base.resolveMiddlewareWithContext = function (this: Command, stack, config, ...rest) {
    const service = services[config.serviceId ?? ''];
    const operation = this.constructor.name.replace(/^_+|\d+$/g, '').replace(/Command$/, '');
    if (service) tell(folder, running.getStore() ?? '-', usesOf(service, operation, this.input));
    return resolve.call(this, stack, config, ...rest);
  };
}

interface Command {
  constructor: { name: string };
  input: object;
}
interface Base {
  noted?: true;
  resolveMiddlewareWithContext: (
    this: Command,
    stack: unknown,
    config: { serviceId?: string },
    ...rest: unknown[]
  ) => unknown;
}

const told = new Set<string>();

/** Notes uses of a function, each kind once, in this process's file of the folder. */
export function tell(folder: string, by: string, uses: readonly Use[]): void {
  for (const use of uses) {
    const line = `${JSON.stringify({ by, ...use })}\n`;
    if (told.has(line)) continue;
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, `${process.pid}.jsonl`), line);
    told.add(line);
  }
}

/** What was noted in a folder that a function is not granted, or that nobody may do; empty where all was within. */
export function faultsOfUse(folder: string): { faults: string[]; used: Map<string, Set<string>> } {
  const used = new Map<string, Set<string>>();
  const faults = new Set<string>();
  for (const { by, action, deleted, harms } of notes(folder)) {
    used.set(by, (used.get(by) ?? new Set()).add(action));
    const name = Object.keys(wiring.functions).find((one) => one === by) as FunctionName | undefined;
    // Tests make and break what they like; only to delete history is forbidden to them too.
    if (harms && (name || deleted)) faults.add(`${by} used ${action} on history: ${harms}`);
    if (!name) continue;
    if (!grantsOf(name).includes(action)) faults.add(`${by} used ${action}, which it is not granted`);
    if (deleted !== undefined && !wiring.functions[name].deletes.some((key) => deleted.startsWith(key))) {
      faults.add(`${by} deleted under ${deleted}, which it is not granted`);
    }
  }
  return { faults: [...faults].sort(), used };
}

function notes(folder: string): (Use & { by: string })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Use & { by: string }),
  );
}
