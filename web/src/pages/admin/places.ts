import { t } from '../../words/words.ts';

/** The pages of administration, in the order of their local navigation: one line for each. */
export function adminPlaces(): { href: string; text: string }[] {
  return [
    { href: '/quan-tri/don-vi', text: t('manage.units') },
    { href: '/quan-tri/linh-vuc', text: t('manage.fields') },
    { href: '/quan-tri/nguoi-dung', text: t('manage.people') },
    { href: '/quan-tri/sap-xep', text: t('manage.successions') },
    { href: '/quan-tri/lich', text: t('manage.calendar') },
    { href: '/quan-tri/chuyen-trach', text: t('manage.roster') },
    { href: '/quan-tri/tap-huan', text: t('manage.lessons') },
    { href: '/quan-tri/gop-y', text: t('manage.feedback') },
    { href: '/quan-tri/danh-gia', text: t('manage.evaluation') },
    { href: '/quan-tri/du-lieu-cu', text: t('manage.legacy') },
    { href: '/quan-tri/thu', text: t('manage.letters') },
    { href: '/quan-tri/ket-noi', text: t('manage.national') },
    { href: '/quan-tri/nhat-ky', text: t('manage.audit') },
    { href: '/quan-tri/thiet-lap', text: t('manage.settings') },
  ];
}
