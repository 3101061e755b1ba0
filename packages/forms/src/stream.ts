import { strToU8, Zip, ZipDeflate } from 'fflate';
import { clean, letter, sheetName } from './sheet.ts';

/** A column of a long list: text stays text, whatever it begins with; a link is an address that opens. */
export interface StreamColumn {
  title: string;
  width: number;
  kind?: 'text' | 'number' | 'day' | 'link';
}

/** Bytes of XML that are gathered before they are packed. */
const batch = 64 * 1024;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The style of each kind of cell, by its place in `cellXfs`. */
const styles = { text: 1, number: 2, day: 3, link: 4, title: 5 } as const;

/**
 * A workbook of one long table, piece by piece: rows are taken from `rows` as they are written, so that memory does
 * not grow with them. Titles are kept in sight and repeated on every page, A4 landscape one page wide. A text that
 * looks like a formula is text: the cell is typed so, and has the format "text".
 */
export async function* streamSheet(
  name: string,
  columns: readonly StreamColumn[],
  rows: AsyncIterable<readonly (string | number | null)[]>,
): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [path, xml] of Object.entries(partsOf(sheetName(name))))
    open(path).push(strToU8(head + xml), true);
  const sheet = open('xl/worksheets/sheet1.xml');
  let xml = head + beginning(columns);
  let row = 1;
  for await (const cells of rows) {
    row += 1;
    xml += `<row r="${row}">${columns.map((column, i) => cellOf(cells[i], column.kind, `${letter(i)}${row}`)).join('')}</row>`;
    if (xml.length < batch) continue;
    sheet.push(strToU8(xml));
    xml = '';
    yield* packed.splice(0);
  }
  sheet.push(strToU8(xml + end(columns, row)), true);
  zip.end();
  yield* packed;
}

function cellOf(
  value: string | number | null | undefined,
  kind: StreamColumn['kind'] = 'text',
  at: string,
): string {
  const open = (type: string) => `<c r="${at}" s="${styles[kind]}"${type}>`;
  if (value === null || value === undefined || value === '') return `${open('')}</c>`;
  if (typeof value === 'number') return `${open('')}<v>${value}</v></c>`;
  if (kind === 'day') return `${open('')}<v>${serial(value)}</v></c>`;
  if (kind === 'link') {
    const formula = escaped(`HYPERLINK("${value.replaceAll('"', '""')}")`);
    return `${open(' t="str"')}<f>${formula}</f><v>${escaped(value)}</v></c>`;
  }
  return `${open(' t="inlineStr"')}<is><t xml:space="preserve">${escaped(clean(value))}</t></is></c>`;
}

/** A day as a workbook counts it: days since the end of 1899. */
function serial(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function beginning(columns: readonly StreamColumn[]): string {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(
    ({ title }, i) =>
      `<c r="${letter(i)}1" s="${styles.title}" t="inlineStr"><is><t>${escaped(title)}</t></is></c>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return (
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`
  );
}

function end(columns: readonly StreamColumn[], last: number): string {
  return (
    `</sheetData><autoFilter ref="A1:${letter(columns.length - 1)}${last}"/>` +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>'
  );
}

/** Every part of the workbook but its sheet. */
function partsOf(name: string): Record<string, string> {
  const type = (part: string, of: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${of}+xml"/>`;
  const relation = (id: number, of: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${of}" Target="${target}"/>`;
  const range = escaped(`'${name.replaceAll("'", "''")}'!$1:$1`);
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${type('worksheets/sheet1', 'worksheet')}${type('styles', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${range}</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': stylesXml(),
  };
}

function stylesXml(): string {
  const font = (more: string) => `<font>${more}<sz val="12"/>`;
  const face = '<name val="Times New Roman"/><family val="1"/></font>';
  const fill = (pattern: string) => `<fill><patternFill patternType="${pattern}"/></fill>`;
  const side = (name: string) => `<${name} style="thin"><color rgb="FF8796A4"/></${name}>`;
  const look = (numFmt: number, fontId: number, fillId: number, alignment: string) =>
    `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fillId}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
  const top = '<alignment vertical="top" wrapText="1"/>';
  const centre = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
  return (
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
    `<fonts count="3">${font('')}${face}${font('<b/>')}${face}${font('<u/>')}<color rgb="FF0F5F9C"/>${face}</fonts>` +
    `<fills count="3">${fill('none')}${fill('gray125')}<fill><patternFill patternType="solid"><fgColor rgb="FFE2EFFA"/></patternFill></fill></fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${look(49, 0, 0, top)}${look(0, 0, 0, top)}${look(164, 0, 0, top)}${look(0, 2, 0, top)}${look(0, 1, 2, centre)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
