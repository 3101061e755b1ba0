import { createStore } from 'solid-js/store';
import { type Call, call } from '../api.ts';
import type { AssignmentItem, Confirmed } from '../shapes.ts';
import { t } from '../words/words.ts';
import { say, withUndo } from './toasts.ts';

type Row = Pick<AssignmentItem, 'id' | 'revision'>;
const most = 100;

/** Decisions that this page has taken but that the lists do not know yet: the revision decided on, by id. */
const [taken, setTaken] = createStore<Record<string, { revision: number; verb: 'confirm' | 'return' }>>({});

/** What was just decided on this row, while the list still shows it as awaiting. */
export function decided(row: Row): 'confirm' | 'return' | undefined {
  const own = taken[row.id];
  return own && own.revision === row.revision ? own.verb : undefined;
}

function mark(rows: readonly Row[], verb: 'confirm' | 'return'): () => void {
  for (const { id, revision } of rows) setTaken(id, { revision, verb });
  return () => {
    for (const { id } of rows) setTaken(id, undefined!);
  };
}

/** Confirms one report after 8 seconds in which it can be taken back. */
export function confirmOne(row: Row, undone?: () => void): void {
  const back = mark([row], 'confirm');
  withUndo({
    text: t('decide.confirmed', { n: 1 }),
    request: { method: 'POST', path: `/api/assignments/${row.id}/confirm`, revision: row.revision },
    undone: () => {
      back();
      undone?.();
    },
  });
}

/** What the server answered to each row of many. */
type Told = (results: Confirmed['results']) => void;

/** Confirms many reports after 8 seconds, and tells the result of each. */
export function confirmMany(rows: readonly Row[], told: Told): void {
  sendMany({
    ...{ rows, told, verb: 'confirm', body: {}, mark: 'confirm' },
    text: t('decide.confirmed', { n: rows.length }),
    some: (ok, bad) => t('decide.some', { ok, bad }),
  });
}

/** Takes one verb on many rows after 8 seconds, and tells the result of each. */
export function sendMany(doing: {
  rows: readonly Row[];
  verb: 'confirm' | 'return' | 'remind' | 'report';
  body: object;
  /** What the toast says while it can be taken back, and where some were refused. */
  text: string;
  some: (ok: number, bad: number) => string;
  /** How rows are marked that leave the list by it. */
  mark?: 'confirm' | 'return';
  undone?: () => void;
  told: Told;
}): void {
  if (doing.rows.length === 0) return;
  const back = doing.mark ? mark(doing.rows, doing.mark) : () => {};
  withUndo<Confirmed>({
    text: doing.text,
    request: {
      ...{ method: 'POST', path: `/api/assignments/${doing.verb}`, key: crypto.randomUUID() },
      body: { ...doing.body, ids: doing.rows.map((row) => row.id) },
    },
    send: inHundreds,
    undone: () => {
      back();
      doing.undone?.();
    },
    sent: ({ results }) => {
      const failed = results.filter((one) => !one.ok);
      if (doing.mark) for (const one of failed) setTaken(one.id, undefined!);
      if (failed.length > 0) say(doing.some(results.length - failed.length, failed.length), 'bad');
      doing.told(results);
    },
  });
}

/** Returns a report with its reason after 8 seconds. */
export function returnOne(row: Row, body: { reason: string; cureOn?: string }, undone?: () => void): void {
  const back = mark([row], 'return');
  withUndo({
    text: t('decide.returned'),
    request: { method: 'POST', path: `/api/assignments/${row.id}/return`, body, revision: row.revision },
    undone: () => {
      back();
      undone?.();
    },
  });
}

/** The server takes at most 100 at once; each part has a key of its own. */
async function inHundreds(request: Call): Promise<Confirmed> {
  const { ids, ...rest } = request.body as { ids: string[] };
  const parts = Array.from({ length: Math.ceil(ids.length / most) }, (_, i) =>
    ids.slice(i * most, (i + 1) * most),
  );
  const send = (part: string[], i: number) =>
    call<Confirmed>({ ...request, body: { ...rest, ids: part }, key: `${request.key}.${i}` });
  if (request.keepalive)
    return { results: (await Promise.all(parts.map(send))).flatMap((one) => one.results) };
  const results: Confirmed['results'] = [];
  for (const [i, part] of parts.entries()) results.push(...(await send(part, i)).results);
  return { results };
}
