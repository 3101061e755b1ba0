import { Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../words/words.ts';

export function Documents() {
  return (
    <Page title={t('nav.documents')}>
      <Skeleton lines={6} />
    </Page>
  );
}
