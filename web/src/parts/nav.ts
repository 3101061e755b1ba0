import Building from 'lucide-solid/icons/building';
import Contact from 'lucide-solid/icons/contact';
import FileText from 'lucide-solid/icons/file-text';
import Inbox from 'lucide-solid/icons/inbox';
import LayoutDashboard from 'lucide-solid/icons/layout-dashboard';
import ListChecks from 'lucide-solid/icons/list-checks';
import Plus from 'lucide-solid/icons/plus';
import Settings from 'lucide-solid/icons/settings';
import type { Component } from 'solid-js';
import { confirms, isAgency, isOfficer } from '../session.tsx';
import type { Session } from '../shapes.ts';
import { t } from '../words/words.ts';

export interface Place {
  href: string;
  text: string;
  /** For the bar of a phone. */
  short: string;
  icon: Component<{ size?: number }>;
  main?: boolean;
}

/** The pages that a person may open, the most used ones first. */
export function placesFor(session: Session): Place[] {
  const queue = { href: '/cho-xac-nhan', text: t('nav.queue'), short: t('nav.queueShort'), icon: Inbox };
  const overview = { href: '/', text: t('nav.overview'), short: t('nav.overview'), icon: LayoutDashboard };
  const mine = isAgency(session);
  const assignments = {
    href: '/nhiem-vu',
    text: mine ? t('nav.mine') : t('nav.assignments'),
    short: mine ? t('nav.mine') : t('nav.assignments'),
    icon: ListChecks,
  };
  const documents = { href: '/van-ban', text: t('nav.documents'), short: t('nav.documents'), icon: FileText };
  const enter = {
    href: '/van-ban/moi',
    text: t('nav.enter'),
    short: t('nav.enterShort'),
    icon: Plus,
    main: true,
  };
  const admin = { href: '/quan-tri', text: t('nav.admin'), short: t('nav.admin'), icon: Settings };
  const roster = { href: '/chuyen-trach', text: t('nav.roster'), short: t('nav.rosterShort'), icon: Contact };
  const office = {
    href: '/van-phong',
    text: t('nav.office'),
    short: t('nav.officeShort'),
    icon: Building,
  };
  if (mine) return [assignments, overview, roster];
  return [
    ...(isOfficer(session) ? [enter] : []),
    overview,
    ...(confirms(session) ? [queue] : []),
    assignments,
    documents,
    ...(session.person.role === 'officer' ? [] : [office]),
    ...(isOfficer(session) ? [roster] : []),
    ...(session.person.role === 'admin' ? [admin] : []),
  ];
}
