import { mostFiles } from '@tddh/domain/file';
import type { Package } from '@tddh/forms/incoming/incoming';
import { NotTaken, upload } from '../../parts/uploading.ts';
import { t } from '../../words/words.ts';
import type { Brought } from './form.ts';

/**
 * Sends the attachments of a package, and the package itself, to the store: they become files of the document when it
 * is saved. One that is not taken is told of with its reason; the others stay.
 * @param told hears which file is on its way
 */
export async function keepFiles(
  file: File,
  { head, attachments }: Package,
  told: (name: string) => void,
): Promise<Brought> {
  const brought: Brought = { name: file.name, sender: head.from.name, files: [], refused: [] };
  const parts = attachments.map(({ name, bytes }) => new File([bytes], name));
  const whole = new File([file], `${file.name.replace(/\.[a-z]{1,5}$/i, '')}.edxml`);
  for (const one of [...parts, whole]) {
    told(one.name);
    try {
      if (brought.files.length >= mostFiles) throw new NotTaken(t('file.most', { n: mostFiles }), false);
      brought.files.push(await upload(one, () => {}, new AbortController().signal));
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      brought.refused.push({ name: one.name, why: error.again ? t('brought.again') : error.message });
    }
  }
  return brought;
}
