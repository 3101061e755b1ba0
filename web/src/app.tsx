import { Route, Router, type RouteSectionProps } from '@solidjs/router';
import { type Component, lazy } from 'solid-js';
import type { Section } from './words/sections.ts';
import { loadWords } from './words/words.ts';

/** A page that is loaded when it is opened, together with the sections of words that it needs. */
function page<Name extends string>(
  load: () => Promise<Record<Name, Component<RouteSectionProps>>>,
  name: Name,
  ...sections: Section[]
): { component: Component<RouteSectionProps>; preload: () => void } {
  const component = lazy(async () => {
    const [module] = await Promise.all([load(), ...sections.map(loadWords)]);
    return { default: module[name] };
  });
  return { component, preload: () => void component.preload() };
}

/** Every address of the product. Signed-in pages stand inside the frame. */
export function App() {
  return (
    <Router>
      <Route path="/dang-nhap" {...page(() => import('./pages/signin.tsx'), 'SignIn')} />
      <Route path="/quen-mat-khau" {...page(() => import('./pages/forgot.tsx'), 'Forgot', 'access')} />
      <Route path="/lien-ket" {...page(() => import('./pages/opening.tsx'), 'Opening', 'access')} />
      <Route path="/cai-dat-lan-dau" {...page(() => import('./pages/setup.tsx'), 'Setup')} />
      <Route path="/thu-thu-nghiem" {...page(() => import('./pages/trap.tsx'), 'Trap', 'post')} />
      <Route path="/bao-cao" {...page(() => import('./pages/bylink.tsx'), 'ByLink', 'post')} />
      <Route path="" {...page(() => import('./inside.tsx'), 'Inside', 'lock')}>
        <Route
          path="/thong-bao"
          {...page(() => import('./pages/preferences.tsx'), 'PreferencesPage', 'post')}
        />
        <Route path="/" {...page(() => import('./pages/overview.tsx'), 'Overview', 'overview')} />
        <Route path="/tep-xuat" {...page(() => import('./pages/fileouts.tsx'), 'FileOuts', 'fileout')} />
        <Route path="/chot-so-lieu" {...page(() => import('./pages/snapshots.tsx'), 'Snapshots', 'frozen')} />
        <Route
          path="/chot-so-lieu/:id"
          {...page(() => import('./pages/snapshot.tsx'), 'Snapshot', 'frozen', 'overview', 'work')}
        />
        <Route
          path="/nhiem-vu"
          {...page(() => import('./pages/assignments.tsx'), 'Assignments', 'work', 'life', 'files')}
        />
        <Route
          path="/nhiem-vu/:id"
          {...page(() => import('./pages/assignment.tsx'), 'Assignment', 'work', 'life', 'files')}
        />
        <Route
          path="/cho-xac-nhan"
          {...page(() => import('./pages/queue.tsx'), 'Queue', 'work', 'queue', 'files')}
        />
        <Route
          path="/bao-cao-giay"
          {...page(() => import('./pages/recording.tsx'), 'Recording', 'work', 'queue')}
        />
        <Route path="/dot-xu-ly" {...page(() => import('./pages/campaigns.tsx'), 'Campaigns', 'campaign')} />
        <Route
          path="/dot-xu-ly/moi"
          {...page(() => import('./pages/campaigns/begin.tsx'), 'BeginCampaign', 'work', 'campaign')}
        />
        <Route
          path="/dot-xu-ly/:id"
          {...page(() => import('./pages/campaigns/campaign.tsx'), 'CampaignPage', 'work', 'campaign')}
        />
        <Route path="/van-ban" {...page(() => import('./pages/documents.tsx'), 'Documents', 'papers')} />
        <Route
          path="/van-ban/moi"
          {...page(
            () => import('./pages/entry.tsx'),
            'Entry',
            'papers',
            'reading',
            'sheets',
            'life',
            'files',
          )}
        />
        <Route path="/van-ban/do-phu" {...page(() => import('./pages/register.tsx'), 'Register', 'sheets')} />
        <Route
          path="/van-ban/:id"
          {...page(() => import('./pages/document.tsx'), 'Document', 'papers', 'work', 'life', 'files')}
        />
        <Route path="/quan-tri" {...page(() => import('./pages/admin.tsx'), 'Admin', 'admin')}>
          <Route path="/" {...page(() => import('./pages/admin.tsx'), 'AdminHome')} />
          <Route
            path="/don-vi"
            {...page(() => import('./pages/admin/units.tsx'), 'AdminUnits', 'organise')}
          />
          <Route
            path="/linh-vuc"
            {...page(() => import('./pages/admin/fields.tsx'), 'AdminFields', 'organise')}
          />
          <Route
            path="/nguoi-dung"
            {...page(() => import('./pages/admin/people.tsx'), 'AdminPeople', 'organise')}
          />
          <Route
            path="/sap-xep"
            {...page(() => import('./pages/admin/successions.tsx'), 'AdminSuccessions', 'organise')}
          />
          <Route
            path="/sap-xep/:id"
            {...page(() => import('./pages/admin/moving.tsx'), 'AdminMoving', 'organise')}
          />
          <Route
            path="/lich"
            {...page(() => import('./pages/admin/calendar.tsx'), 'AdminCalendar', 'organise')}
          />
          <Route path="/chuyen-trach" {...page(() => import('./pages/rosters.tsx'), 'Rosters', 'roster')} />
          <Route path="/gop-y" {...page(() => import('./pages/feedback.tsx'), 'FeedbackPage', 'feedback')} />
          <Route
            path="/danh-gia"
            {...page(() => import('./pages/evaluations.tsx'), 'Evaluations', 'evaluation')}
          />
          <Route path="/thu" {...page(() => import('./pages/admin/letters.tsx'), 'AdminLetters', 'post')} />
          <Route
            path="/tap-huan"
            {...page(() => import('./pages/admin/lessons.tsx'), 'AdminLessons', 'lessons')}
          />
          <Route
            path="/tap-huan/:id"
            {...page(() => import('./pages/admin/lesson.tsx'), 'AdminLesson', 'lessons', 'sheets')}
          />
          <Route
            path="/du-lieu-cu"
            {...page(() => import('./pages/admin/legacy.tsx'), 'AdminLegacy', 'sheets')}
          />
          <Route
            path="/nhat-ky"
            {...page(() => import('./pages/admin/audit.tsx'), 'AdminAudit', 'audit', 'settings')}
          />
          <Route
            path="/ket-noi"
            {...page(() => import('./pages/admin/national.tsx'), 'AdminNational', 'national')}
          >
            <Route path="/" {...page(() => import('./pages/admin/national/state.tsx'), 'NationalState')} />
            <Route
              path="/chua-hieu"
              {...page(() => import('./pages/admin/national/quarantine.tsx'), 'NationalQuarantine')}
            />
            <Route
              path="/dung-gui"
              {...page(() => import('./pages/admin/national/parked.tsx'), 'NationalParked')}
            />
            <Route
              path="/cau-hinh"
              {...page(() => import('./pages/admin/national/configuration.tsx'), 'NationalConfiguration')}
            />
            <Route
              path="/anh-xa"
              {...page(() => import('./pages/admin/national/mapsform.tsx'), 'NationalMaps')}
            />
            <Route
              path="/khoa"
              {...page(() => import('./pages/admin/national/secrets.tsx'), 'NationalSecrets')}
            />
          </Route>
          <Route
            path="/thiet-lap"
            {...page(() => import('./pages/admin/settings.tsx'), 'AdminSettings', 'settings')}
          />
        </Route>
        <Route
          path="/doi-chieu"
          {...page(() => import('./pages/differences.tsx'), 'NationalDifferences', 'national', 'admin')}
        />
        <Route
          path="/chuyen-trach"
          {...page(() => import('./pages/rosters.tsx'), 'Rosters', 'roster', 'admin')}
        />
        <Route
          path="/chuyen-trach/:id"
          {...page(() => import('./pages/round.tsx'), 'Round', 'roster', 'admin')}
        />
        <Route path="/tro-giup/:role?" {...page(() => import('./pages/help.tsx'), 'Help', 'help')} />
        <Route path="/van-phong" {...page(() => import('./pages/mirror.tsx'), 'MirrorPage', 'mirror')} />
        <Route path="/gop-y" {...page(() => import('./pages/feedback.tsx'), 'FeedbackPage', 'feedback')} />
        <Route
          path="/danh-gia"
          {...page(() => import('./pages/evaluations.tsx'), 'Evaluations', 'evaluation', 'admin')}
        />
        <Route
          path="/danh-gia/:id"
          {...page(() => import('./pages/evaluation.tsx'), 'EvaluationPage', 'evaluation', 'admin')}
        />
        <Route path="/tai-khoan" {...page(() => import('./pages/account.tsx'), 'Account', 'access')} />
        <Route path="*" {...page(() => import('./pages/missing.tsx'), 'Missing')} />
      </Route>
    </Router>
  );
}
