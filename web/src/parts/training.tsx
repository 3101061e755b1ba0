import { showDay } from '@tddh/domain/day';
import { createSignal, Show } from 'solid-js';
import { call } from '../api.ts';
import { client } from '../queries.ts';
import type { Session } from '../shapes.ts';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { sayProblem } from './toasts.ts';
import css from './training.module.css';

/** What every page of the training mode says; its administrator may start over from the sample. */
export function TrainingBanner(props: { session?: Session }) {
  const [asking, setAsking] = createSignal(false);
  const [busy, setBusy] = createSignal(false);

  async function over() {
    setBusy(true);
    try {
      await call({ method: 'POST', path: '/api/training/over' });
      client.clear();
      location.assign('/dang-nhap');
    } catch (error) {
      setBusy(false);
      setAsking(false);
      sayProblem(error);
    }
  }

  return (
    <aside class={css.banner} aria-label={t('training.label')} data-screen>
      <strong>{t('training.banner')}</strong>
      <Show when={props.session} fallback={<span>{t('training.saysOutside')}</span>}>
        {(session) => (
          <>
            <span>{t('training.says', { day: showDay(session().today) })}</span>
            <Show when={session().person.role === 'admin'}>
              <Button small onClick={() => setAsking(true)}>
                {t('training.over')}
              </Button>
            </Show>
          </>
        )}
      </Show>
      <Show when={asking()}>
        <Dialog open title={t('training.overTitle')} close={() => !busy() && setAsking(false)}>
          <p>{t('training.overLead')}</p>
          <p class={css.go}>
            <Button look="danger" disabled={busy()} onClick={() => void over()}>
              {t(busy() ? 'training.overBusy' : 'training.overDo')}
            </Button>
          </p>
        </Dialog>
      </Show>
    </aside>
  );
}
