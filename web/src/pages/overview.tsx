import { Page } from '../parts/page.tsx';
import { t } from '../words/words.ts';

export function Overview() {
  return <Page title={t('overview.title')}>…</Page>;
}
