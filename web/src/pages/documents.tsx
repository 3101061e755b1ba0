import { useNavigate, useSearchParams } from '@solidjs/router';
import { fold, matches } from '@tddh/domain/text';
import X from 'lucide-solid/icons/x';
import { createEffect, createMemo, createSignal, For, onCleanup, Show } from 'solid-js';
import { api } from '../api.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { useCatalog } from '../parts/catalog.ts';
import control from '../parts/field.module.css';
import { SelectField } from '../parts/field.tsx';
import { useKeys } from '../parts/keys.ts';
import { useMedia } from '../parts/media.ts';
import { Page } from '../parts/page.tsx';
import { usePaged } from '../parts/paged.ts';
import { RowList } from '../parts/rowlist.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { isOfficer, useSession } from '../session.tsx';
import type { DocumentItem } from '../shapes.ts';
import { t } from '../words/words.ts';
import { DocumentHead, DocumentRow } from './documents/row.tsx';
import css from './documents.module.css';

type Params = { department?: string; status?: string; q?: string };

/** The register of documents: by department, drafts or issued, searched without accents. */
export function Documents() {
  const session = useSession();
  const catalog = useCatalog();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams<Params>();
  const [text, setText] = createSignal(params.q ?? '');
  const [at, setAt] = createSignal<string>();
  const phone = useMedia('(max-width: 1000px)');
  let input: HTMLInputElement | undefined;
  const set = (change: Params) => setParams(change, { replace: true });

  const list = usePaged<DocumentItem>(() => {
    const { department, status } = params;
    const query = { ...(department ? { department } : {}), ...(status ? { status } : {}), limit: 200 };
    return {
      key: ['figures', 'documents', query],
      load: (cursor) => api.documents(cursor ? { ...query, cursor } : query),
    };
  });
  createEffect(() => {
    const q = text().trim();
    const timer = setTimeout(() => set({ q }), 250);
    onCleanup(() => clearTimeout(timer));
  });
  const rows = createMemo(() =>
    text().trim()
      ? list.rows().filter((one) => matches(fold(`${one.number ?? ''} ${one.subject} ${one.issuer}`), text()))
      : list.rows(),
  );
  useKeys({ '/': () => input?.focus() });
  const clear = () => {
    setText('');
    set({ department: '', status: '', q: '' });
  };
  const lead = () => {
    if (!list.ready()) return t('act.loading');
    const n = rows().length.toLocaleString('vi-VN');
    const all = list.rows().length.toLocaleString('vi-VN');
    const said = rows().length < list.rows().length ? t('papers.of', { n, all }) : t('papers.count', { n });
    return list.complete() ? said : `${said}, ${t('papers.more', { n: all })}`;
  };

  return (
    <Page
      title={t('papers.title')}
      lead={<span aria-live="polite">{lead()}</span>}
      actions={
        <>
          <ButtonLink href="/van-ban/do-phu">{t('papers.coverage')}</ButtonLink>
          <ButtonLink href="/doi-chieu">{t('papers.differences')}</ButtonLink>
          <Show when={isOfficer(session)}>
            <ButtonLink href="/van-ban/moi">{t('papers.enter')}</ButtonLink>
          </Show>
        </>
      }
    >
      <div class={css.filters} data-screen>
        <input
          ref={input}
          type="search"
          class={control.control}
          aria-label={t('papers.search')}
          placeholder={t('papers.search')}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <SelectField
          bare
          label={t('papers.department')}
          value={params.department ?? ''}
          change={(department) => set({ department })}
        >
          <option value="">{t('papers.anyDepartment')}</option>
          <For each={catalog().units.filter((unit) => unit.kind === 'department')}>
            {(unit) => (
              <option value={unit.id} selected={unit.id === params.department}>
                {unit.name}
              </option>
            )}
          </For>
        </SelectField>
        <Segmented
          label={t('papers.status')}
          value={params.status ?? ''}
          options={[
            { value: '', text: t('papers.any') },
            { value: 'issued', text: t('papers.issued') },
            { value: 'draft', text: t('papers.draft') },
          ]}
          change={(status) => set({ status })}
        />
        <Button look="quiet" disabled={!params.department && !params.status && !text()} onClick={clear}>
          <X size={16} />
          {t('papers.clear')}
        </Button>
      </div>
      <Show when={!list.error()} fallback={<ErrorBox error={list.error()} retry={list.retry} />}>
        <Show when={list.ready()} fallback={<Skeleton lines={12} height={28} />}>
          <Show
            when={rows().length > 0}
            fallback={
              <Show when={list.complete()} fallback={<Skeleton lines={12} height={28} />}>
                <Empty title={t('papers.none')} hint={t('papers.noneHint')} />
              </Show>
            }
          >
            <RowList
              label={t('papers.title')}
              rows={rows()}
              height={phone() ? 108 : 48}
              head={phone() ? undefined : <DocumentHead />}
              at={at()}
              move={setAt}
              open={(one) => navigate(`/van-ban/${one.id}`)}
            >
              {(one) => <DocumentRow item={one()} />}
            </RowList>
          </Show>
        </Show>
      </Show>
    </Page>
  );
}
