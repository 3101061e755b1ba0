import { Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../words/words.ts';

export function Entry() {
  return (
    <Page title={t('nav.enter')}>
      <Skeleton lines={6} />
    </Page>
  );
}
