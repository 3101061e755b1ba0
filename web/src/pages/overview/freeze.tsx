import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { api } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { say } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import type { StatisticsQuery } from '../../statistics.ts';
import { t } from '../../words/words.ts';

/** Asks for a name and freezes the report on the page. */
export function Freeze(props: { query: StatisticsQuery; close: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = createSignal('');
  const [error, setError] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const send = async () => {
    setBusy(true);
    try {
      const { snapshot } = await api.freeze({ ...props.query, name: name() });
      await invalidate();
      say(t('out.frozen', { name: snapshot.name }), 'good');
      props.close();
      navigate(`/chot-so-lieu/${snapshot.id}`);
    } catch (failed) {
      setError(failed instanceof Problem ? (failed.detail ?? failed.title) : t('error.offline'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={t('out.freeze')}
      close={props.close}
      foot={
        <>
          <Button onClick={props.close}>{t('act.cancel')}</Button>
          <Button look="primary" disabled={busy() || name().trim() === ''} onClick={() => void send()}>
            {t('out.freeze')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('out.freezeName')}
        hint={t('out.freezeHint')}
        error={error()}
        value={name()}
        maxLength={120}
        change={setName}
      />
    </Dialog>
  );
}
