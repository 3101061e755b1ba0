import { settingGroups } from '@tddh/domain/settingrule';
import { type SettingName, settingRules, settingsChange } from '@tddh/domain/settings';
import { createSignal, For, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckField, TextField } from '../../parts/field.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { useQuery } from '../../query.ts';
import type { Settings } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../admin.module.css';
import { useEditing } from './editing.ts';

const settingsQuery = () => ({ queryKey: ['settings'], queryFn: api.settings });

/** The figures that an administrator may change, by group; what is changed holds at once. */
export function AdminSettings() {
  const query = useQuery(settingsQuery);
  return (
    <Page title={t('manage.settings')} lead={t('settings.lead')} width="form">
      <Answered query={query} waiting={<Skeleton lines={8} height={36} />}>
        {(data) => <Form settings={data().settings} />}
      </Answered>
    </Page>
  );
}

type Shown = string | boolean;

function Form(props: { settings: Settings }) {
  let element: HTMLFormElement | undefined;
  const editing = useEditing(() => element);
  const [typed, setTyped] = createSignal<Partial<Record<SettingName, Shown>>>({});
  const stored = (name: SettingName): Shown => {
    const value = props.settings[name];
    return typeof value === 'boolean' ? value : Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };
  const shown = (name: SettingName) => typed()[name] ?? stored(name);
  const change = (name: SettingName, value: Shown) => {
    setTyped((all) => ({ ...all, [name]: value }));
    editing.forget(name);
  };
  const changed = () =>
    (Object.keys(typed()) as SettingName[]).filter((name) => typed()[name] !== stored(name));

  async function save(event: Event) {
    event.preventDefault();
    const input = Object.fromEntries(changed().map((name) => [name, meant(name, shown(name))]));
    const { revision } = props.settings;
    const done = await editing.send(settingsChange, input, (body) => api.setSettings(body, revision ?? 0));
    if (done) setTyped({});
  }
  return (
    <form ref={element} class={css.stack} novalidate onSubmit={(event) => void save(event)}>
      <For each={settingGroups.filter((group) => namesOf(group).length > 0)}>
        {(group) => (
          <Card title={t(`settings.group.${group}`)}>
            <div class={css.form}>
              <For each={namesOf(group)}>
                {(name) => (
                  <Show
                    when={settingRules[name].kind !== 'switch'}
                    fallback={
                      <CheckField
                        label={t(`settings.${name}`)}
                        hint={t(`settings.${name}Hint`)}
                        checked={shown(name) === true}
                        change={(on) => change(name, on)}
                      />
                    }
                  >
                    <TextField
                      label={t(`settings.${name}`)}
                      hint={t(`settings.${name}Hint`)}
                      inputmode={settingRules[name].kind === 'whole' ? 'numeric' : undefined}
                      value={String(shown(name))}
                      change={(value) => change(name, value)}
                      error={editing.fault(name)}
                    />
                  </Show>
                )}
              </For>
            </div>
          </Card>
        )}
      </For>
      <div>
        <Button look="primary" type="submit" disabled={editing.busy() || changed().length === 0}>
          {t('manage.save')}
        </Button>
      </div>
    </form>
  );
}

function namesOf(group: (typeof settingGroups)[number]): SettingName[] {
  return (Object.keys(settingRules) as SettingName[]).filter((name) => settingRules[name].group === group);
}

/** What a field's text means: a number, a list of numbers, or itself where it is neither (the schema refuses it). */
function meant(name: SettingName, value: Shown): unknown {
  const number = (text: string) => (/^\s*\d+\s*$/.test(text) ? Number(text) : text);
  if (typeof value === 'boolean') return value;
  switch (settingRules[name].kind) {
    case 'whole':
      return number(value);
    case 'days':
      return value.trim() === '' ? [] : value.split(/[,;]/).map(number);
    default:
      return value;
  }
}
