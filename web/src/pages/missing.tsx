import { ButtonLink } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { t } from '../words/words.ts';

export function Missing() {
  return (
    <Page title={t('app.missing')} width="form">
      <Empty title={t('app.missing')} hint={t('app.missingHint')}>
        <ButtonLink look="primary" href="/">
          {t('app.home')}
        </ButtonLink>
      </Empty>
    </Page>
  );
}
