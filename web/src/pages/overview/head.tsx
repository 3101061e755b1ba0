import { For } from 'solid-js';
import type { By } from '../../statistics.ts';
import { t } from '../../words/words.ts';
import css from './appendix.module.css';
import { columns } from './figures.ts';

/** The five header rows of the official form, word for word; the awaiting column stands beside it. */
export function Head(props: { by: By; awaiting: boolean }) {
  return (
    <thead class={css.head}>
      <tr>
        <th scope="col" rowSpan={4} class={css.ordinal}>
          {t('form.ordinal')}
        </th>
        <th scope="col" rowSpan={4} class={css.unit}>
          {t(`form.${props.by}`)}
        </th>
        <th scope="col" rowSpan={4}>
          {t('form.all')}
        </th>
        <th scope="colgroup" colSpan={5}>
          {t('form.noDue')}
        </th>
        <th scope="colgroup" colSpan={11}>
          {t('form.due')}
        </th>
        {props.awaiting && (
          <th scope="col" rowSpan={5} class={css.awaiting} data-screen>
            {t('form.awaiting')}
          </th>
        )}
      </tr>
      <tr>
        <th scope="col" rowSpan={3}>
          {t('form.sum')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('form.running')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('form.done')}
        </th>
        <th scope="col" rowSpan={3}>
          {t('form.sum')}
        </th>
        <th scope="colgroup" colSpan={5}>
          {t('form.open')}
        </th>
        <th scope="colgroup" colSpan={5}>
          {t('form.done')}
        </th>
      </tr>
      <tr>
        <Pair rows={2} />
        <Pair rows={2} />
        <th scope="col" rowSpan={2}>
          {t('form.sum')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('form.onTime')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('form.overdue')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('form.sum')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('form.onTime')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('form.overdue')}
        </th>
      </tr>
      <tr>
        <Pair rows={1} />
        <Pair rows={1} />
        <Pair rows={1} />
        <Pair rows={1} />
      </tr>
      <tr class={css.formulas}>
        <td class={css.ordinal} />
        <td class={css.unit} />
        <For each={columns}>{(column) => <td>{column.formula}</td>}</For>
      </tr>
    </thead>
  );
}

function Pair(props: { rows: number }) {
  return (
    <>
      <th scope="col" rowSpan={props.rows}>
        {t('form.quantity')}
      </th>
      <th scope="col" rowSpan={props.rows}>
        {t('form.percent')}
      </th>
    </>
  );
}
