import { Segmented } from '../../parts/segmented.tsx';
import type { By } from '../../statistics.ts';
import { t } from '../../words/words.ts';

/** By what the rows of the table are grouped. */
export function Group(props: { by: By; change: (by: By) => void }) {
  return (
    <Segmented<By>
      label={t('overview.by')}
      value={props.by}
      options={[
        { value: 'agency', text: t('form.agency') },
        { value: 'department', text: t('form.department') },
        { value: 'field', text: t('form.field') },
        { value: 'signer', text: t('form.signer') },
      ]}
      change={(by) => props.change(by)}
    />
  );
}
