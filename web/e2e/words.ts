import { access } from '../src/words/vi/access.ts';
import { admin } from '../src/words/vi/admin.ts';
import { audit } from '../src/words/vi/audit.ts';
import { campaign } from '../src/words/vi/campaign.ts';
import { core } from '../src/words/vi/core.ts';
import { evaluation } from '../src/words/vi/evaluation.ts';
import { feedback } from '../src/words/vi/feedback.ts';
import { fileout } from '../src/words/vi/fileout.ts';
import { files } from '../src/words/vi/files.ts';
import { frozen } from '../src/words/vi/frozen.ts';
import { help } from '../src/words/vi/help.ts';
import { keys } from '../src/words/vi/keys.ts';
import { lessons } from '../src/words/vi/lessons.ts';
import { life } from '../src/words/vi/life.ts';
import { lock } from '../src/words/vi/lock.ts';
import { mirror } from '../src/words/vi/mirror.ts';
import { national } from '../src/words/vi/national.ts';
import { organise } from '../src/words/vi/organise.ts';
import { overview } from '../src/words/vi/overview.ts';
import { papers } from '../src/words/vi/papers.ts';
import { post } from '../src/words/vi/post.ts';
import { queue } from '../src/words/vi/queue.ts';
import { reading } from '../src/words/vi/reading.ts';
import { roster } from '../src/words/vi/roster.ts';
import { settings } from '../src/words/vi/settings.ts';
import { sheets } from '../src/words/vi/sheets.ts';
import { training } from '../src/words/vi/training.ts';
import { work } from '../src/words/vi/work.ts';

/** The words that people read on the pages, by section. */
export const words = {
  ...core,
  ...access,
  ...keys,
  ...lock,
  ...audit,
  ...files,
  ...overview,
  ...fileout,
  ...frozen,
  ...work,
  ...papers,
  ...admin,
  ...post,
  ...reading,
  ...settings,
  ...organise,
  ...roster,
  ...life,
  ...queue,
  ...campaign,
  ...sheets,
  ...mirror,
  ...national,
  ...feedback,
  ...evaluation,
  ...help,
  ...lessons,
  ...training,
};

/** A template with its values, as the pages fill it. */
export function say(template: string, values: Record<string, string | number> = {}): string {
  return template.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name]));
}
