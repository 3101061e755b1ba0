import { For } from 'solid-js';
import { t } from '../words/words.ts';
import { Dialog } from './dialog.tsx';
import css from './keysheet.module.css';

/** Every key, on `?`. */
export function KeySheet(props: { close: () => void }) {
  const groups = () => [
    {
      title: t('keys.everywhere'),
      keys: [
        [['Ctrl', 'K'], t('keys.palette')],
        [['/'], t('keys.search')],
        [['?'], t('keys.help')],
        [['G', t('keys.after'), 'O'], t('keys.overview')],
        [['G', t('keys.after'), 'Q'], t('keys.queue')],
        [['G', t('keys.after'), 'N'], t('keys.assignments')],
        [['N'], t('keys.enter')],
        [['Z'], t('keys.undo')],
        [['Esc'], t('keys.close')],
      ] as const,
    },
    {
      title: t('keys.list'),
      keys: [
        [['J'], t('keys.down')],
        [['K'], t('keys.up')],
        [['X'], t('keys.select')],
        [['C'], t('keys.confirm')],
        [['R'], t('keys.giveBack')],
        [['Enter'], t('keys.open')],
      ] as const,
    },
    {
      title: t('keys.table'),
      keys: [
        [['←', '↑', '↓', '→'], t('keys.arrows')],
        [['Enter'], t('keys.open')],
      ] as const,
    },
  ];
  return (
    <Dialog open title={t('keys.title')} close={props.close} wide>
      <div class={css.groups}>
        <For each={groups()}>
          {(group) => (
            <section>
              <h3>{group.title}</h3>
              <dl class={css.list}>
                <For each={group.keys}>
                  {([keys, text]) => (
                    <div>
                      <dt>
                        <For each={keys}>
                          {(key) => (key === t('keys.after') ? <i>{key}</i> : <kbd>{key}</kbd>)}
                        </For>
                      </dt>
                      <dd>{text}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}
