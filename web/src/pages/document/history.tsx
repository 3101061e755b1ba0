import { showDay } from '@tddh/domain/day';
import type { Task } from '@tddh/domain/task';
import { For, Show } from 'solid-js';
import { Card } from '../../parts/page.tsx';
import { sayRule } from '../../parts/period.ts';
import type { DocumentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../document.module.css';

const names = { entered: 'paper.entered', issued: 'paper.issuedEvent', changed: 'paper.changed' } as const;

/** What was done to the document, the newest first, with the values before a correction. */
export function DocumentHistory(props: { detail: DocumentDetail; fieldName: (id: string) => string }) {
  const before = (values: Record<string, unknown> | undefined) =>
    Object.entries(values ?? {})
      .filter(([name]) => name !== 'noTask' && name !== 'type')
      .map(([name, value]) => {
        if (value === null || value === '') return t('paper.emptyBefore');
        if (name === 'tasks')
          return (value as Task[]).map((task) => task.recurring && sayRule(task.recurring)).join(', ');
        if (name === 'issuedOn') return showDay(String(value));
        return name === 'fieldId' ? props.fieldName(String(value)) : String(value);
      })
      .join(' · ');
  return (
    <Card title={t('paper.history')}>
      <ol class={css.history}>
        <For each={[...props.detail.history].reverse()}>
          {(row) => (
            <li>
              <div class={css.what}>
                <b>{t(names[row.type])}</b>
                <span>{showDay(row.on)}</span>
              </div>
              <p>
                {row.by.name} · {t(`role.${row.by.role}`)}
              </p>
              <Show when={row.reason}>
                <p>{row.reason}</p>
              </Show>
              <Show when={before(row.before)}>
                {(values) => <p>{t('paper.before', { values: values() })}</p>}
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Card>
  );
}
