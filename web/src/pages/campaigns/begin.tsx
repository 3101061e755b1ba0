import { useNavigate, useSearchParams } from '@solidjs/router';
import { newCampaign } from '@tddh/domain/campaign';
import type { Day } from '@tddh/domain/day';
import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { createSignal, For, Show } from 'solid-js';
import { api } from '../../api.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { DayField } from '../../parts/dayfield.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import { confirms, isOfficer, useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import { askedOf, isNumber, type Params } from '../assignments/query.ts';
import css from './begin.module.css';

type Asked = Parameters<typeof api.beginCampaign>[0]['filter'];

/** Begins a campaign: a name, a goal day, and which open assignments; a list that was filtered brings its filter. */
export function BeginCampaign() {
  const session = useSession();
  const catalog = useCatalog();
  const navigate = useNavigate();
  const [found, setParams] = useSearchParams();
  const params = found as Params;
  const [name, setName] = createSignal('');
  const [goalOn, setGoalOn] = createSignal<Day | null>(null);
  const [faults, setFaults] = createSignal<Record<string, string>>({});
  const [busy, setBusy] = createSignal(false);
  const key = crypto.randomUUID();
  const set = (change: Params) => setParams(change, { replace: true });
  const kind = () => params.due ?? params.status ?? '';
  const units = (of: string) => catalog().units.filter((unit) => unit.kind === of);

  async function send(event: Event) {
    event.preventDefault();
    // What the address says is checked by the schema, as everything else.
    const filter = { ...askedOf(params), ...(params.q ? { q: params.q } : {}) } as Asked;
    const body = { name: name(), goalOn: goalOn() ?? '', filter };
    const read = readInput(newCampaign, body);
    if (read instanceof Refusal) {
      return setFaults(Object.fromEntries(read.faults.map((fault) => [fault.path, fault.message])));
    }
    setBusy(true);
    try {
      const { campaign } = await api.beginCampaign(body, key);
      void invalidate();
      navigate(`/dot-xu-ly/${campaign.id}`);
    } catch (error) {
      const said = error instanceof Problem ? error.errors : [];
      if (said.length > 0) setFaults(Object.fromEntries(said.map((one) => [one.path, one.message])));
      else sayProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page title={t('campaign.beginTitle')} lead={t('campaign.beginLead')} width="form">
      <Show when={confirms(session)} fallback={<Empty title={t('campaign.forbidden')} />}>
        <form novalidate onSubmit={send}>
          <Card>
            <div class={css.form}>
              <TextField
                label={t('campaign.name')}
                value={name()}
                change={setName}
                error={faults().name}
                autofocus
                required
              />
              <DayField
                label={t('campaign.goal')}
                value={goalOn()}
                change={(day) => setGoalOn(day)}
                error={faults().goalOn}
                required
                tell
              />
              <Show
                when={!isNumber(params)}
                fallback={<p class={css.number}>{t('campaign.ofNumber', { n: params.leaf ?? '' })}</p>}
              >
                <SelectField
                  label={t('campaign.which')}
                  value={kind()}
                  change={(value) =>
                    set({
                      due: value === 'overdue' ? value : '',
                      status: value === 'reported' ? value : '',
                    })
                  }
                >
                  {option('', t('campaign.everything'), kind())}
                  {option('overdue', t('campaign.overdue'), kind())}
                  {option('reported', t('campaign.awaiting'), kind())}
                </SelectField>
              </Show>
              <SelectField
                label={t('list.agency')}
                value={params.agency ?? ''}
                change={(agency) => set({ agency })}
              >
                <option value="">{t('list.anyAgency')}</option>
                <For each={units('agency')}>{(unit) => option(unit.id, unit.name, params.agency)}</For>
              </SelectField>
              <Show when={!isOfficer(session)}>
                <SelectField
                  label={t('list.department')}
                  value={params.department ?? ''}
                  change={(department) => set({ department })}
                >
                  <option value="">{t('list.anyDepartment')}</option>
                  <For each={units('department')}>
                    {(unit) => option(unit.id, unit.name, params.department)}
                  </For>
                </SelectField>
              </Show>
            </div>
            <p role="alert" class={css.fault}>
              {faults().filter}
            </p>
            <div class={css.foot}>
              <Button look="primary" type="submit" disabled={busy()}>
                {t('campaign.begin')}
              </Button>
              <ButtonLink look="quiet" href="/dot-xu-ly">
                {t('act.cancel')}
              </ButtonLink>
            </div>
          </Card>
        </form>
      </Show>
    </Page>
  );
}

function option(value: string, text: string, chosen: string | undefined) {
  return (
    <option value={value} selected={value === (chosen ?? '')}>
      {text}
    </option>
  );
}
