import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { For, Show } from 'solid-js';
import { Cell } from '../../parts/cell.tsx';
import { t } from '../../words/words.ts';
import { nextSort, type Sort } from './query.ts';
import css from './row.module.css';

/** The head of the list: pressing a column sorts by it. */
export function Head(props: {
  sort: string | undefined;
  change: (sort: string | undefined) => void;
  own: boolean;
  choose?: () => void;
  chosen: boolean;
}) {
  const columns = (): [Sort | undefined, string][] => [
    ['document', t('list.document')],
    [undefined, t('list.content')],
    ['unit', t(props.own ? 'list.department' : 'list.agency')],
    ['due', t('list.due')],
    ['state', t('list.state')],
    ...(props.own ? [[undefined, t('mine.report')] as [undefined, string]] : []),
  ];
  const way = (key: Sort | undefined) => {
    if (key && props.sort === key) return 'ascending';
    return key && props.sort === `-${key}` ? 'descending' : undefined;
  };
  return (
    <div
      class={css.head}
      data-choose={props.choose ? '' : undefined}
      data-own={props.own ? '' : undefined}
      role="presentation"
    >
      <Show when={props.choose}>
        {(choose) => (
          <Cell head>
            <input
              type="checkbox"
              aria-label={t('list.chooseAll')}
              checked={props.chosen}
              onClick={(event) => {
                choose()();
                // The browser has flipped it already; what is chosen decides.
                event.currentTarget.checked = props.chosen;
              }}
            />
          </Cell>
        )}
      </Show>
      <For each={columns()}>
        {([key, name]) => (
          <Cell head sort={way(key)}>
            <Show when={key} fallback={name}>
              {(by) => (
                <button
                  type="button"
                  title={t('list.sort', { what: name })}
                  onClick={() => props.change(nextSort(props.sort, by()))}
                >
                  {name}
                  <Show when={way(by()) === 'ascending'}>
                    <ArrowUp size={14} />
                  </Show>
                  <Show when={way(by()) === 'descending'}>
                    <ArrowDown size={14} />
                  </Show>
                </button>
              )}
            </Show>
          </Cell>
        )}
      </For>
    </div>
  );
}
