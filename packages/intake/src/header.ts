import { standardTypes } from '@tddh/domain/agency';
import { type Day, isDay } from '@tddh/domain/day';
import { written } from './casing.ts';

/** The fields of a document; null where the text does not say one. */
export interface Header {
  type: string | null;
  number: string | null;
  issuer: string | null;
  date: Day | null;
  subject: string | null;
  /** The lines after "Kính gửi", as one. */
  recipients: string;
  /** True where the text has the form of an official document at all. */
  official: boolean;
}

const more = [
  'Giấy mời họp',
  'Luật',
  'Nghị định',
  'Thông tư',
  'Công điện khẩn',
  'Lệnh',
  'Phiếu trình',
  'Phiếu báo',
  'Thư mời',
  'Hướng dẫn',
  'Kết luận',
];
const types = [...standardTypes.map(({ name }) => name), ...more].sort((a, b) => b.length - a.length);
const motto =
  /^CỘNG\s+H[OÒ][ÀA]|CỘNG\s+H[OÒ][ÀA]\s+XÃ\s+HỘI|^XÃ\s+HỘI|CHỦ\s+NGHĨA\s+VIỆT\s+NAM|HỘI\s+CHỦ\s+NGHĨA|Độc\s+lập\s*[-–]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|^CỘNG$|^HÒA XÃ/u;
const rule = /^[-–—_=.*\s]{3,}$/;
const placeDate =
  /^\p{Lu}[\p{L}.\s'’-]{1,40},?\s*(?:hồi\s+)?(?:\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2})?\s*(?:phút)?,?\s*)?ngày\s*(\d{0,2}|[….]*)\s*tháng\s*(\d{0,2}|[….]*)\s*năm\s*(\d{4}|20[….]*)?/u;
const numberWords =
  /(?:^|\s)Số\s*:?\s*(\d{0,6}[a-zA-Z]?)\s*([/-])\s*([\p{Lu}\d][\p{L}\d]*(?:\s?[-/&.,]\s?[\p{L}\d]+)*)/u;
const about = /^(?:V\/v|V\/V|Về việc|VỀ VIỆC)\s*:?\s*/u;

/** Where the header ends: the first line of the addressees or of the preamble. */
const body = /^(?:Kính\s+gửi|(?:[-–]\s*)?(?:Căn cứ|Thực hiện|Xét|Theo đề nghị|Tiếp theo|Sau khi)(?!\p{L}))/u;

/** Reads the header: number and symbol, place and date, issuer, type and subject (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function headerOf(lines: readonly string[], text: string): Header {
  const start = lines.findIndex((line, at) => body.test(line.trim()) && !isTitle(lines, at));
  const top = lines.slice(0, start < 0 ? 60 : Math.min(start, 60));
  const cells = top.flatMap(cellsOf);
  const official =
    cells.some((cell) => motto.test(cell)) || /(?:^|\n)\s*(?:Kính\s+gửi|Nơi\s+nhận)\s*:/u.test(text);
  const empty: Header = {
    type: null,
    number: null,
    issuer: null,
    date: null,
    subject: null,
    recipients: '',
    official,
  };
  if (!official) return empty;
  const left = cells.filter((cell) => !motto.test(cell) && !rule.test(cell));
  const numberAt = left.findIndex((cell) => /^Số\s*:|^Số\s+\d/u.test(cell) || numberWords.test(cell));
  const typeAt = left.findIndex((cell) => typeOf(cell) !== undefined);
  const dates = left.find((cell) => placeDate.test(cell));
  const type = typeAt >= 0 ? typeOf(left[typeAt]!)! : start >= 0 || numberAt >= 0 ? 'Công văn' : null;
  const about = subjectOf(top, left, typeAt, numberAt);
  const number = numberAt >= 0 ? numberOf(left.slice(numberAt, numberAt + 2).join(' ')) : null;
  return {
    ...empty,
    type,
    number,
    issuer: issuerOf(left, numberAt >= 0 ? numberAt : typeAt, text) ?? bySymbol(number, dates, text),
    date: dates ? dateOf(dates) : null,
    subject: about ? written(about, text) : null,
    recipients: recipientsOf(lines, start),
  };
}

/** True for a line under the type's name: a subject may open as a preamble does ("KẾ HOẠCH / Thực hiện Nghị quyết …"). */
function isTitle(lines: readonly string[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - 3), at).findLast((line) => line.trim());
  return above !== undefined && typeOf(above.trim()) !== undefined && !/[.,:;]\s*$/.test(lines[at]!);
}

/** A header stands in two columns: a tab or a wide gap parts them. */
export function cellsOf(line: string): string[] {
  return line
    .split(
      /\t|\s+\|\s*|\s{4,}|\s+(?=V\/v\s)|(?<=\S)\s(?=CỘNG\s+H[OÒ][ÀA]|Độc\s+lập\s*[-–]\s*Tự)|(?<=\/[\p{Lu}\d][\p{L}\d/&.-]*)\s+(?=\p{Lu}\p{L}*(?:[\s.'’-]{1,3}\p{L}+){0,4},\s*ngày)|(?<=\D)\s+(?=-{5,})/u,
    )
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

function typeOf(cell: string): string | undefined {
  const bare = cell
    .replace(/\s+/g, ' ')
    .replace(/\s*(?:KHẨN|HỎA TỐC)$/u, '')
    .trim();
  if (bare !== bare.toUpperCase()) return undefined;
  const found = types.find((name) => name.toUpperCase() === bare);
  return found === 'Giấy mời họp' ? 'Giấy mời' : found === 'Công điện khẩn' ? 'Công điện' : found;
}

function numberOf(words: string): string | null {
  const found = numberWords.exec(words);
  if (!found) return null;
  return `${found[1]}${found[2]}${found[3]}`.replace(/\s+/g, '').replace(/[.,-]+$/, '');
}

function dateOf(words: string): Day | null {
  const [, day = '', month = '', year = ''] = placeDate.exec(words) ?? [];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return day && month && isDay(on) ? on : null;
}

const preamble =
  /^(?:Trong (?:những|thời gian|các)|Để|Nhằm|Qua|Thời gian qua|Hiện nay|Năm \d|\d{1,2}[.)]\s|[IVX]+\.\s|[-–]\s)/u;
const authority =
  /^(?:(?:Q\. ?|QUYỀN |PHÓ )?CHỦ TỊCH|ỦY BAN|UBND|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|BỘ |GIÁM ĐỐC|CHÁNH|HỘI ĐỒNG|TỔNG GIÁM|CỤC TRƯỞNG|BAN THƯỜNG VỤ|THỐNG ĐỐC|TRƯỞNG BAN|QUỐC HỘI)/u;

/** The subject: after "V/v" in the left column, or the lines under the type's name. */
function subjectOf(
  top: readonly string[],
  left: readonly string[],
  typeAt: number,
  numberAt: number,
): string | null {
  if (typeAt >= 0) {
    const lines: string[] = [];
    const first = top.findIndex((line) => cellsOf(line).includes(left[typeAt]!));
    for (const line of top.slice(first + 1)) {
      const tidy = line.replace(/\s+/g, ' ').trim();
      const whole = lines.join(' ');
      if (/^[Vv]ề\s/u.test(tidy) && whole && whole === whole.toUpperCase()) lines.length = 0;
      if (!tidy && lines.length) break;
      if (!tidy) continue;
      if (
        rule.test(tidy) ||
        (lines.length && /^(?:THỦ|ỦY|CHỦ|CHÍNH|BỘ|HỘI)$/u.test(tidy)) ||
        /\sđiện:?$/u.test(tidy) ||
        (lines.length > 0 && body.test(tidy))
      )
        break;
      if (lines.length && authority.test(tidy) && tidy === tidy.toUpperCase() && !unfinished.test(whole))
        break;
      if (lines.length && whole === whole.toUpperCase() && tidy !== tidy.toUpperCase() && !/^\(/.test(tidy))
        break;
      if (/^\((?:Kèm theo|Ban hành kèm)/iu.test(tidy)) break;
      if (lines.length && /^Ngày \d/u.test(tidy)) break;
      if (lines.length && (/[.:]$/.test(tidy) || tidy.length > 200 || preamble.test(tidy))) break;
      if (lines.length > 8) break;
      lines.push(tidy);
    }
    return tidyAbout(lines.join(' '));
  }
  const at = left.findIndex(
    (cell, index) => index >= Math.min(numberAt, 0) && /^(?:V\/v|V\/V|Về việc)/u.test(cell),
  );
  if (at < 0) return null;
  const words = left
    .slice(at)
    .filter((cell) => !placeDate.test(cell) && !numberWords.test(cell) && !/^Kính gửi/.test(cell));
  return tidyAbout(words.join(' '));
}

const unfinished = /(?:[,(-]|(?<!\p{L})(?:CỦA|VÀ|CÁC|VỚI|CHO|VỀ|TẠI|THEO|DO|SỐ|TỈNH|PHÓ))$/iu;

function tidyAbout(words: string): string | null {
  const tidy = words
    .replace(about, '')
    .replace(/\s+(?:HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN)(?=\s|$)/gu, '')
    .replace(/^Về\s+/iu, '')
    .replace(/\s+/g, ' ')
    .replace(/[.;\s_-]+$/u, '')
    .trim();
  return tidy || null;
}

/** The issuer: the capitals above the number; an inner office takes the body it belongs to. */
function issuerOf(left: readonly string[], end: number, text: string): string | null {
  const lines = left
    .slice(0, end < 0 ? 0 : end)
    .filter((cell) => cell === cell.toUpperCase() && /\p{L}{2}/u.test(cell) && !placeDate.test(cell));
  if (!lines.length) {
    const speaker =
      /(?:^|\n|[.,;]\s+)((?:Ủy ban nhân dân|Bộ|Sở|Văn phòng|UBND)\s[\p{L},\s]{3,60}?)\s+(?:yêu cầu|đề nghị|giao|có ý kiến|chỉ đạo)/u.exec(
        text,
      );
    return speaker ? speaker[1]!.replace(/\s+/g, ' ') : null;
  }
  const joined = lines
    .join(' ')
    .replace(/\s*[-–_]{3,}\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const parts =
    /^((?:UBND|ỦY BAN NHÂN DÂN)\s+(?:TỈNH|THÀNH PHỐ|HUYỆN|TP\.?)\s.+?)\s+((?:VĂN PHÒNG|SỞ|BAN|THANH TRA|TRUNG TÂM)(?:\s.*)?)$/u.exec(
      joined,
    );
  if (parts) {
    const [, over = '', under = ''] = parts;
    const place = over.replace(/^(?:UBND|ỦY BAN NHÂN DÂN)\s+/u, '');
    if (under === 'VĂN PHÒNG') return written(`VĂN PHÒNG UBND ${place}`, text);
    return written(/TỈNH|THÀNH PHỐ/.test(under) ? under : `${under} ${place}`, text);
  }
  const under = /^(?:BỘ|TỔNG CỤC)\s.+?\s((?:TỔNG CỤC|CỤC|VỤ|VIỆN|BAN|KHO BẠC|VĂN PHÒNG)\s.+)$/u.exec(joined);
  return written(under ? under[1]! : joined, text);
}

/** Where the heading is lost, the symbol says who issues, and the place where. */
function bySymbol(number: string | null, placed: string | undefined, text: string): string | null {
  const symbol = number?.replace(/^[^/-]*[/-]/, '') ?? '';
  if (/VPCP/.test(symbol)) return 'Văn phòng Chính phủ';
  if (/TTg/.test(symbol)) return 'Thủ tướng Chính phủ';
  const place = /^(\p{Lu}[\p{L}.\s'’-]*?),?\s*ngày/u.exec(placed ?? '')?.[1]?.trim();
  if (!place || !/UBND/.test(symbol)) return null;
  const city =
    new RegExp(`thành phố\\s+${place}`, 'iu').test(text) && !new RegExp(`tỉnh\\s+${place}`, 'iu').test(text);
  const body = /VP/.test(symbol) ? 'Văn phòng UBND' : 'Ủy ban nhân dân';
  return `${body} ${city ? 'thành phố' : 'tỉnh'} ${place}`;
}

function recipientsOf(lines: readonly string[], start: number): string {
  if (start < 0 || !/^Kính\s+gửi/u.test(lines[start]!.trim())) return '';
  const out: string[] = [];
  for (const line of lines.slice(start, start + 25)) {
    const tidy = line.replace(/\s+/g, ' ').trim();
    if (out.length && (!tidy ? out.join('').length > 12 : body.test(tidy))) break;
    if (out.length > 1 && /^\p{Lu}/u.test(tidy) && /[.:]$/.test(out.at(-1)!) && !/gửi:$/.test(out.at(-1)!))
      break;
    out.push(tidy);
  }
  return out.join(' ').replace(/^Kính\s+gửi\s*:?\s*/u, '');
}
