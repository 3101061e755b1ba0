import { useNavigate, useSearchParams } from '@solidjs/router';
import { fold, matches } from '@tddh/domain/text';
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js';
import { search as addressOf, api } from '../api.ts';
import { ButtonLink } from '../parts/button.tsx';
import { confirmMany, confirmOne, decided } from '../parts/deciding.ts';
import { Hints } from '../parts/hints.tsx';
import { useKeys } from '../parts/keys.ts';
import { useMedia } from '../parts/media.ts';
import { Page } from '../parts/page.tsx';
import { usePaged } from '../parts/paged.ts';
import { type Outcome, Results } from '../parts/results.tsx';
import { RowList } from '../parts/rowlist.tsx';
import { SelectBar } from '../parts/selectbar.tsx';
import { all, extend, nothing, toggle } from '../parts/selection.ts';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { confirms, isAgency, useSession } from '../session.tsx';
import type { AssignmentItem } from '../shapes.ts';
import { t } from '../words/words.ts';
import { chase, chaseable } from './assignments/chase.ts';
import { Chips } from './assignments/chips.tsx';
import { Export } from './assignments/export.tsx';
import { Filters } from './assignments/filters.tsx';
import { Head } from './assignments/head.tsx';
import { NumberLine } from './assignments/number.tsx';
import { askedOf, countStates, grouped, isNumber, type Params, sorted } from './assignments/query.ts';
import { UnitQuestions } from './assignments/questions.tsx';
import { ReportDialog, reportable } from './assignments/report.tsx';
import { Row } from './assignments/row.tsx';
import { foldedOf, withHeadings } from './assignments/rows.ts';

/** Every assignment that a person may see: filtered, searched, chosen and confirmed. An agency's own work, grouped. */
export function Assignments() {
  const session = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const search = params as Params;
  const [text, setText] = createSignal(search.q ?? '');
  const [sent, setSent] = createSignal(search.q ?? '');
  const [chosen, setChosen] = createSignal(nothing);
  const [at, setAt] = createSignal<string>();
  const [reporting, setReporting] = createSignal<AssignmentItem>();
  const [results, setResults] = createSignal<Outcome>();
  const phone = useMedia('(max-width: 1000px)');
  const touch = useMedia('(pointer: coarse)');
  let input: HTMLInputElement | undefined;
  const set = (change: Params) => setParams(change, { replace: true });

  const list = usePaged<AssignmentItem>(() => {
    const query = { ...askedOf(search), ...(sent() ? { q: sent() } : {}), limit: 200 };
    return {
      key: ['figures', 'assignments', 'list', query],
      load: (cursor) => api.assignments(cursor ? { ...query, cursor } : query),
    };
  });
  createEffect(() => {
    const next = text().trim();
    const timer = setTimeout(() => {
      set({ q: next });
      const known = list.complete() && fold(next).startsWith(fold(sent()));
      if (!known) setSent(next);
    }, 250);
    onCleanup(() => clearTimeout(timer));
  });

  const found = createMemo(() =>
    text().trim() ? list.rows().filter((item) => matches(foldedOf(item), text())) : list.rows(),
  );
  const counts = createMemo(() => countStates(found()));
  const states = () => (search.state ?? '').split(',').filter(Boolean);
  const rows = createMemo(() => {
    const wanted = states();
    const kept = wanted.length > 0 ? found().filter((item) => wanted.includes(item.state)) : found();
    return isAgency(session) && !search.sort ? grouped(kept) : sorted(kept, search.sort);
  });
  const lines = createMemo(() => (isAgency(session) && !search.sort ? withHeadings(rows()) : rows()));
  const order = () => rows().map((item) => item.id);
  const current = () => rows().find((item) => item.id === at());
  const picked = () => rows().filter((item) => chosen().ids.has(item.id));
  const able = (items: readonly AssignmentItem[]) =>
    items.filter((item) => item.state === 'awaiting' && !decided(item));
  const choose = (id: string, range: boolean) =>
    setChosen(range ? extend(chosen(), order(), id) : toggle(chosen(), id));

  function confirm() {
    const items = able(picked().length > 0 ? picked() : [current()].filter((item) => item !== undefined));
    const [only] = items;
    if (!only) return;
    if (items.length === 1) confirmOne(only);
    else confirmMany(items, (told) => setResults({ results: told, items }));
    setChosen(nothing);
  }
  function remind() {
    const items = chaseable(picked().length > 0 ? picked() : rows().filter((item) => item.id === at()));
    if (items.length === 0) return;
    chase(items, setResults);
    setChosen(nothing);
  }
  const mine = isAgency(session);
  const report = (item: AssignmentItem | undefined) =>
    item && reportable(item) ? () => setReporting(item) : undefined;
  const mayConfirm = confirms(session);
  useKeys({
    '/': () => input?.focus(),
    Escape: () => setChosen(nothing),
    ...(mine ? { b: () => report(current())?.() } : {}),
    ...(mayConfirm
      ? {
          x: () => at() && choose(at() ?? '', false),
          'Shift+X': () => at() && choose(at() ?? '', true),
          'Shift+A': () => setChosen(all(chosen(), order())),
          c: confirm,
          d: remind,
        }
      : {}),
  });
  const clear = () => {
    setText('');
    set(Object.fromEntries(Object.keys(search).map((name) => [name, ''])));
  };
  const leaveNumber = () => {
    const names = ['leaf', 'beside', 'from', 'to', 'asOf', 'clock', 'basis', 'scope', 'units', 'snapshot'];
    set(Object.fromEntries(names.map((name) => [name, ''])));
  };
  const title = () => t(isAgency(session) ? 'list.mine' : 'list.title');
  const lead = () => {
    const n = rows().length.toLocaleString('vi-VN');
    const all = list.rows().length.toLocaleString('vi-VN');
    const said = rows().length < list.rows().length ? t('list.of', { n, all }) : t('list.count', { n });
    if (list.capped()) return `${said}, ${t('list.capped', { n: all })}`;
    return list.complete() || !list.ready() ? said : `${said}, ${t('list.more', { n: all })}`;
  };

  return (
    <Page
      title={title()}
      lead={<span aria-live="polite">{list.ready() ? lead() : t('act.loading')}</span>}
      actions={
        <>
          <Export query={{ ...askedOf(search), q: text().trim(), state: search.state }} />
          <Show when={mayConfirm && search.agency && rows().some((item) => item.state === 'overdue')}>
            <ButtonLink download="" href={`/api/chasing.docx${addressOf({ agency: search.agency })}`}>
              {t('list.chasing')}
            </ButtonLink>
          </Show>
          <Show when={mayConfirm && rows().length > 0}>
            <ButtonLink href={`/dot-xu-ly/moi${addressOf({ ...search })}`}>{t('list.campaign')}</ButtonLink>
          </Show>
        </>
      }
    >
      <NumberLine params={search} count={list.rows().length} complete={list.complete()} leave={leaveNumber} />
      <Filters
        params={search}
        text={text()}
        type={setText}
        set={set}
        clear={clear}
        clearable={Object.values(search).some(Boolean) || text() !== ''}
        input={(element) => {
          input = element;
        }}
      />
      <Chips counts={counts()} chosen={states()} change={(next) => set({ state: next.join(',') })} />
      <Show when={!list.error()} fallback={<ErrorBox error={list.error()} retry={list.retry} />}>
        <Show when={list.ready()} fallback={<Skeleton lines={12} height={28} />}>
          <Show
            when={rows().length > 0}
            fallback={
              <Show when={list.complete()} fallback={<Skeleton lines={12} height={28} />}>
                <Empty
                  title={t(
                    isNumber(search) || Object.values(search).some(Boolean) ? 'list.none' : 'list.empty',
                  )}
                  hint={t(Object.values(search).some(Boolean) ? 'list.noneHint' : 'list.emptyHint')}
                />
              </Show>
            }
          >
            <RowList
              label={title()}
              rows={lines()}
              height={phone() ? (mine ? 136 : 116) : touch() ? 56 : 48}
              head={
                phone() ? undefined : (
                  <Head
                    sort={search.sort}
                    change={(sort) => set({ sort: sort ?? '' })}
                    own={isAgency(session)}
                    choose={mayConfirm ? () => setChosen(all(chosen(), order())) : undefined}
                    chosen={rows().length > 0 && chosen().ids.size >= rows().length}
                  />
                )
              }
              at={at()}
              move={setAt}
              open={(item) => navigate(`/nhiem-vu/${item.id}`)}
              selected={mayConfirm ? chosen().ids : undefined}
              all={mayConfirm ? () => setChosen(all(chosen(), order())) : undefined}
            >
              {(item) => (
                <Row
                  item={item()}
                  href={`/nhiem-vu/${item().id}`}
                  own={isAgency(session)}
                  report={mine ? report(item()) : undefined}
                  chosen={chosen().ids.has(item().id)}
                  choose={mayConfirm ? (range) => choose(item().id, range) : undefined}
                />
              )}
            </RowList>
          </Show>
        </Show>
      </Show>
      <Show when={mine}>
        <UnitQuestions />
        <ReportDialog item={reporting()} close={() => setReporting(undefined)} />
      </Show>
      <SelectBar
        chosen={picked().length}
        able={able(picked()).length}
        confirm={confirm}
        chase={chaseable(picked()).length > 0 ? remind : undefined}
        clear={() => setChosen(nothing)}
      />
      <Hints
        label={t('list.hints')}
        keys={[
          ['J K', t('list.hintMove')],
          ['Enter', t('list.hintOpen')],
          ...(mine ? ([['B', t('mine.hintReport')]] as const) : []),
          ...(mayConfirm
            ? ([
                ['X', t('list.hintSelect')],
                ['C', t('list.hintConfirm')],
                ['D', t('list.hintChase')],
              ] as const)
            : []),
          ['/', t('list.hintSearch')],
        ]}
      />
      <Show when={results()}>
        {(outcome) => <Results outcome={outcome()} close={() => setResults(undefined)} />}
      </Show>
    </Page>
  );
}
