import { Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../words/words.ts';

export function Admin() {
  return (
    <Page title={t('nav.admin')}>
      <Skeleton lines={6} />
    </Page>
  );
}
