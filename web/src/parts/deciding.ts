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

/** Confirms many reports after 8 seconds, and tells the result of each. */
export function confirmMany(rows: readonly Row[], told: (results: Confirmed['results']) => void): void {
  const only = rows[0];
  if (!only) return;
  const back = mark(rows, 'confirm');
  withUndo<Confirmed>({
    text: t('decide.confirmed', { n: rows.length }),
    request: { method: 'POST', path: '/api/assignments/confirm', body: { ids: rows.map((row) => row.id) } },
    send: inHundreds,
    undone: back,
    sent: ({ results }) => {
      const failed = results.filter((one) => !one.ok);
      for (const one of failed) setTaken(one.id, undefined!);
      if (failed.length > 0) {
        say(t('decide.some', { ok: results.length - failed.length, bad: failed.length }), 'bad');
      }
      told(results);
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

/** The server takes at most 100 at once. */
async function inHundreds(request: Call): Promise<Confirmed> {
  const { ids } = request.body as { ids: string[] };
  const parts = Array.from({ length: Math.ceil(ids.length / most) }, (_, i) =>
    ids.slice(i * most, (i + 1) * most),
  );
  const send = (part: string[]) => call<Confirmed>({ ...request, body: { ids: part } });
  if (request.keepalive)
    return { results: (await Promise.all(parts.map(send))).flatMap((one) => one.results) };
  const results: Confirmed['results'] = [];
  for (const part of parts) results.push(...(await send(part)).results);
  return { results };
}
