import { createSignal } from 'solid-js';
import { say } from '../../parts/toasts.ts';
import { t } from '../../words/words.ts';
import { keepFiles } from './brought.ts';
import { readFile } from './files.ts';
import { type KeptTable, keepTable, readTable } from './keep.ts';
import type { SaidProps } from './said.tsx';
import type { useWorking } from './working.ts';

/** What comes in by the ways of the page: texts, files of many forms, tables; and the table that is looked through. */
export function useArrivals(
  personId: string,
  work: ReturnType<typeof useWorking>,
  page: { begin: () => void; say: (said: SaidProps) => void },
) {
  const [reading, setReading] = createSignal('');
  const [table, show] = createSignal(readTable(personId));

  function setTable(grid: string[][] | undefined) {
    const next = grid && { batch: `b-${crypto.randomUUID()}`, grid };
    show(next);
    keepTable(personId, next);
  }
  /** Reads a text and says what came of it. */
  async function take(text: string, name: string) {
    const taken = await work.take(text, name);
    if (taken === 'secret') {
      page.say({ secret: t('tray.secret') });
      return;
    }
    page.begin();
    const words = taken.official ? (taken.tasks > 0 ? 'bring.read' : 'bring.none') : 'bring.strange';
    page.say({ told: t(words, { n: taken.tasks, name }) });
  }
  async function takeFile(file: File) {
    const answer = await readFile(file);
    if (answer === 'slow') work.trouble(file.name, t('bring.slow', { name: file.name }));
    else if (answer.trouble) work.trouble(file.name, answer.trouble);
    else if (answer.rows) setTable(answer.rows);
    else if (answer.read && answer.read.kind !== 'sheet') {
      const { read } = answer;
      const pack = read.kind === 'package' && {
        head: read.head,
        keep: () => keepFiles(file, read, (name) => setReading(name)),
      };
      const taken = await work.take(read.text, file.name, pack || undefined);
      if (taken === 'secret') work.trouble(file.name, t('tray.secret'));
      else if (read.kind === 'package')
        say(
          t(read.text ? 'bring.package' : 'bring.bare', {
            files: read.attachments.map(({ name }) => name).join(', '),
          }),
        );
      else if (read.misnamed) say(t('bring.misnamed', { form: read.form }));
    }
  }
  async function files(list: readonly File[]) {
    for (const file of list) {
      setReading(file.name);
      await takeFile(file);
    }
    setReading('');
    page.begin();
    page.say({});
  }
  return { ...{ reading, table, setTable, take, files }, keep: (one: KeptTable) => keepTable(personId, one) };
}

/** Saves the Excel template, with an example of this Office. */
export async function saveTaskTemplate(issuer: string): Promise<void> {
  const [{ saveTemplate }, { taskColumns }] = await Promise.all([
    import('../sheet/tables.ts'),
    import('@tddh/intake/sheets/tasks'),
  ]);
  await saveTemplate('mau-nhap-nhiem-vu', taskColumns, [
    ...['123/UBND-KT', '30/11/2023', issuer, 'Công văn', 'Về việc rà soát chợ', ''],
    ...['Rà soát các chợ trên địa bàn', 'Sở Công Thương', 'UBND các huyện, thành phố', '15/12/2023'],
  ]);
}
