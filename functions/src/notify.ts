import { type AssignmentTold, notify } from '@tddh/core/notices';
import { bell } from './bus.ts';
import { deskFor, openGround } from './ground.ts';
import { morning } from './morning.ts';

const ground = openGround();
const { ring, rung } = bell();

/** A rule of the bus: tells the people whom an event concerns, once, and rings for the letters that it queued. */
export async function handler(event: { 'detail-type': string; detail: AssignmentTold }) {
  const desk = deskFor(ground);
  // What the night's sweep tells is read in the morning; a frozen day (sample, training) has no night.
  const night = event.detail.by?.role === 'system' && !process.env.TODAY;
  const notBefore = night ? morning(desk.now) : undefined;
  const told = await notify(desk, event['detail-type'], event.detail, notBefore);
  if (told.letters > 0) ring('mail');
  await rung();
  return told;
}
