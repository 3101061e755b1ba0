import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import type { AssignmentQuery } from '../../shapes.ts';
import { t } from '../../words/words.ts';

/** Saves the list as Excel; a list that is too long for that becomes a job, shown on a page of its own. */
export function Export(props: { query: AssignmentQuery & { q?: string } }) {
  const navigate = useNavigate();
  const [busy, setBusy] = createSignal(false);
  const save = async () => {
    if (busy()) return;
    setBusy(true);
    try {
      const { saveList } = await import('../../fileouts.ts');
      if (!(await saveList(props.query))) navigate('/tep-xuat');
    } catch (error) {
      say((error instanceof Problem && error.detail) || t('error.offline'), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button onClick={() => void save()} aria-busy={busy()}>
      {t(busy() ? 'number.exporting' : 'number.export')}
    </Button>
  );
}
