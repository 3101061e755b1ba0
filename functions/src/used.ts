import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { type FunctionName, tableActions, wiring } from './wiring.ts';

/** What tests let a function do, told to IAM's names: who, which action, and the partition key where it deleted. */
interface Use {
  by: string;
  action: string;
  deleted?: string;
}

/** Where every part of a test or of the yard finds the same note of who runs now. */
const spot = Symbol.for('tddh.used');
const shared = globalThis as { [spot]?: AsyncLocalStorage<FunctionName> };
shared[spot] ??= new AsyncLocalStorage<FunctionName>();
const running = shared[spot];

/** Runs work as the function of this name, so that what it does on the table is noted as the function's. */
export function asFunction<T>(name: FunctionName, work: () => T): T {
  return running.run(name, work);
}

/** Histories that no function may delete: of assignments and of documents, each with what it tells of. */
const kept = ['$tddh#assignmentid_', '$tddh#documentid_'];

/**
 * Notes from now on what every SDK client of this process does on the table, each kind of use once, in a file of the
 * folder. For tests, and for the yard while it is tested.
 */
export function noteUse(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${Date.now()}.jsonl`);
  const noted = new Set<string>();
  // Every client of the SDK sends by the method of one base.
  const base = Object.getPrototypeOf(EventBridgeClient.prototype) as { send: Send; noted?: true };
  if (base.noted) return;
  const send = base.send;
  base.noted = true;
  base.send = function (this: unknown, command, ...rest) {
    const by = running.getStore() ?? '-';
    for (const use of usesOf(command)) {
      const line = `${JSON.stringify({ by, ...use })}\n`;
      if (!noted.has(line)) appendFileSync(file, line);
      noted.add(line);
    }
    return send.call(this, command, ...rest);
  };
}

type Send = (this: unknown, command: Command, ...rest: unknown[]) => unknown;
interface Command {
  constructor: { name: string };
  input?: { Key?: Key; TransactItems?: Record<string, { Key?: Key }>[] };
}
type Key = { pk?: unknown };

const names: Record<string, string> = {
  ...{ Get: 'GetItem', Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', BatchGet: 'BatchGetItem' },
  ...{ BatchWrite: 'BatchWriteItem', ConditionCheck: 'ConditionCheckItem' },
};
const ofTable =
  /^(?:(?:Batch)?(?:Get|Put|Update|Delete|Write)(?:Item)?|Query|Scan|Transact(?:Write|Get)(?:Items)?)$/;

function usesOf(sent: Command): Omit<Use, 'by'>[] {
  const { input } = sent;
  const command = sent.constructor.name.replace(/^_+|\d+$/g, '').replace(/Command$/, '');
  if (!ofTable.test(command)) return [];
  if (command.startsWith('Transact')) {
    return (input?.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([part, { Key }]) => useOf(part, Key)),
    );
  }
  return [useOf(command, input?.Key)];
}

function useOf(command: string, key: Key | undefined): Omit<Use, 'by'> {
  const action = names[command] ?? command;
  return action === 'DeleteItem' ? { action, deleted: pkOf(key) } : { action };
}

function pkOf(key: Key | undefined): string {
  const pk = key?.pk as string | { S?: string } | undefined;
  return (typeof pk === 'string' ? pk : (pk?.S ?? '')).slice(0, 40);
}

/** What was noted in a folder that a function is not granted, or that nobody may do; empty where all was within. */
export function faultsOfUse(folder: string): { faults: string[]; used: Map<string, Set<string>> } {
  const used = new Map<string, Set<string>>();
  const faults = new Set<string>();
  for (const { by, action, deleted } of notes(folder)) {
    used.set(by, (used.get(by) ?? new Set()).add(action));
    const wired = wiring.functions[by as FunctionName];
    if (kept.some((key) => deleted?.startsWith(key))) faults.add(`${by} deleted history under ${deleted}`);
    if (!wired) continue;
    const granted = [...tableActions[wired.table], ...(wired.deletes.length > 0 ? ['DeleteItem'] : [])];
    if (!granted.includes(action)) faults.add(`${by} used ${action}, which it is not granted`);
    if (deleted !== undefined && !wired.deletes.some((key) => deleted.startsWith(key))) {
      faults.add(`${by} deleted under ${deleted}, which it is not granted`);
    }
  }
  return { faults: [...faults].sort(), used };
}

function notes(folder: string): Use[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Use),
  );
}
