import type { FunctionName } from '@tddh/functions/wiring';
import type { SQSEvent } from 'aws-lambda';

/** An event as EventBridge hands it to a function. */
export interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

/** A function of the wiring, called in this process with one event, or with a batch of them from its queue. */
export type Target = (event: BusEvent | SQSEvent) => Promise<unknown>;
export type Targets = Partial<Record<FunctionName, Target>>;
