import { type NationalType, nationalTypes } from '@tddh/domain/national';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { SelectField } from '../../../parts/field.tsx';
import { UnitPicker } from '../../../parts/unitpicker.tsx';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { useLink } from './link.tsx';
import { national, type Quarantined } from './requests.ts';

/** What a message lacks, asked where it lies: the unit of a code, our name of a type; else what to do about it. */
export function MapHere(props: { of: Quarantined; all: readonly Quarantined[] }) {
  const advice = () => t(`national.advice.${props.of.fault as 'bad_data'}`);
  return (
    <div class={css.map}>
      <Switch fallback={<p>{advice()}</p>}>
        <Match when={props.of.fault === 'unknown_unit'}>
          <Units of={props.of} all={props.all} />
        </Match>
        <Match when={props.of.fault === 'unknown_type' && !props.of.type.startsWith('edxml.')}>
          <Type of={props.of} all={props.all} />
        </Match>
        <Match when={props.of.fault === 'unknown_type'}>
          <p>{t('national.advice.package')}</p>
        </Match>
        <Match when={props.of.fault === 'bad_data'}>
          <p>
            {advice()} <a href="/quan-tri/ket-noi/anh-xa">{t('national.maps')}</a>
          </p>
        </Match>
      </Switch>
    </div>
  );
}

/** Messages of the same fault go back together. */
function same(all: readonly Quarantined[], own: Quarantined): string[] {
  const alike = all.filter((one) => one.fault === own.fault && one.about === own.about);
  return alike.slice(0, 100).map(({ id }) => id);
}

function Units(props: { of: Quarantined; all: readonly Quarantined[] }) {
  const act = useAct();
  const link = useLink();
  const [chosen, setChosen] = createSignal<Record<string, string>>({});
  const codes = () => (props.of.about ?? '').split(', ');
  const ids = () => same(props.all, props.of);
  const save = () =>
    void act.run(async () => {
      const added = codes().map((code) => ({ code, unitId: chosen()[code]! }));
      const before = (link.data?.link.codes ?? []).map((code) => ({ ...code }));
      await national.set({ codes: [...before, ...added] });
      await national.replay(ids());
    }, t('national.mapped'));
  return (
    <>
      <For each={codes()}>
        {(code) => (
          <UnitPicker
            label={t('national.unitOf', { code })}
            hint={t('national.unitOfHint')}
            multiple={false}
            kinds={['agency', 'department']}
            value={chosen()[code] ? [chosen()[code]!] : []}
            change={(units) => setChosen((all) => ({ ...all, [code]: units[0] ?? '' }))}
          />
        )}
      </For>
      <Send n={ids().length} ready={!act.busy() && codes().every((code) => chosen()[code])} save={save} />
    </>
  );
}

function Type(props: { of: Quarantined; all: readonly Quarantined[] }) {
  const act = useAct();
  const link = useLink();
  const [chosen, setChosen] = createSignal('');
  const ids = () => same(props.all, props.of);
  const save = () =>
    void act.run(async () => {
      const types = { ...link.data?.link.types, [props.of.type]: chosen() as NationalType };
      await national.set({ types });
      await national.replay(ids());
    }, t('national.mapped'));
  return (
    <>
      <SelectField label={t('national.typeOf', { type: props.of.type })} value={chosen()} change={setChosen}>
        <option value="">{t('national.choose')}</option>
        <For each={nationalTypes}>{(type) => <option value={type}>{t(`national.type.${type}`)}</option>}</For>
      </SelectField>
      <Send n={ids().length} ready={!act.busy() && chosen() !== ''} save={save} />
    </>
  );
}

function Send(props: { n: number; ready: boolean; save: () => void }) {
  return (
    <div>
      <Button small look="primary" disabled={!props.ready} onClick={() => props.save()}>
        <Show when={props.n > 1} fallback={t('national.mapOne')}>
          {t('national.mapAll', { n: props.n })}
        </Show>
      </Button>
    </div>
  );
}
