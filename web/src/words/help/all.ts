import { adminTopics } from './admin.ts';
import { agencyTopics } from './agency.ts';
import { decidingTopics } from './deciding.ts';
import { entryTopics } from './entry.ts';
import { everyTopics } from './everybody.ts';
import { figureTopics } from './figures.ts';
import { queueTopics } from './queue.ts';
import { rosterTopics } from './roster.ts';
import { tellingTopics } from './telling.ts';
import type { HelpRole, Topic } from './topic.ts';

/** Every job that the help tells, in the order in which a page shows them. */
export const topics: readonly Topic[] = [
  ...agencyTopics,
  ...adminTopics,
  ...queueTopics,
  ...entryTopics,
  ...decidingTopics,
  ...figureTopics,
  ...rosterTopics,
  ...tellingTopics,
  ...everyTopics,
];

interface RoleHelp {
  role: HelpRole;
  /** The last part of the page's address. */
  slug: string;
  /** What this person does here, and what to do first. */
  lead: string;
  /** What this role opens first, where it is not the first of the list. */
  first?: string;
}

/** One page of help for each role. */
export const roleHelp: readonly RoleHelp[] = [
  {
    ...{ role: 'officer', slug: 'chuyen-vien' },
    lead: 'Chuyên viên của phòng nhập văn bản, theo dõi và xác nhận báo cáo. Mỗi sáng: mở “Chờ xác nhận”, rồi nhập văn bản mới.',
  },
  {
    ...{ role: 'department-head', slug: 'truong-phong' },
    lead: 'Trưởng phòng làm được mọi việc của chuyên viên, và nhận báo động khi báo cáo chờ xác nhận quá 3 ngày làm việc.',
  },
  {
    ...{ role: 'office-leader', slug: 'lanh-dao-van-phong' },
    lead: 'Chánh, Phó Chánh Văn phòng xem mọi phòng, xác nhận, ghi quyết định gia hạn, tạm dừng, mở lại, thu hồi.',
  },
  {
    ...{ role: 'agency-officer', slug: 'dau-moi-don-vi' },
    lead: 'Đầu mối của sở, ban, ngành, địa phương: xem việc của đơn vị, báo cáo kết quả, hỏi Văn phòng khi vướng.',
  },
  {
    ...{ role: 'agency-leader', slug: 'lanh-dao-don-vi' },
    lead: 'Lãnh đạo đơn vị xem mọi việc của đơn vị mình, báo cáo, và tự xin gia hạn không cần số văn bản.',
  },
  {
    ...{ role: 'leader', slug: 'lanh-dao-ubnd-tinh', first: 'doc-so-lieu' },
    lead: 'Chủ tịch, Phó Chủ tịch xem mọi số liệu, mở từng nhiệm vụ sau con số và ghi ý kiến chỉ đạo.',
  },
  {
    ...{ role: 'admin', slug: 'quan-tri' },
    lead: 'Phòng Hành chính - Quản trị giữ danh mục, người dùng, thiết lập, kết nối, tập huấn; xem được mọi số liệu.',
  },
];

/** The jobs of a role, in their order. */
export function topicsOf(role: HelpRole): Topic[] {
  const own = topics.filter((topic) => topic.roles.includes(role));
  const first = own.find((topic) => topic.id === roleHelp.find((one) => one.role === role)?.first);
  return first ? [first, ...own.filter((topic) => topic !== first)] : own;
}

/** The job of a role that an address is about: of its patterns the longest that fits; undefined where none does. */
export function topicAt(role: HelpRole, path: string): Topic | undefined {
  let best: { topic: Topic; length: number } | undefined;
  for (const topic of topicsOf(role)) {
    for (const pattern of topic.pages ?? []) {
      const exact = new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}/?$`).test(path);
      const length = exact ? pattern.length + (pattern.includes(':') ? 0 : 1) : 0;
      if (length > (best?.length ?? 0)) best = { topic, length };
    }
  }
  return best?.topic;
}
