import { createSignal, Show } from 'solid-js';
import { Button } from '../../../parts/button.tsx';
import { t } from '../../../words/words.ts';
import css from '../national.module.css';
import { useAct } from './act.ts';
import { national } from './requests.ts';
import { sayWhen } from './when.ts';

/** Tries one side of the link now, and says beside the button how it went. */
export function Trial(props: { of: 'target' | 'axis' }) {
  const act = useAct();
  const [came, setCame] = createSignal<{ ok: boolean; error?: string; at: number }>();
  async function run() {
    const answer = await act.run(() => national.test(props.of), '');
    if (answer) setCame({ ...answer, at: Date.now() });
  }
  const words = (one: { ok: boolean; error?: string }) => {
    if (one.ok) return t(props.of === 'axis' ? 'national.axisAnswered' : 'national.testSent');
    return t('national.testFailed', { why: one.error ?? '' });
  };
  return (
    <div class={css.trial}>
      <Button small disabled={act.busy()} onClick={() => void run()}>
        {t(props.of === 'axis' ? 'national.axisTest' : 'national.test')}
      </Button>
      <p role="status" data-ok={came()?.ok ? '' : undefined}>
        <Show when={came()}>{(one) => `${sayWhen(one().at)}: ${words(one())}`}</Show>
      </p>
    </div>
  );
}
