import { type Day, isDay } from '@tddh/domain/day';

/** A due date as an official document states it; `text` holds the words as written. */
export interface Deadline {
  kind: 'date' | 'relative' | 'recurring' | 'none';
  date?: Day;
  text?: string;
  precision?: 'month' | 'quarter' | 'year' | 'period';
}

interface Found extends Deadline {
  at: number;
  /** Words that bound the task beyond doubt ("trước ngày", "hoàn thành") win over those that may not. */
  strength: number;
}

const none: Deadline = { kind: 'none' };
const limit =
  '(?:(?:chậm nhất|muộn nhất|hạn cuối|thời hạn|thời gian|xong|hoàn thành|kết thúc)\\s*(?:là|:|đến|vào)?\\s*)?(?:đến hết|đến trước|trước hết|trước|đến|hết|là|vào|trong|xong)';
/** Words that bound by themselves, a day right after them. */
const ends =
  'không (?:muộn|chậm) hơn|hạn (?:chót|cuối)(?:\\s*(?:là|:))?|(?:thời hạn|thời gian|hạn)(?:\\s+(?:hoàn thành|thực hiện|gửi|nộp|gửi báo cáo|báo cáo))?\\s*:|hoàn thành|xong';
const hour =
  "(?:\\s*\\d{1,2}\\s?(?:h|giờ|g|:)\\s?(?:\\d{2})?(?:\\s*phút|['’])?,?(?:\\s+(?:sáng|chiều|tối))?(?:\\s*,)?)?";
const dateWords =
  '(?:(?:ngày\\s*(?=\\d)|(?=\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4}))(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s+năm\\s+(\\d{4}))?|(?:ngày\\s*)?(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})|ngày\\s*(\\d{1,2})\\s?[/-]\\s?(\\d{1,2}))(?![\\d/]|\\s*(?:và|,)\\s*\\d)';

const byDay = new RegExp(
  `(?<!\\p{L})(${limit}|chậm nhất|muộn nhất|${ends})${hour}\\s+(?:(?:thứ|Thứ)\\s+\\p{L}+,?\\s+)?${dateWords}`,
  'giu',
);
const byPeriod =
  /(?<!\p{L})(?:(?:chậm nhất|muộn nhất)\s+)?(?:xong\s+)?(hoàn thành|xong|trong|trước hết|trước|đến hết|hết|đến cuối|vào cuối|cuối|vào|(?:thời gian|thời hạn)(?:\s+(?:hoàn thành|thực hiện|báo cáo))?\s*:(?:\s+(?:trong|trước))?)\s+(?:(tháng|quý|quí)\s*(\d{1,2}|I{1,3}V?|IV)\s*(?:\/|-|\s+năm\s+)\s*(\d{4})|(?:cuối\s+)?năm\s+(\d{4})|(tháng|quý|quí)\s*(\d{1,2}|I{1,3}V?|IV)(?![\p{L}\d/-]))/giu;
const counted =
  /(?<!\p{L})(?:chậm nhất|muộn nhất|trong vòng|trong thời hạn|trong thời gian|trong|không quá|tối đa|sau|thời hạn(?:\s+(?:hoàn thành|thực hiện|giải quyết|báo cáo))?\s*:?)\s*(?:là\s+|không quá\s+)?(?:\d{1,3}(?:\s*[-–]\s*\d{1,3})?)\s*(?:\([^()]{1,20}\)\s*)?(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?,?\s+(?:(?:kể|tính)\s+từ|kể|sau khi|sau|từ|trước khi|trước)\s+[^.;,]{2,120}/giu;
const monthly =
  /(?<!\p{L})(?:định kỳ\s+)?(?:(?:chậm nhất|muộn nhất)\s+(?:là\s+)?)?(?:(?:trước|vào)\s+)?(?:(?<=\p{L}\s)ngày\s+|(?<=(?:trước|vào|chậm nhất)\s))(?:\d{1,2}(?:\/\d{1,2}|\s+tháng\s+\d{1,2})?|cuối cùng)(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{1,2}(?:\/\d{1,2}|\s+tháng\s+\d{1,2})?)*\s*(?:của\s+)?(?:(?:tháng|quý)\s+cuối(?:\s+cùng)?\s+(?:của\s+)?|(?<=cuối cùng của )(?=tháng|quý)|hằng\s+|hàng\s+|mỗi\s+)(?:tháng|quý|năm|tuần)/giu;
const daily =
  /(?<!\p{L})(?:chậm nhất\s+)?(?:trước|vào)(?:\s+lúc)?\s+\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?(?:\s*phút)?\s+(?:hằng|hàng|mỗi)\s+(?:ngày|tuần)/giu;
const weekly =
  /(?<!\p{L})(?:định kỳ,?\s+)?(?:(?:trước|vào|chậm nhất|đến)\s+)?(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?(?:\s*phút)?,?\s+)?(?:(?:sáng|chiều)\s+)?(?:ngày\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s+(?:hằng|hàng|mỗi)\s+tuần/giu;
/** A report or review that recurs by itself: the verb stands before or after the period. */
const periodic =
  /(?<!\p{L})(?:(?:báo cáo|tổng hợp|cập nhật|gửi)\s+(?:kết quả\s+)?)?định kỳ,?\s+(?:(?:báo cáo|vào|theo)\s+)?(?:(?:hằng|hàng|mỗi)\s+)?(?:ngày|tuần|tháng|quý|năm|\d{1,2}\s+tháng|sáu tháng)(?!\p{L})(?:(?:\s*,|\s+và|\/|\s+hoặc)\s*(?:(?:hằng|hàng)\s+)?(?:\d{1,2}\s+tháng|tháng|quý|năm|tuần|đột xuất)(?!\p{L}))*(?:,?\s+(?:báo cáo|tổng hợp|rà soát|kiểm tra|đánh giá|cập nhật|gửi))?/giu;
/** Days, weeks or months without a day they count from: that is the document's. */
const bare =
  /(?<!\p{L})(?:chậm nhất(?:\s+(?:là|sau))?|muộn nhất|trong vòng|trong thời hạn|không quá|(?<=(?:hoàn thành|xong)\s)trong)\s+\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?(?=\s*[;.:]|\s*,(?!\s+(?:kể|tính)\s+từ)|\s*$)/giu;
const afterEvent =
  /(?<!\p{L})(?:hoàn thành|xong)\s+(?:ngay\s+)?(?:trước|sau)\s+(?:khi\s|Tết|mùa (?:mưa|lũ)|(?:thềm )?năm học|ngày khai giảng|kỳ (?:họp|thi))[^.;,]{3,80}/giu;
/** At the end of a clause, what another authority must do first: "… khi Chính phủ ban hành Nghị định". */
const uponAct =
  /(?<=\p{L}\s)(?<!Sau\s)(?:ngay\s+)?(?:sau\s+)?khi\s+(?:Quốc hội|Chính phủ|Thủ tướng|(?:các\s+)?Bộ|Trung ương|HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy hoạch|Đề án|Dự án|cấp có thẩm quyền)(?!\p{L})[^.;]{0,80}?(?:ban hành|có hiệu lực|phê duyệt|thông qua)(?!\p{L})[^.;]{0,120}(?=\s*[.;]|\s*$)/gu;
/** A report that recurs, its period at the end of the sentence. */
const everyEnd =
  /(?<!\p{L})báo cáo\s(?![^.;]{0,120}(?:kết quả|kế hoạch|kinh phí|dự toán|công tác|nhiệm vụ)\s+(?:hằng|hàng)\s)[^.;]{0,80}?((?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ\s+(?:\d{1,2} tháng|tháng|quý|năm)(?:(?:,| và|, và)\s+(?:hằng |hàng )?(?:\d{1,2} tháng|tháng|quý|năm))*)(?=\s*(?:[.;]|\.?\/|$))/giu;
/** "hằng tháng báo cáo trước ngày 25": the period stands before its day. */
const first =
  /(?<!\p{L})(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?!\p{L})[^.;\d]{0,60}?(?:trước|vào|chậm nhất)\s+(?:ngày\s+)?\d{1,2}(?:\/\d{1,2})?(?:\s?(?:giờ|h|g)\s?(?:\d{2})?)?(?![\d/]|\s*\/|\s+tháng\s+\d)/giu;
const opening =
  /^(?:(?:Thường xuyên|Đồng thời|Chủ động),?\s+(?:và\s+)?)?(?:Định kỳ|Hằng|Hàng)(?:\s+(?:hằng|hàng))?(?:\s+(?:hoặc đột xuất|\(?\d{1,2} tháng\)?|tháng|quý|năm|ngày|tuần))*(?:\s*(?:,|và|hoặc|\/)\s*(?:định kỳ|hằng|hàng|\d{1,2}\s+tháng|tháng|quý|năm|ngày|tuần|đột xuất|một năm))*/iu;
const onwards = /năm\s+\d{4}\s+và\s+(?:các|những)\s+năm\s+(?:tiếp theo|sau)|hằng năm,? từ năm \d{4}/iu;
/** A time from one day or month to another: the last one bounds. */
const between =
  /^từ\s+(?:ngày|tháng|quý)?\s*[\dIV/.-]+(?:\s+năm\s+\d{4})?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?((?:ngày|tháng|quý)?\s*[\dIV/.-]+(?:\s+năm\s+\d{4})?)[.;]?$/iu;
/** "Quý I, quý II năm 2025", "Tháng 3, 4/2025": the last one bounds. */
const severalPeriods =
  /^(tháng|quý|quí)\s*(?:[\dIV]+\s*(?:,|và|&|[-–])\s*)+(?:và\s+)?(tháng|quý|quí)?\s*([\dIV]+\s*(?:\/|năm\s)\s*\d{4})[.;]?$/iu;
const span = /(?:giai đoạn\s+|^(?:năm\s+)?)(\d{4})\s*[-–]\s*(\d{4})/iu;

/** The deadline of a task's words; `around` is the item they stand in. `issued` is the document's day: a missing year is filled from it. */
export function deadlineOf(text: string, issued?: Day, around = text): Deadline {
  const found = [
    ...days(text, issued, around),
    ...periods(text, issued),
    ...relatives(text),
    ...recurrings(text),
  ];
  if (!found.length) return none;
  const best = Math.max(...found.map(({ strength }) => strength));
  const last = found
    .filter(({ strength }) => strength === best)
    .sort((a, b) => a.at - b.at)
    .at(-1)!;
  const { at: _at, strength: _strength, ...deadline } = last;
  return deadline;
}

/** The deadline of a cell or line that holds nothing else ("Quý IV/2025", "Thường xuyên, hằng năm", "Năm 2026"). */
export function deadlineOfCell(text: string, issued?: Day): Deadline {
  const bare = text.trim();
  const again = onwards.exec(bare);
  if (again) return { kind: 'recurring', text: again[0] };
  const inside = deadlineOf(bare, issued);
  if (inside.kind !== 'none') return inside;
  if (/(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|định kỳ/iu.test(bare))
    return { kind: 'recurring', text: bare };
  const phase = span.exec(bare);
  if (phase) return { kind: 'date', date: `${phase[2]}-12-31`, text: phase[0], precision: 'period' };
  const listed = severalPeriods.exec(bare);
  if (listed) return deadlineOfCell(`${listed[2] ?? listed[1]} ${listed[3]}`, issued);
  const range = between.exec(bare);
  if (range) return deadlineOf(`hoàn thành trước ${range[1]}`, issued);
  const named = deadlineOf(`trong ${bare[0]?.toLowerCase() ?? ''}${bare.slice(1)}`, issued);
  if (named.kind !== 'none') return { ...named, text: bare };
  const year = /^(?:năm\s+)?(\d{4})$/iu.exec(bare);
  if (year) return { kind: 'date', date: `${year[1]}-12-31`, text: bare, precision: 'year' };
  const full = new RegExp(`^${dateWords}`, 'iu').exec(bare);
  const on = full && dayFrom(full, 0, issued);
  return on ? { kind: 'date', date: on, text: full[0] } : none;
}

function two(value: string): string {
  return value.padStart(2, '0');
}

/** The day that groups `first + 1` on of a match of `dateWords` name. */
function dayFrom(found: RegExpExecArray | RegExpMatchArray, first: number, issued?: Day): Day | undefined {
  const day = found[first + 1] ?? found[first + 4] ?? found[first + 7];
  const month = found[first + 2] ?? found[first + 5] ?? found[first + 8];
  const year = found[first + 3] ?? found[first + 6];
  if (!day || !month) return undefined;
  const rest = `${two(month)}-${two(day)}`;
  if (year) return isDay(`${year}-${rest}`) ? `${year}-${rest}` : undefined;
  if (!issued) return undefined;
  const now = Number(issued.slice(0, 4));
  return [now, now + 1].map((one) => `${one}-${rest}`).find((one) => isDay(one) && one >= issued);
}

const cites =
  /(?:số\s+[^\s;,]*\d[^\s;,]*|có hiệu lực|từ ngày [^,;.]{4,30}|tiếp nhận|phát sinh|thành lập|xảy ra|khởi công|diễn ra|sinh)\s*$/u;

function* days(text: string, issued: Day | undefined, around: string): Generator<Found> {
  for (const found of text.matchAll(byDay)) {
    const on = dayFrom(found, 1, issued);
    const before = text.slice(Math.max(0, found.index - 60), found.index);
    const after = text.slice(found.index + found[0].length);
    const limit = found[1]!.toLowerCase();
    if (!on || (issued && on < issued) || cites.test(before)) continue;
    const closes =
      /^đến|^hết/.test(limit) &&
      /^\s*(?:[.;)]|$|,?\s*(?:phải\s+)?(?:hoàn thành|xong|kết thúc)(?!\p{L}))/u.test(after);
    if (
      /^(?:là|vào|trong|đến|hết)$/.test(limit) &&
      !closes &&
      !/(?:hoàn thành|xong|báo cáo|gửi|hạn|trình|chậm nhất|kéo dài|nộp)[^.;]{0,50}$/iu.test(before)
    )
      continue;
    if (/(?<!(?:thời gian|thời hạn)[^:;.]{0,20}:\s?)từ\s+(?:ngày\s+)?[\d/]+\s*$/iu.test(before)) continue;
    const yearless = !found[4] && !found[7];
    const yearly =
      yearless &&
      /(?:hằng|hàng|định kỳ|báo cáo (?:6|06|sáu) tháng|báo cáo năm|báo cáo quý|(?:sơ kết|tổng kết|kỳ) (?:0?6|sáu) tháng|(?:0?6|sáu) tháng(?: đầu năm)? trước)/iu.test(
        around,
      );
    const nextYear = yearless && /^\s*(?:của\s+)?năm\s+(?:sau|kế tiếp|tiếp theo|liền kề)/u.test(after);
    if (yearly || nextYear) yield { kind: 'recurring', text: found[0].trim(), at: found.index, strength: 3 };
    else yield { kind: 'date', date: on, text: found[0].trim(), at: found.index, strength: 3 };
  }
}

function* periods(text: string, issued?: Day): Generator<Found> {
  for (const found of text.matchAll(byPeriod)) {
    const [words, limit = '', kind = found[6], part = found[7], year = found[5]] = found;
    const of = year ?? (issued ? issued.slice(0, 4) : undefined);
    if (!of) continue;
    const before = text.slice(Math.max(0, found.index - 90), found.index);
    const after = text.slice(found.index + words.length);
    const ends = /^\s*(?:[;:.,)]|$|và |theo |đồng thời|để |gửi|báo cáo|\/)/u.test(after);
    const bound =
      /(?:hoàn thành|xong|báo cáo|trình|gửi|ban hành|triển khai|nghiệm thu|thông xe|kết thúc|khởi công|khánh thành|đưa vào|quyết toán|giải ngân|phê duyệt|công bố|tổ chức|sơ kết|tổng kết)[^.;]{0,90}$/iu.test(
        before + words,
      );
    if (!ends || (!bound && /^(?:trong|vào|vào cuối|cuối)$/i.test(limit) && after.trim().length > 3))
      continue;
    if (
      /(?:kế hoạch|dự toán|chỉ tiêu|(?<!báo cáo )kết quả|nhiệm vụ|ngân sách|tình hình|mục tiêu|đã|văn bản|vi phạm|được thực hiện)[^,;]{0,25}$/iu.test(
        before,
      ) &&
      !/hoàn thành|xong/iu.test(before.slice(-40))
    )
      continue;
    const date = lastDay(kind, part, of, /trước(?! hết)/i.test(limit) && !kind);
    if (!date || (issued && date < issued)) continue;
    const precision = !kind ? 'year' : /tháng/i.test(kind) ? 'month' : 'quarter';
    yield { kind: 'date', date, text: words, precision, at: found.index, strength: 2 };
  }
}

const romans = ['', 'I', 'II', 'III', 'IV'];

function lastDay(
  kind: string | undefined,
  part: string | undefined,
  year: string,
  before: boolean,
): Day | undefined {
  if (!kind) return `${before ? year : year}-12-31`;
  const number =
    romans.indexOf((part ?? '').toUpperCase()) > 0 ? romans.indexOf(part!.toUpperCase()) : Number(part);
  const month = /tháng/i.test(kind) ? number : number * 3;
  if (!(month >= 1 && month <= 12)) return undefined;
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

function* relatives(text: string): Generator<Found> {
  for (const found of text.matchAll(counted)) {
    if (/(?:quá|hơn|đã)\s*$/iu.test(text.slice(Math.max(0, found.index - 12), found.index))) continue;
    const words = found[0].replace(/\s+(?:phải|thì|để)\s.*$/su, '').trim();
    yield { kind: 'relative', text: words, at: found.index, strength: 2 };
  }
  for (const pattern of [bare, afterEvent, uponAct])
    for (const found of text.matchAll(pattern))
      yield { kind: 'relative', text: found[0].trim(), at: found.index, strength: 2 };
}

function* recurrings(text: string): Generator<Found> {
  for (const found of text.matchAll(weekly))
    yield { kind: 'recurring', text: found[0], at: found.index, strength: 4 };
  for (const found of text.matchAll(first))
    yield { kind: 'recurring', text: found[0], at: found.index, strength: 4 };
  for (const found of text.matchAll(periodic))
    if (
      /^(?!định)|(?:báo cáo|hợp|soát|tra|giá|nhật|gửi)$/iu.test(found[0]) &&
      /(?:^|[;,.]\s*(?:và\s+)?)$/u.test(text.slice(0, found.index))
    )
      yield { kind: 'recurring', text: found[0], at: found.index, strength: 1 };
  for (const found of text.matchAll(monthly))
    yield { kind: 'recurring', text: found[0], at: found.index, strength: 4 };
  for (const found of text.matchAll(daily))
    yield { kind: 'recurring', text: found[0], at: found.index, strength: 4 };
  for (const found of text.matchAll(everyEnd))
    yield { kind: 'recurring', text: found[1]!, at: found.index, strength: 1 };
  const open = opening.exec(text);
  if (open) yield { kind: 'recurring', text: open[0], at: 0, strength: 1 };
  const again = onwards.exec(text);
  if (again) yield { kind: 'recurring', text: again[0], at: again.index, strength: 2 };
}
