import { type Day, showDay } from './day.ts';
import { cut, type Words } from './letters.ts';
import type { MirrorFigures } from './mirror.ts';

/** A department of the letter: its figures of the week, what it entered since the beginning, and who never signed in. */
export interface MirrorPart extends MirrorFigures {
  name: string;
  everEntered: number;
  unsigned: number;
}

/** Departments that a letter names at most, so that it stays one page; the rest stand on the page that it links to. */
const mostNamed = 12;

/**
 * The letter of a week: one page, in short lines for a phone and for paper. The Office first, then each department.
 * @param since the day from which `everEntered` counts
 */
export function mirrorLetter(
  name: string,
  of: { from: Day; to: Day; since: Day; office: MirrorPart; departments: readonly MirrorPart[] },
): Words {
  const { from, to, since, office, departments } = of;
  const idle = departments.filter((one) => one.entered === 0).length;
  const more = departments.length - mostNamed;
  return {
    subject: `Văn phòng tuần ${showDay(from)}: nhập ${office.entered} văn bản, xác nhận ${office.confirmed}, còn chờ ${office.backlog}`,
    text: [
      `Kính gửi ${name},`,
      `Tình hình Văn phòng từ ${showDay(from)} đến ${showDay(to)}:`,
      '',
      ...part(office, since),
      ...(idle > 0 ? [`${idle} phòng không nhập văn bản nào trong tuần.`] : []),
      ...departments.slice(0, mostNamed).flatMap((one) => ['', ...part(one, since)]),
      ...(more > 0 ? ['', `và ${more} phòng khác.`] : []),
      '',
      'Ngày ký đến nhập, tuổi: ngày làm việc.',
      `Từng dòng: {{origin}}/van-phong?from=${from}&to=${to}`,
    ].join('\n'),
  };
}

function part(one: MirrorPart, since: Day): string[] {
  const ages = (middle: number | null, worst: number | null) =>
    middle === null ? '' : ` (giữa ${number(middle)}, lâu nhất ${worst} ngày)`;
  return [
    cut(one.name.toLocaleUpperCase('vi'), 60),
    `Nhập: ${one.entered}${ages(one.entryMedian, one.entryWorst)}; từ ${showDay(since)}: ${one.everEntered}`,
    `Xác nhận: ${one.confirmed}${ages(one.confirmMedian, one.confirmWorst)}`,
    `Còn chờ: ${one.backlog}${one.backlogWorst === null ? '' : `, lâu nhất ${one.backlogWorst} ngày`}${
      one.unsigned > 0 ? `; chưa đăng nhập: ${one.unsigned}` : ''
    }`,
  ];
}

/** A half is written with a comma: 1,5. */
function number(n: number): string {
  return String(n).replace('.', ',');
}
