import { Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { Hints } from '../../parts/hints.tsx';
import { t } from '../../words/words.ts';
import css from '../entry.module.css';

/** What can be done with the whole document, and the keys for it. */
export function EntryFoot(props: {
  busy: boolean;
  /** True where number and day are there: then it is assigned at once. */
  complete: boolean;
  /** True beside a source. */
  reviewing: boolean;
  saveDraft: () => void;
  clear: () => void;
}) {
  return (
    <div class={css.foot}>
      <Button look="primary" type="submit" disabled={props.busy}>
        {t(props.busy ? 'entry.saving' : props.complete ? 'entry.save' : 'entry.saveDraft')}
      </Button>
      <Show when={props.complete}>
        <Button disabled={props.busy} onClick={() => props.saveDraft()}>
          {t('entry.saveDraft')}
        </Button>
      </Show>
      <Button look="quiet" onClick={() => props.clear()}>
        {t('entry.clear')}
      </Button>
      <Hints
        label={t('nav.keys')}
        keys={[
          ['Ctrl Enter', t('entry.keySave')],
          ['Alt N', t('entry.keyAdd')],
          ['Alt Delete', t('entry.keyDrop')],
          ['Alt K', t('review.keyNone')],
          ...(props.reviewing
            ? ([
                ['Alt A', t('review.keySelect')],
                ['Alt Enter', t('review.keySplit')],
                ['Alt Backspace', t('review.keyMerge')],
                ['Alt Z', t('review.keyUndo')],
              ] as const)
            : []),
        ]}
      />
    </div>
  );
}
