import { useInfiniteQuery, useQuery } from '@tanstack/solid-query';
import { acts } from '@tddh/domain/audit';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { type AuditPage, type AuditQuery, auditFile, auditLog } from '../../accesscalls.ts';
import { api } from '../../api.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { DayField } from '../../parts/dayfield.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Empty, ErrorBox, Skeleton } from '../../parts/states.tsx';
import { t } from '../../words/words.ts';
import css from './audit.module.css';

/** The audit log: by who did it, the act and days; newest first, a page at a time. */
export function AdminAudit() {
  const [filter, setFilter] = createSignal<AuditQuery>({});
  const people = useQuery(() => ({ queryKey: ['people'], queryFn: api.people }));
  const log = useInfiniteQuery(() => ({
    queryKey: ['audit', filter()],
    queryFn: ({ pageParam }: { pageParam: string }) =>
      auditLog({ ...filter(), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (page: AuditPage) => page.cursor ?? undefined,
  }));
  const set = (part: AuditQuery) => setFilter((before) => ({ ...before, ...part }));
  const nameOf = (id?: string) => people.data?.items.find((one) => one.id === id)?.name ?? id ?? '';
  const items = () => log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={<ButtonLink href={auditFile(filter())}>{t('audit.export')}</ButtonLink>}
    >
      <div class={css.filters}>
        <SelectField label={t('audit.who')} value={filter().actor ?? ''} change={(actor) => set({ actor })}>
          <option value="">{t('audit.anybody')}</option>
          <For each={people.data?.items}>{(one) => <option value={one.id}>{one.name}</option>}</For>
        </SelectField>
        <SelectField label={t('audit.act')} value={filter().act ?? ''} change={(act) => set({ act })}>
          <option value="">{t('audit.anything')}</option>
          <For each={acts}>{(act) => <option value={act}>{t(`audit.acts.${act}`)}</option>}</For>
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
                      <td>{nameOf(one.subject)}</td>
                      <td>{one.detail}</td>
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
