import { type Db, openDb } from '@tddh/core/db';
import { type Desk, newId } from '@tddh/core/desk';
import type { FileStore } from '@tddh/core/store';
import { type Day, dayOf, isDay } from '@tddh/domain/day';
import { type Actor, system } from '@tddh/domain/person';
import type { Bell } from './bus.ts';
import { secret } from './secret.ts';
import type { Given } from './signed.ts';
import { openStore } from './store.ts';
import { holdsBack } from './training.ts';

/** What a process stands on: the table, the clocks, and whether it shows the sample. Given to tests, else from the environment. */
export interface Ground {
  db: Db;
  /** Real time. */
  now: () => Date;
  /** The business day: frozen by `TODAY`, else the local day of `now`. */
  today: () => Day;
  /** True for the sample data, whose day is frozen. */
  sample: boolean;
  /** True for the training mode: a sample of its own, from which nothing goes out (`TRAINING`). */
  training: boolean;
  /** Where the training mode of this product is found, for its help to lead there (`TRAINING_ORIGIN`). */
  trainingOrigin: string | undefined;
  /** Begins the training anew from its sample; absent where that is done from outside. */
  startOver?: () => Promise<void>;
  /** Whether administrators owe a second factor and unused accounts go stale: not in the sample. */
  owed: boolean;
  /** The origin of the page, where it is not the request's own (`PUBLIC_ORIGIN`). */
  origin: string | undefined;
  /** What the distribution adds to its requests (`ORIGIN_KEY`), so that the viewer's address it tells is believed. */
  originKey: string | undefined;
  /** A secret by its name: `NATIONAL_SECRET` and `NATIONAL_OUTBOUND_SECRET` (`whsec_...`) of the default link. */
  secret: Given;
  /** Where the content of files lies (`FILES_BUCKET`). */
  store: FileStore;
  /** What an answer with a file may weigh, and how long its making may take: what needs more is a job. */
  answer: { bytes: number; milliseconds: number };
  /** Rings the relay after a commit, `mail` after a letter, `fileout` for a long file; the one-minute schedules guarantee each. */
  ring: (whom?: Bell) => void;
}

/** The ground of this process. @throws Error where `TODAY` is no day */
export function openGround(environment: Record<string, string | undefined> = process.env): Ground {
  const frozen = environment.TODAY || undefined;
  if (frozen && !isDay(frozen)) throw new Error(`TODAY=${frozen} không phải một ngày (ví dụ 2023-11-30).`);
  const now = () => new Date();
  return {
    db: openDb(environment),
    now,
    today: () => frozen ?? dayOf(now()),
    sample: environment.SAMPLE === '1',
    training: holdsBack(environment),
    trainingOrigin: environment.TRAINING_ORIGIN || undefined,
    owed: environment.SAMPLE !== '1',
    origin: environment.PUBLIC_ORIGIN || undefined,
    originKey: environment.ORIGIN_KEY || undefined,
    secret,
    // Lambda answers at most 6 MB, a third of which base64 takes, in 30 s.
    answer: { bytes: 4 * 1024 * 1024, milliseconds: 12_000 },
    ring: () => {},
    store: openStore(environment),
  };
}

/** A desk for this actor, now. */
export function deskFor(ground: Ground, actor: Actor = system): Desk {
  return { db: ground.db, actor, today: ground.today(), now: ground.now(), newId, store: ground.store };
}
