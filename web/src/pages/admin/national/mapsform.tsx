import { linkMaps } from '@tddh/domain/link';
import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { TextArea } from '../../../parts/field.tsx';
import { Card } from '../../../parts/page.tsx';
import { t } from '../../../words/words.ts';
import css from '../../admin.module.css';
import { useEditing } from '../editing.ts';
import { useAct } from './act.ts';
import { type Read, readCodes, readFields, readStatuses, readTypes, showCodes, showPairs } from './maps.ts';
import { type LinkState, national } from './requests.ts';

const names = ['codes', 'types', 'fields', 'statuses'] as const;
type Name = (typeof names)[number];
const readers = { codes: readCodes, types: readTypes, fields: readFields, statuses: readStatuses };

/** Codes of agencies, names of messages and places of fields: tried on what came before they are kept. */
export function Maps(props: { of: LinkState['link'] }) {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const act = useAct();
  const [typed, setTyped] = createSignal<Partial<Record<Name, string>>>({});
  const [tried, setTried] = createSignal<Awaited<ReturnType<typeof national.dryRun>>['items']>();
  const shown = (name: Name) =>
    typed()[name] ?? (name === 'codes' ? showCodes(props.of.codes) : showPairs(props.of[name]));
  const fault = (name: Name) => {
    const read: Read<unknown> = readers[name](shown(name));
    return 'line' in read ? t('national.badLine', { n: read.at, line: read.line }) : editing.fault(name);
  };
  const maps = () => {
    const [codes, types] = [readCodes(shown('codes')), readTypes(shown('types'))];
    const [fields, statuses] = [readFields(shown('fields')), readStatuses(shown('statuses'))];
    return 'value' in codes && 'value' in types && 'value' in fields && 'value' in statuses
      ? { codes: codes.value, types: types.value, fields: fields.value, statuses: statuses.value }
      : undefined;
  };
  async function save(event: Event) {
    event.preventDefault();
    const input = maps();
    if (input && (await editing.send(linkMaps, input, national.set))) setTyped({});
  }
  async function dryRun() {
    const input = maps();
    const answer = input && (await act.run(() => national.dryRun(input), ''));
    if (answer) setTried(answer.items);
  }
  const faulty = () => (tried() ?? []).flatMap((one) => (one.fault ? [{ ...one, fault: one.fault }] : []));
  return (
    <Card title={t('national.maps')}>
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void save(event)}>
        <For each={names}>
          {(name) => (
            <TextArea
              label={t(`national.${name}`)}
              hint={t(`national.${name}Hint`)}
              rows={4}
              spellcheck={false}
              value={shown(name)}
              change={(text) => setTyped((all) => ({ ...all, [name]: text }))}
              error={fault(name)}
            />
          )}
        </For>
        <div class={css.bar}>
          <Button
            look="primary"
            type="submit"
            disabled={!maps() || editing.busy() || Object.keys(typed()).length === 0}
          >
            {t('manage.save')}
          </Button>
          <Button disabled={!maps() || act.busy()} onClick={() => void dryRun()}>
            {t('national.dryRun')}
          </Button>
        </div>
        <div role="status">
          <Show when={tried()}>
            {(all) => <p>{t('national.dryGood', { n: all().length - faulty().length })}</p>}
          </Show>
          <Show when={faulty().length > 0}>
            <p>{t('national.dryBad', { n: faulty().length })}</p>
            <ul>
              <For each={faulty()}>
                {(one) => (
                  <li>
                    {t(`national.fault.${one.fault.code}`)}: {one.fault.about}
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      </form>
    </Card>
  );
}
