import { Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../words/words.ts';

export function Assignments() {
  return (
    <Page title={t('nav.assignments')}>
      <Skeleton lines={6} />
    </Page>
  );
}
