import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { WriteSheet } from 'hucre/xlsx';
import { leafWords } from './appendix.ts';
import { letter } from './sheet.ts';

/** Colours of the leaves (design.md), and the patterns, darker or white, that tell them apart in grey. */
const looks: Readonly<Record<number, { color: string; pattern?: string; over?: string }>> = {
  14: { color: '0B6E5A' },
  5: { color: '5F6D79', pattern: 'wdUpDiag', over: 'FFFFFF' },
  16: { color: 'D9B93B', pattern: 'wdDnDiag', over: '5F5010' },
  9: { color: '6FB1E8', pattern: 'narHorz', over: '12527F' },
  3: { color: 'A9B4BE', pattern: 'pct20', over: '2F3B47' },
  11: { color: 'C8382C', pattern: 'lgCheck', over: '6E130C' },
};
const title = 'Biểu đồ tổng hợp xử lý nhiệm vụ được giao của các đơn vị';

/**
 * A native stacked chart of the figures on a sheet: it follows them when they are edited. The writer of workbooks puts
 * a chart on a sheet of cells; `asChartsheet` makes that sheet one of a chart alone.
 * @param first of the rows (from 1) of units, to `last`
 */
export function chartSheet(sheetOne: string, first: number, last: number): WriteSheet {
  const range = (column: number) => `'${sheetOne}'!$${letter(column)}$${first}:$${letter(column)}$${last}`;
  return {
    name: 'Biểu đồ',
    rows: [],
    charts: [
      {
        ...{ type: 'bar', barGrouping: 'stacked', overlap: 100, gapWidth: 45, legend: 'bottom' },
        ...{ title, showTitle: true, titleFontSize: 14, titleBold: true, legendFontSize: 10 },
        altText: 'Mỗi đơn vị một thanh, sáu phần theo tình trạng',
        series: leafWords.map(([leaf, text]) => ({
          ...{ name: text, values: range(leaf + 1), categories: range(1), color: looks[leaf]!.color },
        })),
        axes: { x: { reverse: true, labelFontSize: 9 }, y: { labelFontSize: 9 } },
        anchor: { from: { row: 0, col: 0 }, to: { row: 30, col: 14 } },
      },
    ],
  };
}

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A4 landscape between its margins, in EMU: 360,000 a centimetre. */
const paper = { cx: Math.round(27.7 * 360_000), cy: Math.round(18.2 * 360_000) };

/**
 * Makes the sheet that holds the chart a sheet of a chart alone (`xl/chartsheets`), which fills its page, and gives the
 * chart's parts their patterns and a dark edge.
 */
export function asChartsheet(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (path: string, change: (xml: string) => string) => {
    parts[path] = strToU8(change(strFromU8(parts[path]!)));
  };
  const sheet = Object.keys(parts)
    .map((path) => /^xl\/worksheets\/_rels\/(sheet\d+\.xml)\.rels$/.exec(path)?.[1])
    .find((one) => one && strFromU8(parts[`xl/worksheets/_rels/${one}.rels`]!).includes('/drawing"'));
  if (!sheet) return bytes;
  for (const path of Object.keys(parts).filter((one) => /^xl\/charts\/chart\d+\.xml$/.test(one))) {
    edit(path, patterned);
  }
  for (const path of Object.keys(parts).filter((one) => /^xl\/drawings\/drawing\d+\.xml$/.test(one))) {
    edit(path, filling);
  }
  parts[`xl/chartsheets/${sheet}`] = strToU8(chartsheetXml);
  parts[`xl/chartsheets/_rels/${sheet}.rels`] = parts[`xl/worksheets/_rels/${sheet}.rels`]!;
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      `PartName="/xl/worksheets/${sheet}" ContentType="${types}.worksheet+xml"`,
      `PartName="/xl/chartsheets/${sheet}" ContentType="${types}.chartsheet+xml"`,
    ),
  );
  edit('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      `Type="${relations}/worksheet" Target="worksheets/${sheet}"`,
      `Type="${relations}/chartsheet" Target="chartsheets/${sheet}"`,
    ),
  );
  const gone = [`xl/worksheets/${sheet}`, `xl/worksheets/_rels/${sheet}.rels`];
  const kept: Zippable = Object.fromEntries(Object.entries(parts).filter(([path]) => !gone.includes(path)));
  return zipSync(kept, { level: 6 });
}

const chartsheetXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  `<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}">` +
  '<sheetPr/><sheetViews><sheetView workbookViewId="0" zoomToFit="1"/></sheetViews>' +
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.5" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape"/><drawing r:id="rId1"/></chartsheet>';

/** The drawing of a chart that fills its page. */
function filling(xml: string): string {
  const place = '<xdr:pos x="0" y="0"/>';
  return xml
    .replace(/<xdr:twoCellAnchor[^>]*>/, '<xdr:absoluteAnchor>')
    .replace(/<xdr:from>.*?<\/xdr:to>/, `${place}<xdr:ext cx="${paper.cx}" cy="${paper.cy}"/>`)
    .replace('</xdr:twoCellAnchor>', '</xdr:absoluteAnchor>');
}

/** The patterns of the parts, which the writer of workbooks does not know. */
function patterned(chart: string): string {
  const paint = (tag: string, value: string) => `<a:${tag}><a:srgbClr val="${value}"/></a:${tag}>`;
  let xml = chart;
  for (const { color, pattern, over } of Object.values(looks)) {
    const plain = paint('solidFill', color);
    const edge = new RegExp(`(<a:ln[^>]*>)${plain}`, 'g');
    xml = xml.replace(edge, `$1${paint('solidFill', '1F2A33')}`);
    if (!pattern || !over) continue;
    const filled = `<a:pattFill prst="${pattern}">${paint('fgClr', over)}${paint('bgClr', color)}</a:pattFill>`;
    xml = xml.replaceAll(plain, filled);
  }
  return xml;
}
