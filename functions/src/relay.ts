import { relay } from '@tddh/core/relay';
import { publisher } from './bus.ts';
import { deskFor, openGround } from './ground.ts';

const ground = openGround();
const publish = publisher();

/** The one-minute schedule, and the API after a commit: tells the bus what is in the outbox. */
export const handler = () => relay(deskFor(ground), publish);
