import { linkMaps, statusNames } from '@tddh/domain/link';
import { nationalTypes } from '@tddh/domain/national';
import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { useCatalog } from '../../../parts/catalog.ts';
import { TextArea } from '../../../parts/field.tsx';
import { Card } from '../../../parts/page.tsx';
import { t } from '../../../words/words.ts';
import css from '../../admin.module.css';
import { useEditing } from '../editing.ts';
import own from '../national.module.css';
import { useAct } from './act.ts';
import { DryRun, type Tried } from './dryrun.tsx';
import { OfLink } from './link.tsx';
import { type Read, readCodes, readFields, readStatuses, readTypes, showCodes, showPairs } from './maps.ts';
import { type LinkState, national } from './requests.ts';

const names = ['codes', 'types', 'fields', 'statuses'] as const;
type Name = (typeof names)[number];
const fieldNames = [
  ...['version', 'document', 'number', 'issuedOn', 'issuer', 'type', 'subject', 'signer', 'tasks'],
  ...['taskId', 'content', 'leads', 'dueOn', 'reference', 'reason', 'cureOn'],
] as const;

/** Codes of agencies, names of messages, places of fields, status codes. */
export function NationalMaps() {
  return <OfLink>{(state) => <Maps of={state().link} />}</OfLink>;
}

/** Maps are tried on what came before they are kept. */
function Maps(props: { of: LinkState['link'] }) {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const act = useAct();
  const catalog = useCatalog();
  const [typed, setTyped] = createSignal<Partial<Record<Name, string>>>({});
  const [tried, setTried] = createSignal<Tried>();
  const units = () => catalog().units;
  const shown = (name: Name) =>
    typed()[name] ?? (name === 'codes' ? showCodes(props.of.codes, units()) : showPairs(props.of[name]));
  const reads = () => ({
    codes: readCodes(shown('codes'), units()),
    types: readTypes(shown('types')),
    fields: readFields(shown('fields')),
    statuses: readStatuses(shown('statuses')),
  });
  const fault = (name: Name) => {
    const read: Read<unknown> = reads()[name];
    if (!('line' in read)) return editing.fault(name);
    return t(name === 'codes' ? 'national.badCode' : 'national.badLine', { n: read.at, line: read.line });
  };
  const maps = () => {
    const { codes, types, fields, statuses } = reads();
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
  return (
    <Card title={t('national.maps')} lead={t('national.mapsLead')}>
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void save(event)}>
        <For each={names}>
          {(name) => (
            <>
              <TextArea
                label={t(`national.${name}`)}
                hint={t(`national.${name}Hint`)}
                rows={name === 'statuses' ? 12 : 5}
                spellcheck={false}
                value={shown(name)}
                change={(text) => setTyped((all) => ({ ...all, [name]: text }))}
                error={fault(name)}
              />
              <Known of={name} />
            </>
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
          <Show when={tried()}>{(all) => <DryRun of={all()} />}</Show>
        </div>
      </form>
    </Card>
  );
}

/** The names of ours that a map may use, and what each means. */
function Known(props: { of: Name }) {
  const known = (): (readonly [string, string])[] => {
    if (props.of === 'types') return nationalTypes.map((name) => [name, t(`national.type.${name}`)]);
    if (props.of === 'statuses') return statusNames.map((name) => [name, t(`national.status.${name}`)]);
    if (props.of === 'fields') return fieldNames.map((name) => [name, t(`national.fieldName.${name}`)]);
    return [];
  };
  return (
    <Show when={known().length > 0}>
      <details class={own.known}>
        <summary>{t('national.known', { what: t(`national.${props.of}`) })}</summary>
        <dl>
          <For each={known()}>
            {([name, meaning]) => (
              <div>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            )}
          </For>
        </dl>
      </details>
    </Show>
  );
}
