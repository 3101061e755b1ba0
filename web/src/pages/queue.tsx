import { Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../words/words.ts';

export function Queue() {
  return (
    <Page title={t('nav.queue')}>
      <Skeleton lines={6} />
    </Page>
  );
}
