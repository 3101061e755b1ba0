import type { Day } from '@tddh/domain/day';
import type { Table } from 'docx';
import {
  cell,
  type Docx,
  heading,
  type Issuer,
  margin,
  mm,
  numbered,
  pt,
  type Signer,
  say,
  sideBySide,
  signature,
  typeface,
} from './official.ts';

/** A table of a letter; widths are shares of the page's. */
export interface LetterTable {
  title?: string;
  columns: readonly { title: string; share?: number; align?: 'left' | 'center' | 'right' }[];
  rows: readonly (readonly string[])[];
}

/** A part of a paper under a heading of its own: paragraphs, then a table. */
export interface LetterSection {
  title: string;
  paragraphs: readonly string[];
  table?: LetterTable;
}

/** An official letter (công văn), or a paper of a named type. */
export interface Letter extends Issuer {
  /** The name of its type, where it is no letter: "Báo cáo". It stands in the middle above the subject. */
  type?: string;
  /** Number and symbol; where there is none yet, the number is left blank before `symbol`. */
  number?: string;
  symbol?: string;
  /** The day of the letter; left blank where there is none. */
  day?: Day;
  /** What it is about, without "V/v". */
  subject: string;
  /** Whom it addresses ("Kính gửi"). */
  to: readonly string[];
  paragraphs: readonly string[];
  tables?: readonly LetterTable[];
  sections?: readonly LetterSection[];
  /** After the tables. */
  closing?: readonly string[];
  signer: Signer;
  /** "Nơi nhận". */
  recipients: readonly string[];
}

/** Twips between the margins of A4 upright. */
const width = mm(210) - margin.left - margin.right;

/** An official letter as DOCX, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman, 14 points. */
export async function writeLetter(letter: Letter): Promise<Uint8Array> {
  const d = await import('docx');
  const document = new d.Document({
    creator: letter.office,
    title: letter.subject,
    styles: { default: { document: { run: { font: typeface, size: pt(14) } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: mm(210), height: mm(297) }, margin } },
        headers: numbered(d),
        children: [
          heading(
            d,
            letter,
            {
              ...{ number: letter.number, symbol: letter.symbol, day: letter.day },
              about: letter.type ? undefined : letter.subject,
            },
            width,
          ),
          say(d, '', { size: pt(8) }),
          ...(letter.type ? named(d, letter.type, letter.subject) : []),
          address(d, letter.to),
          say(d, '', { size: pt(8) }),
          ...letter.paragraphs.map((text) => body(d, text)),
          ...(letter.tables ?? []).flatMap((table) => [
            say(
              d,
              table.title ?? '',
              { bold: true, size: pt(13) },
              { spacing: { before: 120, after: 60 }, keepNext: true },
            ),
            tableOf(d, table),
          ]),
          ...(letter.sections ?? []).flatMap((one) => section(d, one)),
          ...(letter.closing ?? []).map((text) => body(d, text)),
          say(d, '', { size: pt(10) }),
          signature(d, letter.signer, letter.recipients, width),
        ],
      },
    ],
  });
  return new Uint8Array(await d.Packer.toArrayBuffer(document));
}

/** The name of a type and what the paper is about (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 5). */
function named(d: Docx, type: string, subject: string) {
  return [
    say(d, type.toLocaleUpperCase('vi'), { bold: true, size: pt(14) }),
    say(d, subject, { bold: true, size: pt(14) }, { spacing: { before: 0, after: 120 } }),
  ];
}

function section(d: Docx, { title, paragraphs, table }: LetterSection) {
  const at = { alignment: d.AlignmentType.LEFT, indent: { firstLine: mm(12.7) }, keepNext: true };
  return [
    say(d, title, { bold: true }, { ...at, spacing: { before: 160, after: 0 } }),
    ...paragraphs.map((text) => body(d, text)),
    ...(table ? [say(d, table.title ?? '', { size: pt(6) }, { keepNext: true }), tableOf(d, table)] : []),
  ];
}

function body(d: Docx, text: string) {
  return say(
    d,
    text,
    {},
    {
      alignment: d.AlignmentType.BOTH,
      indent: { firstLine: mm(12.7) },
      spacing: { before: 120, after: 0, line: 264 },
    },
  );
}

/** "Kính gửi": one addressee on the same line, several as a list beneath. */
function address(d: Docx, to: readonly string[]) {
  if (to.length <= 1) return say(d, `Kính gửi: ${to[0] ?? ''}`);
  const at = { alignment: d.AlignmentType.LEFT, spacing: { before: 0, after: 0 } };
  const list = to.map((one, i) => say(d, `- ${one}${i === to.length - 1 ? '.' : ';'}`, {}, at));
  const label = mm(45);
  return sideBySide(
    d,
    [label, width - label],
    [[say(d, 'Kính gửi:', {}, { ...at, alignment: d.AlignmentType.RIGHT })], list],
  );
}

function tableOf(d: Docx, { columns, rows }: LetterTable): Table {
  const shares = columns.map(({ share = 1 }) => share);
  const whole = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.floor((width * share) / whole));
  const head = columns.map(({ title }, i) =>
    cell(d, title, { width: widths[i] ?? 0, align: 'center', bold: true }),
  );
  return new d.Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: d.WidthType.DXA },
    columnWidths: widths,
    layout: d.TableLayoutType.FIXED,
    rows: [
      new d.TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map(
        (row) =>
          new d.TableRow({
            cantSplit: true,
            children: columns.map(({ align }, i) => cell(d, row[i] ?? '', { width: widths[i] ?? 0, align })),
          }),
      ),
    ],
  });
}
