import { useLocation } from '@solidjs/router';
import { type FeedbackKind, feedbackKinds, newFeedback, pagePath } from '@tddh/domain/feedback';
import { Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useSending } from '../pages/admin/sending.ts';
import { feedback } from '../pages/feedback/requests.ts';
import { client } from '../queries.ts';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import css from './feedback.module.css';
import { TextArea } from './field.tsx';
import { Segmented } from './segmented.tsx';
import { say } from './toasts.ts';

/** What somebody tells the help desk, from any page. What was typed stays until it is sent. */
export function Feedback(props: { open: boolean; close: () => void }) {
  const location = useLocation();
  let element: HTMLFormElement | undefined;
  const sending = useSending(() => element);
  const [form, setForm] = createStore({ kind: 'difficulty' as FeedbackKind, text: '' });
  const page = () => pagePath(location.pathname);

  async function send(event: Event) {
    event.preventDefault();
    const path = page();
    const input = { ...form, ...(path ? { page: path } : {}) };
    await sending.send(newFeedback, input, feedback.send, () => {
      setForm('text', '');
      props.close();
      say(t('feedback.sent'), 'good');
      return client.invalidateQueries({ queryKey: ['feedback'] });
    });
  }
  return (
    <Dialog open={props.open} title={t('feedback.title')} close={props.close}>
      <form ref={element} class={css.form} novalidate onSubmit={(event) => void send(event)}>
        <p class={css.lead}>{t('feedback.lead')}</p>
        <Segmented
          label={t('feedback.kindLabel')}
          value={form.kind}
          options={feedbackKinds.map((value) => ({ value, text: t(`feedback.kind.${value}`) }))}
          change={(kind) => setForm({ kind })}
        />
        <TextArea
          rows={5}
          autofocus
          label={t('feedback.text')}
          hint={t(`feedback.hint.${form.kind}`)}
          value={form.text}
          change={(text) => {
            setForm({ text });
            sending.forget('text');
          }}
          error={sending.fault('text')}
        />
        <Show when={page()}>
          {(path) => <p class={css.page}>{t('feedback.onPage', { page: path() })}</p>}
        </Show>
        <div class={css.foot}>
          <a href="/gop-y" onClick={() => props.close()}>
            {t('feedback.mine')}
          </a>
          <a href="/danh-gia" onClick={() => props.close()}>
            {t('feedback.evaluations')}
          </a>
          <Button look="primary" type="submit" disabled={sending.busy()}>
            {t('feedback.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
