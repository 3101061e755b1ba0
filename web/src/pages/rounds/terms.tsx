import { DayField } from '../../parts/dayfield.tsx';
import { TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import type { useEditing } from '../admin/editing.ts';
import type { RoundKind } from './list.tsx';

/** What every round is opened with. */
export interface Terms {
  name: string;
  dueOn: string | null;
}

/** The name and the due day of a round that is being opened. */
export function TermsFields(props: {
  kind: RoundKind;
  form: Terms;
  change: (part: Partial<Terms>) => void;
  editing: ReturnType<typeof useEditing>;
}) {
  return (
    <>
      <TextField
        label={t(`${props.kind}.name`)}
        value={props.form.name}
        change={(name) => {
          props.change({ name });
          props.editing.forget('name');
        }}
        error={props.editing.fault('name')}
      />
      <DayField
        label={t(`${props.kind}.dueOn`)}
        required
        value={props.form.dueOn}
        change={(dueOn) => {
          props.change({ dueOn });
          props.editing.forget('dueOn');
        }}
        error={props.editing.fault('dueOn')}
      />
    </>
  );
}
