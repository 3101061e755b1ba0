import { useLocation, useSearchParams } from '@solidjs/router';
import { feedbackKinds } from '@tddh/domain/feedback';
import { For, Show } from 'solid-js';
import { SelectField } from '../parts/field.tsx';
import { Page } from '../parts/page.tsx';
import { usePaged } from '../parts/paged.ts';
import { Segmented } from '../parts/segmented.tsx';
import { Empty, ErrorBox, Skeleton } from '../parts/states.tsx';
import { t } from '../words/words.ts';
import { FeedbackLine } from './feedback/line.tsx';
import { type FeedbackItem, feedback } from './feedback/requests.ts';
import css from './feedback.module.css';

type Params = { state?: string; kind?: string };

/** What one has told phòng HC-QT, and what it answered; at the help desk everybody's, what waits first. */
export function FeedbackPage() {
  const location = useLocation();
  const [params, setParams] = useSearchParams<Params>();
  const desk = () => location.pathname.startsWith('/quan-tri/');
  const list = usePaged<FeedbackItem>(() => {
    const query = desk()
      ? {
          whose: 'all',
          ...(params.state === 'all' ? {} : { state: 'waiting' }),
          ...(params.kind ? { kind: params.kind } : {}),
        }
      : { whose: 'own' };
    return {
      key: ['feedback', query],
      load: (cursor) => feedback.list({ ...query, limit: 50, ...(cursor ? { cursor } : {}) }),
    };
  });
  return (
    <Page
      title={t(desk() ? 'feedback.desk' : 'feedback.mine')}
      lead={
        <Show when={desk()} fallback={t('feedback.lead')}>
          {t('feedback.deskLead')}
        </Show>
      }
    >
      <Show when={desk()}>
        <div class={css.tools} data-screen>
          <Segmented
            label={t('feedback.stateLabel')}
            value={params.state === 'all' ? 'all' : 'waiting'}
            options={[
              { value: 'waiting', text: t('feedback.waiting') },
              { value: 'all', text: t('feedback.all') },
            ]}
            change={(state) => setParams({ state: state === 'all' ? state : '' }, { replace: true })}
          />
          <SelectField
            bare
            label={t('feedback.kindLabel')}
            value={params.kind ?? ''}
            change={(kind) => setParams({ kind }, { replace: true })}
          >
            <option value="">{t('feedback.anyKind')}</option>
            <For each={feedbackKinds}>
              {(kind) => (
                <option value={kind} selected={kind === params.kind}>
                  {t(`feedback.kind.${kind}`)}
                </option>
              )}
            </For>
          </SelectField>
        </div>
      </Show>
      <Show when={!list.error()} fallback={<ErrorBox error={list.error()} retry={list.retry} />}>
        <Show when={list.ready()} fallback={<Skeleton lines={6} height={48} />}>
          <Show
            when={list.rows().length > 0}
            fallback={<Empty title={t('feedback.none')} hint={t('feedback.noneHint')} />}
          >
            <ul class={css.list}>
              <For each={list.rows()}>{(item) => <FeedbackLine item={item} answers={desk()} />}</For>
            </ul>
          </Show>
        </Show>
      </Show>
    </Page>
  );
}
