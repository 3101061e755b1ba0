import { type Axis, linkChange } from '@tddh/domain/link';
import { createSignal, For } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { Card } from '../../../parts/page.tsx';
import { t } from '../../../words/words.ts';
import css from '../../admin.module.css';
import { useEditing } from '../editing.ts';
import { type LinkState, national } from './requests.ts';

const keys = ['url', 'organId', 'organName', 'partnerId'] as const;
type Key = (typeof keys)[number];
const labels = {
  url: 'national.axisUrl',
  organId: 'national.axisOrgan',
  organName: 'national.axisName',
  partnerId: 'national.axisPartner',
} as const;

/** The document axis: where it is, who we are on it and whom we answer. Empty, it is not used. */
export function AxisForm(props: { of: LinkState['link'] }) {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const [typed, setTyped] = createSignal<Partial<Record<Key, string>>>({});
  const shown = (key: Key) => typed()[key] ?? props.of.axis?.[key] ?? '';
  async function save(event: Event) {
    event.preventDefault();
    const given = Object.fromEntries(keys.map((key) => [key, shown(key).trim()])) as Record<Key, string>;
    const none = keys.every((key) => !given[key]);
    const places = props.of.axis as Partial<Axis> | null | undefined;
    const axis = none ? null : { ...places, ...given };
    if (await editing.send(linkChange, { axis }, national.set)) setTyped({});
  }
  return (
    <Card title={t('national.axis')} lead={t('national.axisHint')}>
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void save(event)}>
        <For each={keys}>
          {(key) => (
            <TextField
              label={t(labels[key])}
              {...(key === 'url' ? { inputmode: 'url' as const } : {})}
              value={shown(key)}
              change={(value) => {
                setTyped((all) => ({ ...all, [key]: value }));
                editing.forget(`axis.${key}`);
              }}
              error={editing.fault(`axis.${key}`)}
            />
          )}
        </For>
        <div>
          <Button look="primary" type="submit" disabled={editing.busy() || Object.keys(typed()).length === 0}>
            {t('manage.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
