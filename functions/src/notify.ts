import { type AssignmentTold, notify } from '@tddh/core/notices';
import { deskFor, openGround } from './ground.ts';

const ground = openGround();

/** A rule of the bus: tells the people whom an event concerns, once. */
export const handler = (event: { 'detail-type': string; detail: AssignmentTold }) =>
  notify(deskFor(ground), event['detail-type'], event.detail);
