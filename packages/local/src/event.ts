import type { FunctionName } from '@tddh/functions/wiring';

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

/** A function of the wiring, called in this process. */
export type Target = (event: BusEvent) => Promise<unknown>;
export type Targets = Partial<Record<FunctionName, Target>>;
