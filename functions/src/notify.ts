import { type AssignmentTold, notify } from '@tddh/core/notices';
import type { SQSEvent } from 'aws-lambda';
import { eachOf } from './batch.ts';
import { bell } from './bus.ts';
import { deskFor, openGround } from './ground.ts';
import { morning } from './morning.ts';

const ground = openGround();
const { ring, rung } = bell();

/** A rule of the bus, by a queue: tells the people whom each event concerns, once, and rings for the letters queued. */
export async function handler(batch: SQSEvent) {
  const desk = deskFor(ground);
  let letters = 0;
  const answer = await eachOf<AssignmentTold>(batch, async ({ 'detail-type': type, detail }) => {
    // What the night's sweep tells is read in the morning; a frozen day (sample, training) has no night.
    const night = detail.by?.role === 'system' && !process.env.TODAY;
    letters += (await notify(desk, type, detail, night ? morning(desk.now) : undefined)).letters;
  });
  if (letters > 0) ring('mail');
  await rung();
  return answer;
}
