import type { DigestPart } from './digest.ts';
import type { EventType } from './events.ts';
import { cut } from './letters.ts';
import { type Preferences, toldOf, wayOf } from './notice.ts';
import type { Role } from './person.ts';

/** Something that a person was told in the product. */
export interface Happened {
  /** As the bus names it: `assignment.directed`. */
  type: string;
  title: string;
  documentNumber: string;
}

/**
 * What a digest says of events, the most pressing first. What still stands (overdue, due soon, returned, awaiting, open
 * questions) is no news: the digest's other parts tell of it each day.
 */
const words: Partial<Record<EventType, string>> = {
  directed: 'Ý kiến chỉ đạo',
  answered: 'Đã trả lời câu hỏi',
  reopened: 'Mở lại',
  recalled: 'Thu hồi',
  paused: 'Tạm dừng',
  resumed: 'Tiếp tục',
  'due-moved': 'Điều chỉnh hạn',
  'extension-granted': 'Đồng ý gia hạn',
  'extension-refused': 'Không đồng ý gia hạn',
  'extension-asked': 'Xin gia hạn',
  'transfer-asked': 'Đề nghị chuyển đơn vị',
  'transfer-refused': 'Không đồng ý chuyển đơn vị',
  transferred: 'Chuyển đơn vị',
  cancelled: 'Hủy do nhập nhầm',
  withdrawn: 'Rút báo cáo',
  assigned: 'Việc mới giao',
  confirmed: 'Đã xác nhận hoàn thành',
  noted: 'Tiến độ, vướng mắc',
};
const order = Object.keys(words);
const shown = 10;

/** The part of a digest on what happened since the one before, of the kinds that the person wants in the digest. */
export function newsOf(
  happened: readonly Happened[],
  role: Role,
  chosen: Preferences,
): DigestPart | undefined {
  const nameOf = (one: Happened) => one.type.replace(/^assignment\./, '') as EventType;
  const news = happened
    .filter((one) => {
      const told = toldOf(one.type);
      return told && words[nameOf(one)] && wayOf(told.kind, role, chosen) === 'digest';
    })
    .sort((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
  if (news.length === 0) return undefined;
  return {
    ...{ name: 'news', kind: 'decisions', count: news.length },
    lines: news
      .slice(0, shown)
      .map((one) => `- ${words[nameOf(one)]}: ${cut(one.title, 80)} (${one.documentNumber})`),
  };
}
