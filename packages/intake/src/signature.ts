import { cellsOf } from './header.ts';

/** Who signed, as the signature says. */
export interface Signature {
  signer: string | null;
  signer_title: string | null;
}

const titles: readonly [RegExp, string][] = [
  ['CHÁNH VĂN PHÒNG', 'Chánh Văn phòng'],
  ['CHÁNH THANH TRA', 'Chánh Thanh tra'],
  ['CHỦ TỊCH', 'Chủ tịch'],
  ['CHỦ NHIỆM', 'Chủ nhiệm'],
  ['TỔNG GIÁM ĐỐC', 'Tổng Giám đốc'],
  ['GIÁM ĐỐC', 'Giám đốc'],
  ['THỦ TƯỚNG', 'Thủ tướng'],
  ['BỘ TRƯỞNG', 'Bộ trưởng'],
  ['THỨ TRƯỞNG', 'Thứ trưởng'],
  ['TỔNG CỤC TRƯỞNG', 'Tổng Cục trưởng'],
  ['CHI CỤC TRƯỞNG', 'Chi cục trưởng'],
  ['CỤC TRƯỞNG', 'Cục trưởng'],
  ['VỤ TRƯỞNG', 'Vụ trưởng'],
  ['VIỆN TRƯỞNG', 'Viện trưởng'],
  ['TRƯỞNG BAN', 'Trưởng ban'],
  ['TRƯỞNG PHÒNG', 'Trưởng phòng'],
  ['TRƯỞNG THUẾ', 'Trưởng Thuế'],
  ['CHỈ HUY TRƯỞNG', 'Chỉ huy trưởng'],
  ['TỔNG THANH TRA', 'Tổng Thanh tra'],
  ['THỐNG ĐỐC', 'Thống đốc'],
  ['HIỆU TRƯỞNG', 'Hiệu trưởng'],
  ['BÍ THƯ', 'Bí thư'],
].map(([capitals = '', written = '']) => [new RegExp(capitals.replace(/ /g, '\\s+'), 'u'), written]);

const title = new RegExp(
  `(?<!\\p{L})(PHÓ\\s+|QUYỀN\\s+|Q\\.\\s*)?(${titles.map(([pattern]) => pattern.source).join('|')})(\\s+THƯỜNG\\s+TRỰC)?(?!\\p{L})`,
  'gu',
);
const name =
  /^(?:(?:PGS|GS|TS|ThS|BS|KS|Thượng tá|Đại tá|Thiếu tướng|Trung tướng|Đại tướng)\.?\s*)*(\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4})\.?$/u;
const stamp = /(?:Ký bởi|Thời gian ký|Cơ quan:|Đã ký|Email)/u;

/** Reads the signature from the lines after the operative part. */
export function signatureOf(lines: readonly string[]): Signature {
  const cells: string[] = [];
  for (const line of lines) {
    if (/^\s*(?:PHỤ LỤC|Phụ lục|DANH MỤC|DANH SÁCH|BIỂU|\[\d\])/u.test(line) && cells.length > 2) break;
    for (const cell of cellsOf(line)) if (!stamp.test(cell)) cells.push(cell);
  }
  const own = cells.filter((cell) => !/^[-+–•]/.test(cell) && !/^Nơi\s+nhận/u.test(cell));
  const spoken = own.join('\n');
  let last: RegExpMatchArray | undefined;
  for (const found of spoken.matchAll(title)) last = found;
  if (!last) return { signer: null, signer_title: null };
  const [words, rank = '', kind = '', standing = ''] = last;
  const written =
    titles.find(([pattern]) => pattern.test(kind) && pattern.exec(kind)?.[0] === kind)?.[1] ?? kind;
  const prefix = /PHÓ/u.test(rank) ? 'Phó ' : rank ? 'Quyền ' : '';
  const after = spoken
    .slice(last.index! + words.length)
    .split('\n')
    .map((one) => one.replace(/^[\s:,]+/, '').trim());
  return { signer: nameIn(after), signer_title: prefix + written + (standing ? ' Thường trực' : '') };
}

/** The last line that can be a person's name; a name broken over two lines is joined. */
function nameIn(lines: readonly string[]): string | null {
  const some = lines.filter(Boolean).slice(0, 14);
  for (let at = some.length - 1; at >= 0; at -= 1) {
    const whole = name.exec(some[at]!);
    const before = some[at - 1] ?? '';
    if (whole) {
      const lone = /^\p{Lu}\p{Ll}+$/u.test(before);
      return tidy(lone && whole[1]!.split(' ').length < 4 ? `${before} ${whole[1]}` : whole[1]!);
    }
    if (/^\p{Lu}\p{Ll}+$/u.test(some[at]!) && /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2}$/u.test(before))
      return tidy(`${before} ${some[at]}`);
  }
  const inline = /((?:\p{Lu}\p{Ll}+\s+){1,4}\p{Lu}\p{Ll}+)\s*$/u.exec(some.at(-1) ?? '');
  return inline && !/[-:;]/.test(some.at(-1) ?? '') ? tidy(inline[1]!) : null;
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
