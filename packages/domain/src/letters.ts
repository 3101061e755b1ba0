import { type Assignment, currentDue } from './assignment.ts';
import { type Day, daysBetween, showDay } from './day.ts';
import type { AssignmentEvent } from './events.ts';
import { dueBy } from './reminding.ts';

/** A letter's words: plain Vietnamese, short enough for a phone. */
export interface Words {
  subject: string;
  text: string;
}

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** A day with its weekday, as people say it: thứ Sáu 30/06/2023. */
export function sayDay(on: Day): string {
  return `${weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()]} ${showDay(on)}`;
}

/** A text cut at a word, with an ellipsis, to stand in a line. */
export function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const kept = line.slice(0, most - 1);
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), most - 20)).trimEnd()}…`;
}

/** The letter of an event that is told at once: what, by when, which document, and where to go on. */
export function letterOf(a: Assignment, event: AssignmentEvent, today: Day): Words | undefined {
  const head = heading(a, event, today);
  if (!head) return undefined;
  const { number, issuedOn, issuer } = a.document;
  const due = currentDue(a);
  return {
    subject: `${head.subject}: ${cut(a.content, 90)}`,
    text: [
      head.lead,
      '',
      ...(head.more ? [head.more, ''] : []),
      `Nhiệm vụ: ${cut(a.content, 600)}`,
      due === null ? 'Hạn: không có hạn' : `Hạn: ${sayDay(due)}`,
      `Văn bản: ${number} ngày ${showDay(issuedOn)}, ${issuer}`,
      `Theo dõi: ${a.departmentName}`,
      '',
      `Xem và xử lý: {{origin}}/nhiem-vu/${a.id}`,
    ].join('\n'),
  };
}

function heading(a: Assignment, event: AssignmentEvent, today: Day) {
  const by = dueBy(a);
  const when = by === null ? 'không có hạn' : `hạn ${showDay(by)}`;
  switch (event.type) {
    case 'assigned':
      return {
        subject: `Việc mới, ${when}`,
        lead:
          a.role === 'lead'
            ? `${a.agencyName} được giao một nhiệm vụ.`
            : `${a.agencyName} được giao phối hợp thực hiện một nhiệm vụ.`,
      };
    case 'returned':
      return {
        subject: `Báo cáo bị trả lại${event.data.cureOn ? `, báo cáo lại chậm nhất ngày ${showDay(event.data.cureOn)}` : ''}`,
        lead: 'Văn phòng trả lại báo cáo.',
        more: event.reason ? `Lý do: ${event.reason}` : undefined,
      };
    case 'reopened':
      return {
        subject: `Nhiệm vụ được mở lại, báo cáo lại chậm nhất ngày ${showDay(event.data.cureOn)}`,
        lead: 'Văn phòng mở lại một nhiệm vụ đã hoàn thành.',
        more: event.reason ? `Lý do: ${event.reason}` : undefined,
      };
    case 'reminded':
      return reminder(event.data, a.role === 'lead' ? by : undefined, today);
    case 'overdue':
      return {
        subject: `Quá hạn từ ${showDay(event.data.dueOn)}`,
        lead: `Nhiệm vụ đã quá hạn ${daysBetween(event.data.dueOn, today)} ngày mà chưa có báo cáo.`,
      };
    default:
      return undefined;
  }
}

function reminder(
  { auto, message }: Extract<AssignmentEvent, { type: 'reminded' }>['data'],
  by: Day | null | undefined,
  today: Day,
) {
  if (auto?.kind === 'note') {
    return {
      subject: 'Cần ghi tiến độ',
      lead: 'Nhiệm vụ không có hạn: đã đến kỳ ghi tiến độ. Hãy ghi một dòng về việc đã làm.',
    };
  }
  const left = by ? daysBetween(today, by) : undefined;
  const remains =
    left === undefined
      ? by === null
        ? 'không có hạn'
        : 'việc phối hợp'
      : left < 0
        ? `quá hạn ${-left} ngày`
        : left === 0
          ? 'hết hạn hôm nay'
          : `còn ${left} ngày`;
  if (auto) return { subject: `Sắp đến hạn, ${remains}`, lead: `Nhiệm vụ ${remains}, chưa có báo cáo.` };
  return {
    subject: `Đôn đốc, ${remains}`,
    lead: 'Văn phòng đôn đốc việc thực hiện.',
    more: message ? `Lời nhắc: ${message}` : undefined,
  };
}
