import type { Db } from '../db.ts';
import { actors, testDesk } from '../testing.ts';
import { linkOf } from './links.ts';
import { receive } from './receive.ts';
import { workInbound } from './work.ts';

/** The agency codes of two units of a test's table. */
export const codes = [
  { code: 'H22.01', unitId: 'snv' },
  { code: 'H22.02', unitId: 'stc' },
];

/** A task as the national side tells it. */
export const task = (taskId: string, over: object = {}) => ({
  ...{ taskId, content: `Việc ${taskId}`, leads: ['H22.01'], dueOn: '2023-07-31' },
  ...over,
});

/** A version of a document, with its tasks. */
export const issued = (version: number, over: object = {}) => ({
  ...{ version, number: '500/QĐ-TTg', issuedOn: '2023-06-10', issuer: 'Thủ tướng Chính phủ' },
  ...{ type: 'Quyết định', subject: 'Về việc một', tasks: [task('a')] },
  ...over,
});

let sent = 0;
/** Sends a message in as the national side would. */
export async function come(db: Db, type: string, data: object, over: object = {}) {
  sent += 1;
  const raw = JSON.stringify({ id: `e${sent}`, source: 'vpcp', type, subject: 'vb-1', data, ...over });
  const answer = await receive(testDesk(db, actors.admin), await linkOf(db), `msg_${sent}`, raw);
  return { ...answer, raw, webhookId: `msg_${sent}` };
}

/** Sends a message in and works it, on a day. */
export async function tell(db: Db, type: string, data: object, over: object = {}, day = '2023-06-15') {
  const answer = await come(db, type, data, over);
  await workInbound(testDesk(db, actors.admin, day));
  return answer;
}
