import { flatten, resolveTemplate, translator } from '@solid-primitives/i18n';
import { createSignal } from 'solid-js';
import { keep } from '../theme.ts';
import type { AllWords, Section } from './sections.ts';
import { core } from './vi/core.ts';

export type Language = 'vi' | 'en';

type Loaded = Record<string, unknown>;
const vietnamese = import.meta.glob<Record<string, Loaded>>(['./vi/*.ts', '!./vi/core.ts']);

const [language, setLanguage] = createSignal<Language>('vi');
/** Every word that is loaded. A section that comes tells nobody: what is shown was loaded before, and stays as it is. */
let list: Loaded = flatten(core);
const sections = new Set<Section>(['core']);

export { language };

/** The words of a key, in the language chosen. Keys are typed: a missing one fails the type check. */
export const t = translator(() => {
  language();
  return list as AllWords;
}, resolveTemplate);

/** Loads a section of words for a page; `core` is always there. */
export async function loadWords(section: Section): Promise<void> {
  if (sections.has(section)) return;
  const words = await read(language(), section);
  sections.add(section);
  list = { ...list, ...words };
}

/** Switches the language, once every section in use is loaded in it. */
export async function chooseLanguage(next: Language): Promise<void> {
  const parts = await Promise.all([...sections].map((section) => read(next, section)));
  list = Object.assign({}, list, ...parts);
  setLanguage(next);
  document.documentElement.lang = next;
  keep('tddh.language', next);
}

async function read(of: Language, section: Section): Promise<Loaded> {
  if (of === 'vi' && section === 'core') return flatten(core);
  const files = of === 'vi' ? vietnamese : (await import('./english.ts')).english;
  const file = await files[`./${of}/${section}.ts`]?.();
  const words = file?.[section];
  if (!words) throw new Error(`no words: ${of}/${section}`);
  return flatten(words);
}
