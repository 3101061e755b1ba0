import type { Flatten } from '@solid-primitives/i18n';
import type { access } from './vi/access.ts';
import type { admin } from './vi/admin.ts';
import type { audit } from './vi/audit.ts';
import type { campaign } from './vi/campaign.ts';
import type { core } from './vi/core.ts';
import type { evaluation } from './vi/evaluation.ts';
import type { feedback } from './vi/feedback.ts';
import type { fileout } from './vi/fileout.ts';
import type { files } from './vi/files.ts';
import type { frozen } from './vi/frozen.ts';
import type { help } from './vi/help.ts';
import type { keys } from './vi/keys.ts';
import type { lessons } from './vi/lessons.ts';
import type { life } from './vi/life.ts';
import type { lock } from './vi/lock.ts';
import type { mirror } from './vi/mirror.ts';
import type { national } from './vi/national.ts';
import type { organise } from './vi/organise.ts';
import type { overview } from './vi/overview.ts';
import type { papers } from './vi/papers.ts';
import type { post } from './vi/post.ts';
import type { queue } from './vi/queue.ts';
import type { reading } from './vi/reading.ts';
import type { roster } from './vi/roster.ts';
import type { settings } from './vi/settings.ts';
import type { sheets } from './vi/sheets.ts';
import type { training } from './vi/training.ts';
import type { work } from './vi/work.ts';

/** One line for each file of `vi/`. A route names the sections that its page needs (see app.tsx). */
interface Sections {
  access: typeof access;
  audit: typeof audit;
  core: typeof core;
  keys: typeof keys;
  lock: typeof lock;
  fileout: typeof fileout;
  files: typeof files;
  overview: typeof overview;
  frozen: typeof frozen;
  mirror: typeof mirror;
  feedback: typeof feedback;
  evaluation: typeof evaluation;
  work: typeof work;
  papers: typeof papers;
  admin: typeof admin;
  post: typeof post;
  queue: typeof queue;
  campaign: typeof campaign;
  settings: typeof settings;
  organise: typeof organise;
  roster: typeof roster;
  reading: typeof reading;
  life: typeof life;
  sheets: typeof sheets;
  national: typeof national;
  help: typeof help;
  training: typeof training;
  lessons: typeof lessons;
}
export type Section = keyof Sections;

type Merged = Sections['core'] &
  Sections['access'] &
  Sections['keys'] &
  Sections['lock'] &
  Sections['audit'] &
  Sections['fileout'] &
  Sections['files'] &
  Sections['overview'] &
  Sections['frozen'] &
  Sections['mirror'] &
  Sections['feedback'] &
  Sections['evaluation'] &
  Sections['work'] &
  Sections['papers'] &
  Sections['admin'] &
  Sections['post'] &
  Sections['queue'] &
  Sections['campaign'] &
  Sections['settings'] &
  Sections['organise'] &
  Sections['roster'] &
  Sections['reading'] &
  Sections['life'] &
  Sections['sheets'] &
  Sections['national'] &
  Sections['help'] &
  Sections['training'] &
  Sections['lessons'];
export type AllWords = Flatten<Merged>;

/** What the same section looks like in another language: the same keys, other words. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
