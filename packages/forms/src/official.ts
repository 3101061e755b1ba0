import type { Day } from '@tddh/domain/day';
import type { IParagraphOptions, IRunOptions, Paragraph, Table, TableCell } from 'docx';

/** The library that writes DOCX, loaded when a paper is asked for. */
export type Docx = typeof import('docx');

/** Who issues a paper, and where. */
export interface Issuer {
  /** The body above the Office: "UBND TỈNH ĐẮK NÔNG". */
  parent: string;
  /** "VĂN PHÒNG" or the Office's whole name. */
  office: string;
  /** The place of the date line: "Đắk Nông". */
  place: string;
}

/** Who signs: the authority ("KT. CHÁNH VĂN PHÒNG"), the title, and the name if it is known. */
export interface Signer {
  authority?: string;
  title: string;
  name?: string;
}

/** Twips of a millimetre. */
export const mm = (n: number) => Math.round((n / 25.4) * 1440);

/** Margins of Nghị định 30/2020, Phụ lục I: top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20. */
export const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) };

/** The letter type of official papers. Sizes are in points. */
export const typeface = 'Times New Roman';
export const pt = (n: number) => n * 2;

/** A paragraph of one run. */
export function say(
  d: Docx,
  text: string,
  run: Omit<IRunOptions, 'text'> = {},
  as: IParagraphOptions = {},
): Paragraph {
  return new d.Paragraph({
    ...{ alignment: d.AlignmentType.CENTER, spacing: { before: 0, after: 0 } },
    ...as,
    children: [new d.TextRun({ text, ...run })],
  });
}

/** A short line, as it stands beneath a heading; `inset` is the part of the width left free on each side, in twips. */
function rule(d: Docx, inset: number): Paragraph {
  return new d.Paragraph({
    spacing: { before: 0, after: 60, line: 40, lineRule: 'exact' },
    indent: { left: inset, right: inset },
    border: { bottom: { style: d.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  });
}

/** A table without lines that only sets things side by side; widths are in twips. */
export function sideBySide(
  d: Docx,
  widths: readonly number[],
  cells: readonly (readonly Paragraph[])[],
): Table {
  const none = { style: d.BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  return new d.Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: d.WidthType.DXA },
    columnWidths: [...widths],
    layout: d.TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new d.TableRow({
        cantSplit: true,
        children: cells.map(
          (children, i) =>
            new d.TableCell({
              ...{ children: [...children], borders },
              width: { size: widths[i] ?? 0, type: d.WidthType.DXA },
              margins: { left: 60, right: 60 },
            }),
        ),
      }),
    ],
  });
}

/**
 * The head of an official paper (Nghị định 30/2020, Phụ lục I, mục II): the agency with number on the left, the
 * national heading with place and date on the right.
 * @param width of the page between its margins, in twips
 * @param number as printed; where undefined, it is left blank before `symbol`
 */
export function heading(
  d: Docx,
  issuer: Issuer,
  {
    number,
    symbol,
    day,
    about,
  }: {
    number?: string | undefined;
    symbol?: string | undefined;
    day?: Day | undefined;
    about?: string | undefined;
  },
  width: number,
): Table {
  const left = Math.round(width * 0.4);
  const right = width - left;
  const bold = { bold: true, size: pt(13) };
  return sideBySide(
    d,
    [left, right],
    [
      [
        say(d, issuer.parent.toLocaleUpperCase('vi'), { size: pt(13) }),
        say(d, issuer.office.toLocaleUpperCase('vi'), bold),
        rule(d, Math.round(left * 0.33)),
        say(d, `Số: ${number ?? `         /${symbol ?? ''}`}`, { size: pt(13) }),
        ...(about ? [say(d, `V/v ${about}`, { size: pt(12) }, { spacing: { before: 60 } })] : []),
      ],
      [
        say(d, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold),
        say(d, 'Độc lập - Tự do - Hạnh phúc', { bold: true, size: pt(14) }),
        rule(d, Math.round((right - mm(64)) / 2)),
        say(d, dateLine(issuer.place, day), { italics: true, size: pt(14) }),
      ],
    ],
  );
}

/** "Đắk Nông, ngày 30 tháng 11 năm 2023"; days below 10 and months 1 and 2 with a zero; dots where none is given. */
export function dateLine(place: string, day?: Day): string {
  if (!day) return `${place}, ngày ..... tháng ..... năm 20...`;
  const [year = '', month = '', date = ''] = day.split('-');
  return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** The foot of an official paper: recipients on the left, the signature block on the right. */
export function signature(d: Docx, signer: Signer, recipients: readonly string[], width: number): Table {
  const left = Math.round(width * 0.45);
  const bold = { bold: true, size: pt(14) };
  const at = { alignment: d.AlignmentType.LEFT, spacing: { before: 0, after: 0 } };
  const list = recipients.map((one, i) =>
    say(d, `- ${one.replace(/[;.]$/, '')}${i === recipients.length - 1 ? '.' : ';'}`, { size: pt(11) }, at),
  );
  return sideBySide(
    d,
    [left, width - left],
    [
      [say(d, 'Nơi nhận:', { bold: true, italics: true, size: pt(12) }, at), ...list],
      [
        ...(signer.authority ? [say(d, signer.authority.toLocaleUpperCase('vi'), bold)] : []),
        say(d, signer.title.toLocaleUpperCase('vi'), bold),
        ...Array.from({ length: 4 }, () => say(d, '', { size: pt(14) })),
        say(d, signer.name ?? '', bold),
      ],
    ],
  );
}

/** The page's number at the head, from the second page on. */
export function numbered(d: Docx) {
  const run = new d.TextRun({ children: [d.PageNumber.CURRENT], size: pt(13) });
  return {
    default: new d.Header({
      children: [new d.Paragraph({ alignment: d.AlignmentType.CENTER, children: [run] })],
    }),
    first: new d.Header({ children: [new d.Paragraph({})] }),
  };
}

/** A cell of a table with lines. */
export function cell(
  d: Docx,
  text: string,
  as: {
    width: number;
    align?: 'left' | 'center' | 'right' | undefined;
    size?: number;
    bold?: boolean;
    span?: number;
    down?: number;
  },
): TableCell {
  return new d.TableCell({
    width: { size: as.width, type: d.WidthType.DXA },
    margins: { left: 50, right: 50, top: 20, bottom: 20 },
    verticalAlign: d.VerticalAlign.CENTER,
    ...(as.span ? { columnSpan: as.span } : {}),
    ...(as.down ? { rowSpan: as.down } : {}),
    children: text
      .split('\n')
      .map((part) =>
        say(d, part, { size: as.size ?? pt(12), bold: as.bold ?? false }, { alignment: as.align ?? 'left' }),
      ),
  });
}
