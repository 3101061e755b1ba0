import { spelled } from './casing.ts';
import { begins, readUnits } from './units.ts';
import { orders, stop } from './words.ts';

/** Who acts in a sentence and with whom; `from` says how the leads were found. */
export interface Actors {
  leads: string[];
  coordinate: string[];
  /** Where the sentence's first verb starts, after the units. */
  verb: number;
}

const opener =
  /^(?:(?:Đồng thời|Ngoài ra|Bên cạnh đó|Trước mắt|Đối với [^,]{3,120}|Về [^:,]{3,200}|Riêng [^,]{3,80}|Nay)\s*[,:]\s*)?(?:(?:(?:Chủ tịch |Phó Chủ tịch )?(?:Ủy ban nhân dân|UBND) (?:tỉnh|[Tt]hành phố)(?: [^,.;:]{0,30})?|Thủ tướng Chính phủ|Văn phòng (?:UBND|Ủy ban nhân dân) tỉnh)\s+)?(?:Giao|giao|Yêu cầu|yêu cầu|Đề nghị|đề nghị|Phân công|phân công|Chỉ đạo|Trước mắt giao)\s+(?:(?:cho|trách nhiệm(?: cho)?|nhiệm vụ cho|đồng chí)\s+)?/u;
const within =
  /(?<!\p{L})(?<!(?:được|đã|theo|sự|nhiệm vụ|chỉ tiêu|quyền|bàn|chuyển|tỉnh đã|thẩm quyền|có|để|hoặc|việc)\s)(?:giao|Giao|yêu cầu|Yêu cầu|đề nghị|Đề nghị|phân công)\s+(?:cho\s+)?/gu;
const together =
  /(?<!\p{L})[Pp]hối hợp(?:\s+chặt chẽ|\s+thường xuyên|\s+đồng bộ)?(?:,?\s+hiệu quả)?(?:,\s+hỗ trợ|\s+(?:với|cùng với|cùng))?\s+/gu;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Units at a place, if a verb, a colon or a clause of duty follows them: they act. */
export function actorsAt(text: string, at: number): { units: string[]; end: number } | undefined {
  const { units, end } = readUnits(text, at);
  if (!units.length) return undefined;
  const gap = match(/(?:\s*\([^()]{0,300}\))?\s*[,:]?\s*/uy, text, end)!;
  const next = end + gap[0].length;
  if (gap[0].includes(':')) return { units, end: next };
  return match(stop, text, next) &&
    !match(
      /(?:của|tại|trong(?! phạm vi)|từ|như|khi|sau|để|được|đã|đang|là(?! (?:cơ quan|đơn vị))|với|nêu)(?!\p{L})/uy,
      text,
      next,
    )
    ? { units, end: next }
    : undefined;
}

/**
 * The units that lead and co-ordinate in a sentence or item.
 * @param under true where the item stands under a heading that names its unit: only a unit in front then leads
 */
export function actorsOf(text: string, under: boolean): Actors | undefined {
  const lead = leadOf(text, under);
  return lead && { leads: lead.units, coordinate: coordinatesOf(text, lead.units), verb: lead.end };
}

/** "UBND tỉnh yêu cầu X …": who speaks is not who acts. */
const speaker =
  /^(?:(?:Chủ tịch |Phó Chủ tịch )?(?:Ủy ban nhân dân|UBND) (?:(?:tỉnh|[Tt]hành phố)(?: \p{Lu}\p{L}*){0,4}|huyện|quận|thị xã|xã|phường)|Thủ tướng Chính phủ|Chính phủ|Ban Thường vụ (?:Tỉnh|Thành) ủy)\s+(?:giao|yêu cầu|đề nghị|phân công)\s+(?:cho\s+)?/u;

function leadOf(text: string, under: boolean): { units: string[]; end: number } | undefined {
  const spoken = under ? null : speaker.exec(text);
  const spokenTo = spoken && readUnits(text, spoken[0].length);
  if (spokenTo?.units.length) return spokenTo;
  const first = actorsAt(
    text,
    match(/(?:(?:Đồng thời|Ngoài ra|Trước mắt|Khẩn trương),?\s+)?/uy, text, 0)?.[0].length ?? 0,
  );
  if (first) return first;
  const told = match(/(?:Đối với|Riêng|Về phía)\s+/uy, text, 0);
  const subject = told && actorsAt(text, told[0].length);
  if (subject && text.slice(0, subject.end).trimEnd().endsWith(':')) return subject;
  const bounded = beforeColon(text) ?? afterTopic(text);
  if (bounded) return bounded;
  const open = opener.exec(text);
  if (open && !under) {
    const { units, end } = readUnits(text, open[0].length);
    if (units.length) return { units, end };
  }
  const sentence = sentenceEnd(text);
  const order = under ? undefined : directiveIn(text.slice(0, sentence));
  if (order) return order;
  if (
    /^(?:Trên cơ sở|Căn cứ|Sau khi|Để|Đối với|Về|Trường hợp|Trong|Nhằm|Từ|Theo(?! dõi)|Khi|Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Đến|Riêng|Giai đoạn|Báo cáo|Ngay|Năm|Quý|Thời (?:gian|hạn))(?!\p{L})/u.test(
      text,
    )
  ) {
    for (const { index } of text.slice(0, sentence).matchAll(/[,:;–-]\s+/gu)) {
      const at = index + match(/[,:;–-]\s+/uy, text, index)![0].length;
      const named = /^(?:\p{Lu}|các\s)/u.test(text.slice(at, at + 5)) ? actorsAt(text, at) : undefined;
      if (named) return named;
    }
  }
  return inBrackets(text);
}

/** "Ban hành danh mục … (Sở Tư pháp chủ trì)": who leads stands behind what is to be done. */
function inBrackets(text: string): { units: string[]; end: number } | undefined {
  for (const { index } of text.matchAll(/\((?=\p{L})/gu)) {
    const open = match(/\((?:(?:[Dd]o|[Gg]iao)\s+)?/uy, text, index)!;
    const { units, end } = readUnits(text, index + open[0].length);
    if (!units.length || !match(/\s+(?:là cơ quan\s+)?chủ trì(?!\p{L})/uy, text, end)) continue;
    const close = text.indexOf(')', end);
    return { units, end: close < 0 ? text.length : close + 1 };
  }
  return undefined;
}

/** "UBND các xã, phường vùng dự án: Rà soát …": what qualifies units that a colon follows. */
function beforeColon(text: string): { units: string[]; end: number } | undefined {
  const { units, end } = readUnits(text, 0);
  const rest = units.length ? match(/\s+[^:;.,]{2,50}:\s+(?=\p{L})/uy, text, end) : null;
  return rest && !orders.test(rest[0]) ? { units, end: end + rest[0].length } : undefined;
}

/** "Chế độ báo cáo: Các sở báo cáo …": a topic, and after its colon who acts. */
function afterTopic(text: string): { units: string[]; end: number } | undefined {
  const topic = match(/\p{Lu}[^:.;,()]{3,60}:\s+(?=\p{Lu}|các\s)/uy, text, 0);
  if (!topic || opensWithVerb(text) || begins(text, 0)) return undefined;
  return actorsAt(text, topic[0].length);
}

/** Where a sentence orders units to act ("đề nghị các sở … báo cáo"): not where it tells that somebody did. */
export function directiveIn(sentence: string): { at: number; units: string[]; end: number } | undefined {
  for (const found of sentence.matchAll(within)) {
    if (
      /(?<!\p{L})đã(?!\p{L})[^;]{0,160}$/u.test(sentence.slice(Math.max(0, found.index - 200), found.index))
    )
      continue;
    const named = actorsAt(sentence, found.index + found[0].length);
    if (named) return { at: found.index, ...named };
  }
  return undefined;
}

/** True where a sentence starts with what is to be done: a verb, in a capital or not. */
export function opensWithVerb(text: string): boolean {
  return match(stop, `${text.slice(0, 1).toLowerCase()}${text.slice(1, 40)}`, 0) !== null;
}

/** True for a sentence that orders by its first verb, and does not quote or tell. */
export function isOrder(text: string): boolean {
  return opensWithVerb(text) && !quotes.test(text);
}

const quotes =
  /^(?:Căn cứ|Theo(?! dõi)|Tại|Trong|Từ|Để|Đến|Trường hợp|Được|Đối với|Khi|Sau|Nếu|Về|Như|Hiện|Đang|Đã|Sẽ|Cần|Không|Là|Ký|Nhằm|Quy định|Tính|Trước|Trên cơ sở|Cùng|Thông tin|Nhận được)(?!\p{L})/u;

const starters =
  /^(?:Căn cứ|Trên cơ sở|Theo|Để|Trong|Hằng|Hàng|Các|Thời|Về|Đối với|Nhận|Ngoài|Riêng|Sau|Khi|Nếu|Trường hợp|Đồng thời|Văn phòng|Quyết định|Nghị quyết|Trân trọng|Nơi|Từ|Đến|Nhằm|Ban hành|Phê duyệt|Phân công)(?!\p{L})/u;

/** True where a line can be the first of a paragraph. */
export function opensSentence(text: string): boolean {
  return starters.test(text) || opensWithVerb(text) || begins(text, 0);
}

/** Where the first sentence ends. */
export function sentenceEnd(text: string): number {
  const found = /(?<!(?:^|[\s(])(?:\d{1,2}|\p{Lu}|TP|Tp))[.](?=\s+\p{Lu})/u.exec(text);
  return found ? found.index : text.length;
}

const vague =
  /^(?:các\s+)?(?:(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|doanh nghiệp|ngành|sở|ban|bộ|đoàn thể|lực lượng|bộ phận)(?:,\s+|\s+và\s+)?)+(?:\s+(?:chức năng|khác))?$/iu;

/** The units named for co-operation, without catch-alls that name nobody. */
export function coordinatesOf(text: string, leads: readonly string[]): string[] {
  const out: string[] = [];
  for (const found of text.matchAll(together)) {
    const before = text.slice(Math.max(0, found.index - 200), found.index);
    if (
      /(?:công tác|cơ chế|cơ quan|đơn vị|quy chế|chương trình|sự|nội dung|việc|tăng cường|trách nhiệm)\s+$/u.test(
        before,
      )
    )
      continue;
    if (
      /(?:chỉ đạo|yêu cầu|đôn đốc|hướng dẫn)\s[^;.]{3,90}$/iu.test(before) &&
      !/chủ trì[^;.]{0,20}$/iu.test(before)
    ) {
      if (!/(?:^|[;.]\s*)Chỉ đạo Công an/u.test(before)) continue;
    }
    const { units } = readUnits(text, found.index + found[0].length);
    for (const unit of units)
      if (isNamed(unit) && !leads.includes(unit) && !out.includes(unit)) out.push(unit);
  }
  return out;
}

/** True for a unit, or a group that can be resolved to units. */
export function isNamed(unit: string): boolean {
  if (/liên quan(?: khác)?$|chức năng$/u.test(unit)) return false;
  const bare = unit.trim();
  if (/^(?:các\s+)?địa phương$/iu.test(bare)) return true;
  if (/^các (?:sở|bộ),? /iu.test(bare)) return true;
  return !vague.test(bare);
}

/** Leads as they are shown: a lead that only repeats "các cơ quan liên quan" stays only where it is alone. */
export function leadsOf(units: readonly string[]): string[] {
  const named = units.filter((unit) => !/liên quan$/u.test(unit));
  return named.length ? named : [...units];
}

/** A heading of many units in a free form ("Giao người đứng đầu A, B thuộc C; Chủ tịch D"): parted at what parts them. */
export function looseUnits(text: string): string[] {
  const bare = text
    .replace(/[\s.:;]+$/u, '')
    .replace(/^(?:Giao|Yêu cầu|Đề nghị|Đối với)\s*:?\s*(?:cho\s+)?/u, '');
  if (bare.length > 320 || orders.test(bare) || !begins(bare, 0)) return [];
  return bare
    .split(/;\s*|,\s+(?=[Cc]ác\s|Chủ tịch\s|Giám đốc\s|Thủ trưởng\s)/u)
    .map((one) =>
      one
        .replace(/^(?:và\s+)?/u, '')
        .replace(/^(?:[Tt]hủ trưởng|[Nn]gười đứng đầu|[Ll]ãnh đạo|Chủ tịch|Giám đốc)\s+/u, '')
        .trim(),
    )
    .filter(Boolean);
}

/**
 * A paragraph that holds nothing but units (a heading): with what it orders and the words around it taken off.
 * @param over true where deeper items follow: "X chủ trì, phối hợp với Y" then needs no colon
 */
export function headingUnits(text: string, over = false): Actors | undefined {
  const bare = spelled(text.replace(/[\s.:;]+$/u, ''));
  const open =
    /^(?:(?:Giao|Yêu cầu|Đề nghị|Đối với|Về phía|Trách nhiệm(?: chung)?(?: của)?|Nhiệm vụ(?: cụ thể)?(?: của)?|Phân công|Kính đề nghị|Trân trọng đề nghị)\s*:?\s*(?:cho\s+)?(?:trách nhiệm\s+)?)?/u.exec(
      bare,
    );
  const at = open?.[0].length ?? 0;
  const wide = readUnits(bare, at, !/[.;]\s*$/.test(text));
  if (wide.units.length && !wide.units.some((unit) => orders.test(unit)) && restIsNothing(bare, wide.end))
    return { leads: leadsOf(wide.units), coordinate: [], verb: bare.length };
  const { units, end } = readUnits(bare, at);
  if (!units.length) return undefined;
  const rest = bare.slice(end).trim();
  if (restIsNothing(bare, end)) return { leads: leadsOf(units), coordinate: [], verb: bare.length };
  if (over && /^,?\s*(?:có trách nhiệm\s+)?chủ trì(?:,?\s+phối hợp\s[^.;]*)?$/u.test(rest))
    return { leads: leadsOf(units), coordinate: coordinatesOf(rest, units), verb: end };
  if (!/:\s*$/.test(text) && !/^\p{Lu}/u.test(rest)) return undefined;
  const duty =
    /^[,\s]*(?:(?:theo|căn cứ)[^:]{3,90}?,?\s+)?(?:(?:có trách nhiệm|chịu trách nhiệm)\s*)?(?:chủ trì|khẩn trương|tập trung|tổ chức|thực hiện|triển khai|phối hợp|chỉ đạo|nghiêm túc|có trách nhiệm|theo chức năng)/u;
  if (!/:\s*$/.test(text) || !duty.test(rest)) return undefined;
  return { leads: leadsOf(units), coordinate: coordinatesOf(rest, units), verb: end };
}

function restIsNothing(text: string, end: number): boolean {
  const rest = text
    .slice(end)
    .replace(/\([^()]*\)/gu, '')
    .trim();
  return /^(?:[,;.:]|(?:có trách nhiệm|thực hiện|chủ trì(?: thực hiện)?|gồm|như sau|tổ chức thực hiện|có nhiệm vụ)\s*:?)*$/u.test(
    rest,
  );
}
