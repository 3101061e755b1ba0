import { type Day, showDay } from '@tddh/domain/day';
import { meanMark, type Question, type Topic } from '@tddh/domain/evaluation';
import type { FeedbackKind, FeedbackState } from '@tddh/domain/feedback';
import { cut } from '@tddh/domain/letters';
import type { MirrorFigures } from '@tddh/domain/mirror';
import { type LetterSection, writeLetter } from './letter.ts';

/** What the report on the use of the product tells. */
export interface Usage {
  office: { name: string; province: string };
  /** The department that reports. */
  department?: { name: string; short: string };
  period: { from: Day; to: Day };
  decimalComma: boolean;
  round: { name: string; dueOn: Day; questions: readonly Question[] };
  /** The Office first (`name` null), then each department. */
  figures: readonly { name: string | null; row: MirrorFigures; unsigned: number }[];
  answered: readonly {
    unit: string;
    answers: readonly { question: string; text?: string; mark?: number }[];
  }[];
  missing: readonly string[];
  feedback: readonly { kind: FeedbackKind; text: string; state: FeedbackState; by: { unitName: string } }[];
}

/** Pieces of feedback of a kind that the paper holds; it says how many there are besides. */
const mostTold = 60;
/** Characters of one answer or piece of feedback on paper. */
const longest = 1200;

const states: Record<FeedbackState, string> = {
  new: 'chưa trả lời',
  doing: 'đang xử lý',
  done: 'đã xử lý',
  declined: 'không thực hiện',
};

/**
 * The report to the leaders of the Office on how the product is used (báo cáo kết quả triển khai sử dụng), as DOCX:
 * use per department, difficulties, functions asked for, effectiveness, proposals. Number, day and signer are left to
 * the clerk.
 */
export function writeUsage(usage: Usage): Promise<Uint8Array> {
  const { office, department, period, round } = usage;
  const place = office.province.replace(/^(tỉnh|thành phố) /i, '');
  const issuer = department
    ? { parent: office.name, office: department.name }
    : { parent: `UBND ${office.province}`, office: 'Văn phòng' };
  const asked = usage.answered.length + usage.missing.length;
  return writeLetter({
    ...{
      ...issuer,
      place,
      symbol: department ? `BC-${department.short.replace(/[^\p{L}]/gu, '')}` : 'BC-VPUBND',
    },
    type: 'Báo cáo',
    subject: `Kết quả triển khai sử dụng phần mềm theo dõi nhiệm vụ, từ ${showDay(period.from)} đến ${showDay(period.to)}`,
    to: [`Lãnh đạo ${office.name}`],
    paragraphs: [
      `Qua theo dõi số liệu trên hệ thống từ ngày ${showDay(period.from)} đến ngày ${showDay(period.to)}, tổng hợp ý kiến của ${usage.answered.length}/${asked} đơn vị trong đợt “${round.name}” (hạn ${showDay(round.dueOn)})${
        usage.missing.length > 0 ? `, chưa có ý kiến: ${usage.missing.join(', ')}` : ''
      } và ${usage.feedback.length} góp ý gửi qua hệ thống, kết quả như sau:`,
    ],
    sections: [
      useOf(usage),
      said(usage, 'II. Khó khăn, vướng mắc', 'difficulty', 'difficulty'),
      said(usage, 'III. Chức năng đề nghị bổ sung, điều chỉnh', 'function', 'function'),
      said(usage, 'IV. Đánh giá hiệu quả sử dụng', 'effect', 'praise'),
      proposals(usage),
    ],
    closing: [`Kính báo cáo Lãnh đạo ${office.name} xem xét, chỉ đạo./.`],
    signer: { title: department ? 'Trưởng phòng' : 'Chánh Văn phòng' },
    recipients: ['Như trên', `Lưu: VT${department ? `, ${department.short}` : ''}`],
  });
}

/** The first section: the figures in words, and the table of departments. */
function useOf({ figures, decimalComma }: Usage): LetterSection {
  const whole = figures[0]!.row;
  const number = (n: number | null) => (n === null ? '-' : decimal(n, decimalComma));
  return {
    title: 'I. Kết quả sử dụng tại các phòng',
    paragraphs: [
      `Các phòng đã nhập ${whole.entered} văn bản chỉ đạo, điều hành${
        whole.entryMedian === null
          ? ''
          : `; từ ngày ký đến ngày nhập ở giữa là ${number(whole.entryMedian)} ngày làm việc, lâu nhất ${whole.entryWorst} ngày, nhập muộn ${whole.late} văn bản`
      }.`,
      `Văn phòng đã xác nhận ${whole.confirmed} báo cáo${
        whole.confirmMedian === null
          ? ''
          : `, ở giữa sau ${number(whole.confirmMedian)} ngày làm việc, lâu nhất ${whole.confirmWorst} ngày`
      }; còn ${whole.backlog} báo cáo chờ xác nhận${
        whole.backlogWorst === null ? '' : `, lâu nhất ${whole.backlogWorst} ngày làm việc`
      }. Số người chưa đăng nhập lần nào: ${figures[0]!.unsigned}.`,
    ],
    table: {
      columns: [
        { title: 'Phòng', share: 28 },
        { title: 'Văn bản đã nhập', share: 11, align: 'center' },
        { title: 'Ký đến nhập: giữa / lâu nhất', share: 15, align: 'center' },
        { title: 'Đã xác nhận', share: 11, align: 'center' },
        { title: 'Tuổi khi xác nhận: giữa / lâu nhất', share: 16, align: 'center' },
        { title: 'Còn chờ', share: 9, align: 'center' },
        { title: 'Chưa đăng nhập', share: 12, align: 'center' },
      ],
      rows: [...figures.slice(1), figures[0]!].map(({ name, row, unsigned }) => [
        ...[name ?? 'Cộng', String(row.entered), `${number(row.entryMedian)} / ${number(row.entryWorst)}`],
        ...[String(row.confirmed), `${number(row.confirmMedian)} / ${number(row.confirmWorst)}`],
        ...[String(row.backlog), String(unsigned)],
      ]),
    },
  };
}

/** A section of what units answered on a topic, and what people wrote of a kind. */
function said(usage: Usage, title: string, topic: Topic, kind: FeedbackKind): LetterSection {
  const sent = usage.feedback.filter((one) => one.kind === kind);
  const lines = [
    ...answersOn(usage, topic),
    ...sent
      .slice(0, mostTold)
      .map((one) => `- ${one.by.unitName} (góp ý, ${states[one.state]}): ${plain(one.text)}`),
    ...(sent.length > mostTold ? [`Và ${sent.length - mostTold} góp ý khác trên hệ thống.`] : []),
  ];
  return { title, paragraphs: lines.length > 0 ? lines : ['Không có ý kiến.'] };
}

/** What units answered on a topic, question by question: marks with their mean, words as they stand. */
function answersOn({ round, answered, decimalComma }: Usage, topic: Topic): string[] {
  return round.questions
    .filter((question) => question.topic === topic)
    .flatMap((question) => {
      const given = answered.flatMap(({ unit, answers }) => {
        const answer = answers.find((one) => one.question === question.id);
        return answer ? [{ unit, ...answer }] : [];
      });
      const marks = given.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
      const mean = meanMark(marks);
      return [
        question.text,
        ...(mean === null
          ? []
          : [
              `Điểm trung bình ${decimal(mean, decimalComma)}/5 của ${marks.length} đơn vị: ${given
                .map(({ unit, mark }) => `${unit} ${mark}`)
                .join('; ')}.`,
            ]),
        ...given.flatMap(({ unit, text }) => (text === undefined ? [] : [`- ${unit}: ${plain(text)}`])),
      ];
    });
}

/** The last section: what the figures call for, then what units propose. */
function proposals(usage: Usage): LetterSection {
  const { row } = usage.figures[0]!;
  const idle = usage.figures.slice(1).filter((one) => one.row.entered === 0);
  const open = usage.feedback.filter(({ state }) => state === 'new' || state === 'doing').length;
  const own = [
    ...(idle.length > 0 ? [`Đôn đốc ${idle.map((one) => one.name).join(', ')}: chưa nhập văn bản nào.`] : []),
    ...(row.backlog > 0 ? [`Xác nhận dứt điểm ${row.backlog} báo cáo đang chờ.`] : []),
    ...(open > 0 ? [`Trả lời ${open} góp ý chưa xử lý xong.`] : []),
    ...(usage.missing.length > 0 ? [`Đôn đốc ${usage.missing.join(', ')} gửi ý kiến đánh giá.`] : []),
  ];
  const lines = [...own.map((one, i) => `${i + 1}. ${one}`), ...answersOn(usage, 'proposal')];
  return { title: 'V. Đề xuất', paragraphs: lines.length > 0 ? lines : ['Không có đề xuất.'] };
}

function plain(text: string): string {
  return cut(text, longest);
}

function decimal(n: number, comma: boolean): string {
  return comma ? String(n).replace('.', ',') : String(n);
}
