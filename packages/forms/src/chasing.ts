import { type Day, showDay } from '@tddh/domain/day';
import { writeLetter } from './letter.ts';

/** One task that a letter of chasing names. */
export interface ChasedTask {
  /** Number and symbol of the document that orders it, and its day. */
  number: string;
  issuedOn: Day;
  content: string;
  dueOn: Day | null;
  /** Calendar days after the due day; 0 while it is not over. */
  daysLate: number;
}

/** What a letter of chasing says to one unit. */
export interface Chasing {
  /** Of the Office: its name, and the province ("tỉnh Đắk Nông"). */
  office: { name: string; province: string };
  /** The department whose copy is kept, by its short name. */
  department?: string;
  unit: string;
  /** As of which day, and by which day an answer is asked for. */
  today: Day;
  answerBy: Day;
  tasks: readonly ChasedTask[];
}

/**
 * An official letter (công văn đôn đốc) to one unit with its late tasks, as DOCX. Number, day and signer are left to
 * the clerk, who registers it.
 */
export function writeChasing(chasing: Chasing): Promise<Uint8Array> {
  const { office, unit, today, answerBy, tasks } = chasing;
  const late = tasks.filter((task) => task.daysLate > 0).length;
  const some = late > 0 ? `, trong đó ${count(late)} nhiệm vụ đã quá thời hạn` : '';
  const how = late === tasks.length ? ', đều đã quá thời hạn' : some;
  const place = office.province.replace(/^(tỉnh|thành phố) /i, '');
  return writeLetter({
    ...{ parent: `UBND ${office.province}`, office: 'Văn phòng', place, symbol: 'VPUBND' },
    subject: 'đôn đốc thực hiện nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao',
    to: [unit],
    paragraphs: [
      `Qua theo dõi việc thực hiện nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao, tính đến ngày ${showDay(today)}, ${unit} còn ${count(tasks.length)} nhiệm vụ chưa có báo cáo kết quả${how} (danh mục dưới đây).`,
      `${office.name} đề nghị ${unit} khẩn trương thực hiện, gửi báo cáo kết quả và cập nhật trên hệ thống theo dõi nhiệm vụ trước ngày ${showDay(answerBy)}. Nhiệm vụ chưa thể hoàn thành, đề nghị nêu rõ nguyên nhân, trách nhiệm và thời hạn hoàn thành, báo cáo UBND tỉnh xem xét theo quy định.`,
    ],
    tables: [
      {
        title: 'Danh mục nhiệm vụ chưa báo cáo kết quả',
        columns: [
          { title: 'STT', share: 4, align: 'center' },
          { title: 'Số, ký hiệu, ngày văn bản', share: 14 },
          { title: 'Nội dung nhiệm vụ', share: 30 },
          { title: 'Thời hạn', share: 9, align: 'center' },
          { title: 'Số ngày quá hạn', share: 7, align: 'center' },
        ],
        rows: tasks.map((task, i) => [
          String(i + 1),
          `${task.number} ngày ${showDay(task.issuedOn)}`,
          task.content,
          task.dueOn ? showDay(task.dueOn) : 'Không hạn',
          task.daysLate > 0 ? String(task.daysLate) : '',
        ]),
      },
    ],
    closing: [`${office.name} thông báo để ${unit} biết, thực hiện./.`],
    signer: { title: 'Chánh Văn phòng' },
    recipients: [
      'Như trên',
      'Chủ tịch, các Phó Chủ tịch UBND tỉnh (để báo cáo)',
      'Chánh, các Phó Chánh Văn phòng',
      `Lưu: VT${chasing.department ? `, ${chasing.department}` : ''}`,
    ],
  });
}

/** Numbers below 10 as letters write them: 08. */
function count(n: number): string {
  return String(n).padStart(2, '0');
}
