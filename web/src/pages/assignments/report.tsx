import { Show } from 'solid-js';
import { Dialog } from '../../parts/dialog.tsx';
import { say } from '../../parts/toasts.ts';
import type { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import { useSession } from '../../session.tsx';
import type { AssignmentItem } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { draftOf } from '../assignment/draft.ts';
import { forms } from '../assignment/forms.ts';
import { VerbForm } from '../assignment/verbform.tsx';
import css from './report.module.css';

/** True where a unit may report on its own assignment now. */
export function reportable({ role, status }: AssignmentItem): boolean {
  return role === 'lead' && (status === 'assigned' || status === 'in-progress');
}

/** The report form of one row, beside its list; what is typed is the same draft as on the assignment's own page. */
export function ReportDialog(props: { item: AssignmentItem | undefined; close: () => void }) {
  const session = useSession();
  const done = async () => {
    props.close();
    await invalidate();
    say(t('mine.reported'), 'good');
  };
  const outdated = (problem: Problem) => {
    props.close();
    say(problem.detail || problem.title || t('one.changed'), 'bad');
    void invalidate();
  };
  return (
    <Dialog open={props.item !== undefined} title={t('verb.report')} close={props.close}>
      <Show when={props.item} keyed>
        {(item) => (
          <VerbForm
            id={item.id}
            revision={item.revision}
            verb="report"
            asks={forms.report}
            draft={draftOf(session, 'report', item.id)}
            button={t('verb.report')}
            cancel={props.close}
            done={() => void done()}
            outdated={outdated}
            focus
          >
            <p class={css.what}>{item.content}</p>
          </VerbForm>
        )}
      </Show>
    </Dialog>
  );
}
