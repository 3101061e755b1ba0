import { committeeOf, recipientsOf, type Signing } from '@tddh/domain/signing';
import type { Table } from 'docx';
import { type Appendix, columns, headOf, headRows, type Setting } from './appendix.ts';
import { cell, type Docx, heading, mm, numbered, pt, say, signature, typeface } from './official.ts';
import { besideLines, number, termsLine, titleLines } from './terms.ts';

/** Margins of a landscape annex: the table needs the width. */
const margin = { top: mm(20), bottom: mm(15), left: mm(20), right: mm(15), header: mm(10) };
const width = mm(297) - margin.left - margin.right;
const widths = (() => {
  const fixed = [mm(9), mm(44)];
  const rest = Math.floor((width - fixed[0]! - fixed[1]!) / columns.length);
  return [...fixed, ...columns.map(() => rest)];
})();

/**
 * The appendix as DOCX: the annex under the national heading, its number and day left blank for the clerk, the table
 * with its header on every page, the signature block and the recipients. A4 landscape.
 */
export async function appendixLetter(
  of: Appendix,
  setting: Setting & { signing: Signing },
): Promise<Uint8Array> {
  const d = await import('docx');
  const issuer = {
    parent: committeeOf(setting.province),
    office: setting.office,
    place: setting.signing.place,
  };
  const { onBehalf, title: role, name } = setting.signing;
  const signer = { ...(onBehalf ? { authority: onBehalf } : {}), title: role, ...(name ? { name } : {}) };
  const [title = '', about = '', ...lines] = titleLines(of, setting);
  const small = { size: pt(12), italics: true };
  const document = new d.Document({
    creator: setting.office,
    title: termsLine(of),
    styles: { default: { document: { run: { font: typeface, size: pt(13) } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // The writer turns the sides of a landscape page itself.
            size: { width: mm(210), height: mm(297), orientation: d.PageOrientation.LANDSCAPE },
            margin,
          },
        },
        headers: numbered(d),
        children: [
          heading(d, issuer, { symbol: 'VPUBND' }, width),
          say(d, '', { size: pt(6) }),
          say(d, title, { bold: true, size: pt(14) }),
          say(d, about, { bold: true, size: pt(13) }),
          ...[...lines, termsLine(of)].map((text) => say(d, text, small)),
          say(d, '', { size: pt(6) }),
          tableOf(d, of, setting),
          ...besideLines(of, setting.decimal, setting.snapshot).map((text) =>
            say(
              d,
              text,
              { size: pt(12) },
              { alignment: d.AlignmentType.BOTH, keepNext: true, spacing: { before: 60, after: 0 } },
            ),
          ),
          say(d, '', { size: pt(8) }, { keepNext: true }),
          signature(d, signer, recipientsOf(setting.signing), width),
        ],
      },
    ],
  });
  return new Uint8Array(await d.Packer.toArrayBuffer(document));
}

function tableOf(d: Docx, of: Appendix, setting: Setting): Table {
  const size = pt(9);
  const cells = headOf(of.by);
  const wide = (column: number, across: number) =>
    widths.slice(column, column + across).reduce((sum, one) => sum + one, 0);
  const header = Array.from({ length: headRows }, (_, row) => {
    const children = cells
      .filter((one) => one.row === row)
      .sort((a, b) => a.column - b.column)
      .map((one) =>
        cell(d, one.text, {
          ...{ width: wide(one.column, one.across), align: 'center', size, bold: true },
          ...{ span: one.across, down: one.down },
        }),
      );
    return new d.TableRow({ tableHeader: true, cantSplit: true, children });
  });
  const centre = (text: string, column: number, bold = false) =>
    cell(d, text, { width: widths[column] ?? 0, align: 'center', size, bold });
  const formulas = ['', '', ...columns.map(({ formula }) => formula.replace('=', '=\n'))];
  const line = (ordinal: string, name: string, values: readonly number[], bold: boolean) =>
    new d.TableRow({
      cantSplit: true,
      children: [
        centre(ordinal, 0, bold),
        cell(d, name, { width: widths[1] ?? 0, size: pt(10), bold }),
        ...values.map((n, i) => centre(number(n, setting.decimal), i + 2, bold)),
      ],
    });
  return new d.Table({
    width: { size: wide(0, widths.length), type: d.WidthType.DXA },
    columnWidths: widths,
    layout: d.TableLayoutType.FIXED,
    rows: [
      ...header,
      new d.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: formulas.map((text, i) =>
          cell(d, text, { width: widths[i] ?? 0, align: 'center', size: pt(7.5) }),
        ),
      }),
      ...of.rows.map((row, i) => line(String(i + 1), row.unit.name, row.columns, false)),
      line('', 'Tổng cộng', of.total.columns, true),
    ],
  });
}
