import { createSignal, Show } from 'solid-js';
import { changePassword } from '../../accesscalls.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Card } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { t } from '../../words/words.ts';
import { saying } from './saying.ts';

/** Changes the own password. */
export function PasswordCard(props: { least: number }) {
  const [current, setCurrent] = createSignal('');
  const [next, setNext] = createSignal('');
  const [done, setDone] = createSignal(false);
  const { said, run } = saying();
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setDone(false);
    const made = await run(() => changePassword({ current: current(), password: next() }));
    if (!made) return;
    setCurrent('');
    setNext('');
    setDone(true);
  }
  return (
    <Card title={t('account.passwordTitle')} lead={t('account.passwordLead', { n: props.least })}>
      <form onSubmit={(event) => void submit(event)} novalidate>
        <Said text={said()} />
        <Show when={done()}>
          <p role="status">{t('account.changed')}</p>
        </Show>
        <TextField
          label={t('account.current')}
          type="password"
          autocomplete="current-password"
          value={current()}
          change={setCurrent}
        />
        <TextField
          label={t('account.next')}
          type="password"
          autocomplete="new-password"
          value={next()}
          change={setNext}
        />
        <Button type="submit">{t('account.change')}</Button>
      </form>
    </Card>
  );
}
