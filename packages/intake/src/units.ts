/**
 * The grammar of unit names: which words open one, where it ends, and how a list of them is read ("Các Sở: A, B",
 * "UBND các tỉnh: A và B", "Giám đốc Sở X"). Accents and capitals count: "cơ sở y tế" holds no Sở Y tế.
 */
import { fields, group, head, nouns, orders, people, places, stop } from './words.ts';

/** Units read from a text, and where the reading ended. */
export interface Reading {
  units: string[];
  end: number;
}

const separator =
  /\s*[,;]\s*(?:(?:và|cùng|cũng như|hoặc)\s+)?|\s+(?:và|cùng với|cùng|hoặc|&)\s+(?:với\s+)?|\s+-\s+/uy;
/** Titles before one unit ("Giám đốc, Phó Giám đốc Sở X"). */
const mostTitles = 6;
const courtesy = /(?:(?:các\s+)?(?:đồng chí|đ\/c|ông|bà)\s+)/iuy;
const bracket = /\s*\([^()]{0,300}\)/uy;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Reads a list of units at a place of a text.
 * @param whole true where the text is a heading: a name may then run to its end with what qualifies it
 */
export function readUnits(text: string, start = 0, whole = false): Reading {
  const units: string[] = [];
  let at = start;
  let end = start;
  for (;;) {
    const one = readUnit(text, at, whole);
    if (!one) break;
    for (const name of one.units) if (!units.includes(name)) units.push(name);
    end = one.end;
    const aside = match(bracket, text, end);
    if (aside) end += aside[0].length;
    const gap = match(separator, text, end);
    if (!gap) break;
    at = end + gap[0].length;
  }
  return { units, end };
}

/** Reads one unit, or a group with its shared word, at a place of a text. */
function readUnit(text: string, start: number, whole: boolean, titles = 0): Reading | undefined {
  if (titles > mostTitles) return undefined;
  let at = start;
  at += match(courtesy, text, at)?.[0].length ?? 0;
  const person = match(people, text, at);
  if (person) return { units: [person[0]], end: at + person[0].length };
  const title = match(head, text, at);
  if (title) {
    at += title[0].length;
    const colon = /(?:các|Các)\s+(?:cơ quan|đơn vị|cơ quan, đơn vị)\s*:\s*/uy;
    at += match(colon, text, at)?.[0].length ?? 0;
    const under = readUnit(text, at, whole, titles + 1);
    if (under) return under;
    const beside = match(/\s*,\s*/uy, text, at - 1);
    return beside && match(head, text, at - 1 + beside[0].length)
      ? readUnit(text, at - 1 + beside[0].length, whole, titles + 1)
      : undefined;
  }
  return shared(text, at) ?? committee(text, at, whole) ?? bunch(text, at, whole) ?? named(text, at, whole);
}

/** "Các Sở: Tài chính, Nội vụ", "các Bộ Y tế, Công an", "các tỉnh: A, B": the shared word is put before each. */
function shared(text: string, at: number): Reading | undefined {
  const open = match(
    /(?:[Cc]ác\s+)?(Sở|Bộ|sở|bộ|Vụ|Cục|Phòng|phòng|Ban|Hội|Trường|trường|Công ty|Chi cục|tỉnh|huyện|xã|phường|thành phố)\s*:\s*|[Cc]ác\s+(Sở|Bộ|Vụ|Cục|Ban|sở|bộ)(?:(?:, (?:ban|ngành))+\s*:)?\s+(?=\p{Lu})/uy,
    text,
    at,
  );
  const word = open?.[1] ?? open?.[2];
  if (!open || !word) return undefined;
  const noun = word[0]!.toUpperCase() + word.slice(1);
  const keep = /^(?:tỉnh|huyện|xã|phường|thành phố)$/.test(word) ? `UBND ${word}` : noun;
  const { names, end } = listed(text, at + open[0].length, !open[0].includes(':'), noun, keep !== noun);
  return names.length ? { units: names.map((name) => `${keep} ${name}`), end } : undefined;
}

/** Names after a shared word, parted by commas and "và", until another unit begins. */
function listed(
  text: string,
  start: number,
  strict: boolean,
  noun = '',
  placed = false,
): { names: string[]; end: number } {
  const names: string[] = [];
  let at = start;
  let end = start;
  for (;;) {
    const level =
      match(/(?:thành phố|thị xã|huyện|xã|phường|thị trấn|quận|tỉnh)\s+(?=\p{Lu})/uy, text, at)?.[0] ?? '';
    const known = placed ? undefined : match(fields, text, at)?.[0];
    if (begins(text, at) && (!known || (known === 'Công an' && names.length > 0 && noun !== 'Bộ'))) break;
    const place = known ?? (strict && !names.length ? undefined : proper(text, at + level.length));
    const name = place && level + place;
    if (!name) break;
    names.push(name);
    end = at + name.length;
    end += match(bracket, text, end)?.[0].length ?? 0;
    const gap = match(separator, text, end);
    if (!gap) break;
    at = end + gap[0].length;
  }
  return { names, end };
}

/** A name in capitals: "Đắk R'lấp", "Văn Chấn", "Quảng Nam". */
function proper(text: string, at: number): string | undefined {
  const verb = match(stop, `${text[at]?.toLowerCase() ?? ''}${text.slice(at + 1, at + 20)}`, 0);
  // "Cần Thạnh" is a place though "cần" is a verb; "Giao Sở" and "Lập kế hoạch" are orders.
  const next = verb && at + verb[0].length + 1;
  if (next && (!/\p{Lu}/u.test(text[next] ?? '') || begins(text, next))) return undefined;
  return match(
    /\p{Lu}[\p{L}'’\d]*(?:\s+(?:[\p{Lu}\d][\p{L}'’\d]*|-\s+\p{Lu}[\p{L}]*)){0,5}/uy,
    text,
    at,
  )?.[0];
}

/** A committee, the police and other bodies that stand at each level: the level or a list of levels follows. */
function committee(text: string, at: number, whole: boolean): Reading | undefined {
  const open = match(
    /((?:Văn phòng|VP)\s*)?((?:[Cc]ác\s+)?(?:Ủy ban nhân dân|Ủy Ban nhân dân|Ủy ban Nhân dân|UBND|Hội đồng nhân dân|HĐND|Công an|Thanh tra|Thuế|Đảng ủy))\s+/uy,
    text,
    at,
  );
  const level = open && match(places, text, at + open[0].length);
  if (!open || !level) return undefined;
  const noun = (open[1] ?? '') + open[2]!;
  let end = at + open[0].length + level[0].length;
  const colon = match(/\s*:\s*/uy, text, end);
  const many = /^(?:các|cấp)\s|,|\svà\s/u.test(level[0]);
  if (colon && many) {
    const { names, end: last } = listed(text, end + colon[0].length, false, '', true);
    const single = /^các\s+(tỉnh|huyện|thành phố|xã|phường)$/u.exec(level[0])?.[1];
    if (names.length && single)
      return {
        units: names.map((name) => (/^\p{Lu}/u.test(name) ? `${noun} ${single} ${name}` : `${noun} ${name}`)),
        end: last,
      };
    if (names.length) return { units: [`${noun} ${level[0]}`], end: last };
  }
  const place = match(/\s+/uy, text, end) && proper(text, end + 1);
  const single = /^các\s+(tỉnh|huyện|xã|phường)$/u.exec(level[0])?.[1];
  if (place && single) {
    const { names, end: last } = listed(text, end + 1, false, '', true);
    return {
      units: names.map((name) => (/^\p{Lu}/u.test(name) ? `${noun} ${single} ${name}` : `${noun} ${name}`)),
      end: last,
    };
  }
  let name = `${noun} ${level[0]}`;
  if (place && !many) {
    name += ` ${place}`;
    end += 1 + place.length;
  }
  if (whole && many) {
    const rest = match(/\s+(?:có|nơi|thuộc|được|trực thuộc|vùng|ven)\s[^;:,.(]*/uy, text, end);
    if (rest) return { units: [name + rest[0]], end: end + rest[0].length };
  }
  const tail = match(
    /\s+(?:thuộc tỉnh|(?:nơi\s+)?có\s(?:[^\s,;:.]+\s){0,5}liên quan|trên(?: toàn)? địa bàn(?:\s+(?:tỉnh|[Tt]hành phố|toàn tỉnh))?(?:\s+\p{Lu}\p{L}*){0,3}|trực thuộc [Tt]rung ương|liên quan|nêu trên)(?!\p{L})/uy,
    text,
    end,
  );
  if (tail) {
    if (/trực thuộc/.test(tail[0])) name += tail[0];
    end += tail[0].length;
  }
  return { units: [name], end };
}

/** What qualifies a group in a heading, over commas as long as no other unit starts after one. */
function wider(text: string, start: number): RegExpExecArray | null {
  const rest = match(/\s+[^;:.(),]*(?:,[^;:.(),]*)*/uy, text, start);
  if (!rest) return null;
  for (const { index } of rest[0].matchAll(/,\s+|\s+và\s+/gu)) {
    const at = start + index + (match(/,\s+|\s+và\s+/uy, text, start + index)?.[0].length ?? 0);
    if (begins(text, at)) {
      rest[0] = rest[0].slice(0, index);
      break;
    }
  }
  return rest;
}

/** Words that make a sentence of what follows a group. */
const telling = /^\s*(?:là|để|đã|đang|sẽ|phải|cần|không|vẫn|còn)(?!\p{L})/u;

/** "các sở, ban, ngành", "các cơ quan, đơn vị": kept as one, in the document's words. */
function bunch(text: string, at: number, whole: boolean): Reading | undefined {
  const open = match(group, text, at);
  if (!open) return undefined;
  let end = at + open[0].length;
  let name = open[0];
  const field = /phòng$/iu.test(name) && match(/\s+/uy, text, end) && match(fields, text, end + 1);
  if (field) {
    name += ` ${field[0]}`;
    end += 1 + field[0].length;
  }
  const rest = whole
    ? wider(text, end)
    : match(
        /\s+(?:(?:có\s+)?liên quan(?: khác)?|trực thuộc [Tt]rung ương|(?:trực )?thuộc\s+(?:Ủy ban nhân dân|UBND|Văn phòng|Chính phủ|tỉnh|[Tt]hành phố|Bộ|thẩm quyền|phạm vi)(?:\s+(?:tỉnh|Tỉnh|[Tt]hành phố|Ủy ban nhân dân tỉnh|UBND tỉnh))?|cấp tỉnh|cấp xã|cấp huyện|thuộc Sở|trực thuộc Sở|trực thuộc(?=\s+\p{Ll})|của tỉnh|tỉnh|Tỉnh|Thành phố|quản lý(?: nhà nước)? chuyên ngành(?: về [\p{Ll}]+ [\p{Ll}]+)?|trên địa bàn(?: tỉnh| [Tt]hành phố)?|được giao nhiệm vụ|được phân công)(?!\p{L})(?:\s+liên quan(?!\p{L}))?/uy,
        text,
        end,
      );
  if (rest && (!whole || (!orders.test(rest[0]) && !telling.test(rest[0])))) {
    name += rest[0];
    end += rest[0].length;
  }
  end += match(/\s+(?:nêu|có tên) (?:ở )?trên(?!\p{L})/uy, text, end)?.[0].length ?? 0;
  return { units: [name.trim()], end };
}

/** A unit by its noun and name: a known field of work, or words until one that cannot be in a name. */
function named(text: string, start: number, whole: boolean): Reading | undefined {
  const some = match(/[Cc]ác\s+/uy, text, start)?.[0] ?? '';
  const open = match(nouns, text, start + some.length);
  if (!open) return undefined;
  let at = start + some.length + open[0].length;
  const field =
    /^(?:Sở|Bộ|Ty|Phòng|phòng|Ban)$/u.test(open[0]) &&
    match(/\s+/uy, text, at) &&
    match(fields, text, at + 1);
  if (field) {
    at += 1 + field[0].length;
    const tail = match(
      /\s+(?:tỉnh|Tỉnh|Thành phố|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)(?!\p{L})(?:\s+\p{Lu}\p{L}*){0,3}/uy,
      text,
      at,
    );
    if (tail) at += tail[0].length;
    const many = match(/\s+(?=(?:các|cấp) )/uy, text, at) && match(places, text, at + 1);
    if (many) at += 1 + many[0].length;
    return { units: [text.slice(start, at)], end: at };
  }
  const end = nameEnd(text, at, whole);
  const name = text.slice(start, end).trim();
  if (
    name === some + open[0] &&
    /^(?:Sở|Bộ|Ban|Cục|Vụ|Hội|Phòng|Viện|Đoàn|Trường|Quỹ|Báo|Đài|Tổ|Đội|Chi nhánh|Trung tâm|Công ty)$/u.test(
      name,
    )
  )
    return undefined;
  return { units: [name], end: start + text.slice(start, end).trimEnd().length };
}

/** Where a name that starts before `from` ends. */
function nameEnd(text: string, from: number, whole: boolean): number {
  let at = from;
  let last = from;
  for (let words = 0; words < 22; words += 1) {
    const gap = match(/\s+(?:-\s+)?/uy, text, at) ?? match(/,\s+/uy, text, at);
    if (!gap) break;
    const next = at + gap[0].length;
    if (match(stop, text, next)) break;
    const comma = gap[0].startsWith(',');
    if (comma && !goesOn(text, next)) break;
    const and = match(/(?:và|với|cùng)\s+/uy, text, next);
    if (and) {
      const after = next + and[0].length;
      if (/^(?:với|cùng)/.test(and[0]) || begins(text, after) || match(stop, text, after)) break;
      if (!/\p{L}/u.test(text[after] ?? '')) break;
    }
    const word = match(/[\p{L}\d&.'’/-]+/uy, text, next);
    if (!word) break;
    at = next + word[0].length;
    if (/\.$/.test(word[0]) && !/^(?:TP|Tp)\.$/.test(word[0])) {
      last = at - 1;
      break;
    }
    last = at;
    if (whole && words > 18) break;
  }
  return last;
}

/** True where a unit starts: no part of the name before it. */
export function begins(text: string, at: number): boolean {
  return Boolean(
    match(nouns, text, at) ||
      match(head, text, at) ||
      match(group, text, at) ||
      match(people, text, at) ||
      match(/[Cc]ác\s/uy, text, at) ||
      match(/(?:UBND|Ủy ban|HĐND|Công an|Văn phòng|Thanh tra|đơn vị|địa phương)(?!\p{L})/uy, text, at),
  );
}

/** A comma inside a name: "Mỹ thuật, Nhiếp ảnh và Triển lãm" goes on to a last "và". */
function goesOn(text: string, at: number): boolean {
  if (begins(text, at) || !/\p{Lu}/u.test(text[at] ?? '')) return false;
  return Boolean(match(/\p{Lu}[\p{L} ]{0,30}(?:, \p{Lu}[\p{L} ]{0,30})?\s+và\s+\p{Lu}/uy, text, at));
}
