import { useSearchParams } from '@solidjs/router';
import { acts } from '@tddh/domain/audit';
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import { type AuditPage, type AuditQuery, auditLog } from '../../accesscalls.ts';
import { api, search } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { DayField } from '../../parts/dayfield.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../../parts/states.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { useInfiniteQuery, useQuery } from '../../query.ts';
import { t } from '../../words/words.ts';
import css from './audit.module.css';
import { sayDetail } from './auditdetail.ts';
import { saveLog } from './auditfile.ts';

/** The audit log: by who did it, whom or what it concerns, the act and days; newest first, a page at a time. */
export function AdminAudit() {
  const [params, setParams] = useSearchParams<Record<keyof AuditQuery, string>>();
  const catalog = useCatalog();
  const people = useQuery(() => ({ queryKey: ['people'], queryFn: api.people }));
  const filter = (): AuditQuery => {
    const { actor = '', subject = '', act = '', from = '', to = '' } = params;
    return { actor, subject, act, from, to };
  };
  const set = (part: AuditQuery) => setParams(part, { replace: true });
  const log = useInfiniteQuery(() => ({
    queryKey: ['audit', filter()],
    queryFn: ({ pageParam }: { pageParam: string }) =>
      auditLog({ ...filter(), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (page: AuditPage) => page.cursor ?? undefined,
  }));
  const persons = () => (people.isSuccess ? people.data.items : []);
  const names = createMemo(
    () => new Map([...persons(), ...catalog().units, ...catalog().fields].map(({ id, name }) => [id, name])),
  );
  const nameOf = (id?: string) => names().get(id ?? '') ?? id ?? '';
  const items = () => (log.isSuccess ? log.data.pages.flatMap((page) => page.items) : []);
  const [part, setPart] = createSignal(0);
  async function save(ending: 'xlsx' | 'csv') {
    try {
      const parts = await saveLog(ending, filter(), setPart);
      if (parts > 1) say(t('audit.exported', { n: parts }), 'good');
    } catch (error) {
      sayProblem(error);
    } finally {
      setPart(0);
    }
  }
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <>
          <Show when={part() > 0}>
            <span role="status">{t('audit.exporting', { n: part() })}</span>
          </Show>
          <Button disabled={part() > 0} onClick={() => void save('csv')}>
            {t('audit.exportCsv')}
          </Button>
          <Button disabled={part() > 0} onClick={() => void save('xlsx')}>
            {t('audit.export')}
          </Button>
        </>
      }
    >
      <div class={css.filters}>
        <SelectField label={t('audit.who')} value={filter().actor ?? ''} change={(actor) => set({ actor })}>
          <option value="">{t('audit.anybody')}</option>
          <Options list={persons()} value={filter().actor} />
        </SelectField>
        <SelectField
          label={t('audit.subject')}
          value={filter().subject ?? ''}
          change={(subject) => set({ subject })}
        >
          <option value="">{t('audit.everything')}</option>
          <Show when={filter().subject && !names().has(filter().subject ?? '')}>
            <optgroup label={t('audit.other')}>
              <option value={filter().subject} selected>
                {filter().subject}
              </option>
            </optgroup>
          </Show>
          <optgroup label={t('audit.people')}>
            <Options list={persons()} value={filter().subject} />
          </optgroup>
          <optgroup label={t('audit.units')}>
            <Options list={catalog().units} value={filter().subject} />
          </optgroup>
          <optgroup label={t('audit.fields')}>
            <Options list={catalog().fields} value={filter().subject} />
          </optgroup>
        </SelectField>
        <SelectField label={t('audit.act')} value={filter().act ?? ''} change={(act) => set({ act })}>
          <option value="">{t('audit.anything')}</option>
          <Options
            list={acts.map((act) => ({ id: act, name: t(`audit.acts.${act}`) }))}
            value={filter().act}
          />
        </SelectField>
        <DayField
          label={t('audit.from')}
          toward="past"
          value={filter().from || null}
          change={(from) => set({ from: from ?? '' })}
        />
        <DayField
          label={t('audit.to')}
          toward="past"
          value={filter().to || null}
          change={(to) => set({ to: to ?? '' })}
        />
      </div>
      <Switch fallback={<Skeleton lines={8} height={36} />}>
        <Match when={log.isError}>
          <ErrorBox error={log.error} retry={() => void log.refetch()} />
        </Match>
        <Match when={log.isSuccess && items().length === 0}>
          <Empty title={t('audit.empty')} hint={t('audit.emptyHint')} />
        </Match>
        <Match when={log.isSuccess}>
          <section class={css.wide} tabindex={0} aria-label={t('audit.title')}>
            <table class={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('audit.at')}</th>
                  <th scope="col">{t('audit.act')}</th>
                  <th scope="col">{t('audit.who')}</th>
                  <th scope="col">{t('audit.subject')}</th>
                  <th scope="col">{t('audit.detail')}</th>
                </tr>
              </thead>
              <tbody>
                <For each={items()}>
                  {(one) => (
                    <tr>
                      <td>{new Date(one.at).toLocaleString('vi-VN')}</td>
                      <td>{t(`audit.acts.${one.act}`)}</td>
                      <td>{one.actor.id === '-' ? t('audit.nobody') : one.actor.name}</td>
                      <td>
                        <Show when={one.subject}>
                          {(subject) => (
                            <a
                              href={`/quan-tri/nhat-ky${search({ ...filter(), subject: subject() })}`}
                              title={t('audit.only', { name: nameOf(subject()) })}
                            >
                              {nameOf(subject())}
                            </a>
                          )}
                        </Show>
                      </td>
                      <td>{sayDetail(one.detail, (id) => names().get(id))}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </section>
          <Show when={log.hasNextPage}>
            <Button onClick={() => void log.fetchNextPage()}>{t('audit.more')}</Button>
          </Show>
        </Match>
      </Switch>
    </Page>
  );
}

/** Choices of a list, the chosen one marked: the list may come after the choice. */
function Options(props: { list: readonly { id: string; name: string }[]; value: string | undefined }) {
  return (
    <For each={props.list}>
      {(one) => (
        <option value={one.id} selected={one.id === props.value}>
          {one.name}
        </option>
      )}
    </For>
  );
}
