import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import css from '../entry/bring.module.css';
import { saveTemplate, tableOf, usePastedTable } from './tables.ts';

/** The way in for a table: paste it anywhere on the page, or choose an Excel file. */
export function TableIn(props: {
  title: string;
  hint: string;
  take: (grid: string[][]) => void;
  template?: { name: string; columns: readonly { title: string }[]; example: readonly string[] };
}) {
  const [trouble, setTrouble] = createSignal('');
  let chooser: HTMLInputElement | undefined;
  usePastedTable((grid) => props.take(grid));
  async function choose(file: File | undefined) {
    if (!file) return;
    const table = await tableOf(file);
    if ('trouble' in table) setTrouble(table.trouble);
    else props.take(table.grid);
  }
  return (
    <section class={css.bring} data-screen>
      <FileUp size={20} aria-hidden="true" />
      <div class={css.words}>
        <p class={css.title}>{props.title}</p>
        <p class={css.kinds} aria-live="polite">
          {trouble() || props.hint}
        </p>
      </div>
      <div class={css.actions}>
        <Show when={props.template}>
          {(one) => (
            <Button look="quiet" onClick={() => void saveTemplate(one().name, one().columns, one().example)}>
              {t('grid.template')}
            </Button>
          )}
        </Show>
        <Button onClick={() => chooser?.click()}>{t('register.choose')}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.txt"
          aria-label={t('register.choose')}
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}
