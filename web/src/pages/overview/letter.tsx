import type { Signing } from '@tddh/domain/signing';
import { createSignal, For } from 'solid-js';
import { search } from '../../api.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import type { StatisticsQuery } from '../../statistics.ts';
import { t } from '../../words/words.ts';

const parts = ['place', 'onBehalf', 'title', 'name', 'recipients'] as const;
const most: Record<keyof Signing, number> = { place: 60, onBehalf: 80, title: 80, name: 80, recipients: 600 };

/** Asks who signs the annex, where, and who gets it; the settings are the defaults. Then it is saved as Word. */
export function Letter(props: { query: StatisticsQuery; close: () => void }) {
  const catalog = useCatalog();
  const [typed, setTyped] = createSignal<Partial<Signing>>({});
  const shown = (part: keyof Signing) => typed()[part] ?? catalog().papers[part];
  /** An empty field is empty on the paper, so it is sent as such. */
  const written = () =>
    Object.entries(typed())
      .map(([part, text]) => `&${part}=${encodeURIComponent(text)}`)
      .join('');
  return (
    <Dialog
      open
      title={t('out.letter')}
      close={props.close}
      foot={
        <>
          <Button onClick={props.close}>{t('act.cancel')}</Button>
          <ButtonLink
            look="primary"
            download=""
            href={`/api/statistics.docx${search(props.query)}${written()}`}
            onClick={() => setTimeout(props.close)}
          >
            {t('out.letterSave')}
          </ButtonLink>
        </>
      }
    >
      <For each={parts}>
        {(part) => (
          <TextField
            label={t(`out.${part}`)}
            hint={part === 'recipients' ? t('out.recipientsHint') : undefined}
            value={shown(part)}
            maxLength={most[part]}
            change={(text) => setTyped((all) => ({ ...all, [part]: text }))}
          />
        )}
      </For>
    </Dialog>
  );
}
