import { linkChange } from '@tddh/domain/link';
import { createSignal, For } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { Card } from '../../../parts/page.tsx';
import { t } from '../../../words/words.ts';
import css from '../../admin.module.css';
import { useEditing } from '../editing.ts';
import own from '../national.module.css';
import { type LinkState, national } from './requests.ts';

const keys = ['url', 'organId', 'organName', 'partnerId'] as const;
/** Names of what the axis is asked, and those it has where nobody says otherwise. */
const places = { list: 'getReceivedEdocList', get: 'getEdoc', done: 'updateStatus', send: 'sendEdoc' };
const commands = ['list', 'get', 'done', 'send'] as const;
type Key = (typeof keys)[number] | (typeof commands)[number];
const labels = {
  url: 'national.axisUrl',
  organId: 'national.axisOrgan',
  organName: 'national.axisName',
  partnerId: 'national.axisPartner',
  list: 'national.axisList',
  get: 'national.axisGet',
  done: 'national.axisDone',
  send: 'national.axisSend',
} as const;
const hints = {
  url: 'national.axisUrlHint',
  organId: 'national.axisOrganHint',
  organName: 'national.axisNameHint',
  partnerId: 'national.axisPartnerHint',
} as const;

/** The document axis: where it is, who we are on it and whom we answer. Empty, it is not used. */
export function AxisForm(props: { of: LinkState['link'] }) {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const [typed, setTyped] = createSignal<Partial<Record<Key, string>>>({});
  const shown = (key: Key) =>
    typed()[key] ?? props.of.axis?.[key] ?? (key in places ? places[key as keyof typeof places] : '');
  async function save(event: Event) {
    event.preventDefault();
    const all = [...keys, ...commands];
    const given = Object.fromEntries(all.map((key) => [key, shown(key).trim()])) as Record<Key, string>;
    const none = keys.every((key) => !given[key]);
    const axis = none ? null : given;
    if (await editing.send(linkChange, { axis }, national.set)) setTyped({});
  }
  const Line = (line: { of: Key; hint?: string }) => (
    <TextField
      label={t(labels[line.of])}
      {...(line.hint ? { hint: line.hint } : {})}
      {...(line.of === 'url' ? { inputmode: 'url' as const } : {})}
      value={shown(line.of)}
      change={(value) => {
        setTyped((all) => ({ ...all, [line.of]: value }));
        editing.forget(`axis.${line.of}`);
      }}
      error={editing.fault(`axis.${line.of}`)}
    />
  );
  return (
    <Card title={t('national.axis')} lead={t('national.axisHint')}>
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void save(event)}>
        <For each={keys}>{(key) => <Line of={key} hint={t(hints[key])} />}</For>
        <details class={own.body}>
          <summary>{t('national.axisCommands')}</summary>
          <p>{t('national.axisCommandsHint')}</p>
          <For each={commands}>{(key) => <Line of={key} />}</For>
        </details>
        <div>
          <Button look="primary" type="submit" disabled={editing.busy() || Object.keys(typed()).length === 0}>
            {t('manage.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
