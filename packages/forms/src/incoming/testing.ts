import { strToU8, zipSync, zlibSync } from 'fflate';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The main part of a Word file with a paragraph for each line. */
export function wordXml(text: string, before = ''): string {
  const lines = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>${lines}</w:body></w:document>`;
}

/** A Word file made for a test; further parts may be put beside, or in place of, the main one. */
export function wordFile(text: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    ...{ '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': wordXml(text) },
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );
}

/** What a PDF made for a test has beside its text. */
export interface PdfExtra {
  /** Pages that the file claims to have. */
  pages?: number;
  /** Further entries of the catalog. */
  catalog?: string;
  /** Further entries of the trailer. */
  trailer?: string;
  /** Further objects, from number 9 on. */
  objects?: string[];
  /** Packs the text with zlib. */
  packed?: boolean;
}

/** A PDF with a text layer of any letters, made for a test: 60 lines a page. */
export function pdfFile(text: string, extra: PdfExtra = {}): Uint8Array {
  const letters = [...new Set(text.replace(/\n/g, ''))];
  const code = (letter: string) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0');
  const lines = text.split('\n');
  const count = extra.pages ?? Math.max(1, Math.ceil(lines.length / 60));
  const streams = Array.from({ length: Math.max(1, Math.ceil(lines.length / 60)) }, (_, page) =>
    lines
      .slice(page * 60, page * 60 + 60)
      .map((line, i) => `BT /F1 9 Tf 1 0 0 1 40 ${800 - i * 12} Tm <${[...line].map(code).join('')}> Tj ET`)
      .join('\n'),
  );
  const map = letters
    .map(
      (letter) =>
        `<${code(letter)}> <${[...letter].flatMap((one) => [...Array(one.length).keys()].map((i) => one.charCodeAt(i).toString(16).padStart(4, '0'))).join('')}>`,
    )
    .join('\n');
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${letters.length} beginbfchar\n${map}\nendbfchar endcmap end end`;
  const stream = (words: string) =>
    extra.packed
      ? {
          head: '/Filter /FlateDecode',
          body: Array.from(zlibSync(strToU8(words)), (byte) => String.fromCharCode(byte)).join(''),
        }
      : { head: '', body: words };
  const objects: string[] = [
    `<< /Type /Catalog /Pages 2 0 R ${extra.catalog ?? ''} >>`,
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, i) => `${20 + 2 * Math.min(i, streams.length - 1)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 500 >>',
    '<< /Type /FontDescriptor /FontName /T /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`,
  ];
  const numbered: [number, string][] = objects.map((body, i) => [i + 1, body]);
  numbered.push(...(extra.objects ?? []).map((body, i): [number, string] => [9 + i, body]));
  streams.forEach((words, i) => {
    const { head, body } = stream(words);
    numbered.push([
      20 + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${21 + 2 * i} 0 R >>`,
    ]);
    numbered.push([21 + 2 * i, `<< /Length ${body.length} ${head} >>\nstream\n${body}\nendstream`]);
  });
  const places = new Map<number, number>();
  let out = '%PDF-1.7\n';
  for (const [n, body] of numbered.sort((a, b) => a[0] - b[0])) {
    places.set(n, out.length);
    out += `${n} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...places.keys()) + 1;
  const table = Array.from({ length: size }, (_, n) => {
    const place = places.get(n);
    return place === undefined ? '0000000000 65535 f ' : `${String(place).padStart(10, '0')} 00000 n `;
  });
  out += `xref\n0 ${size}\n${table.join('\n')}\ntrailer\n<< /Size ${size} /Root 1 0 R ${extra.trailer ?? ''} >>\nstartxref\n${out.length}\n%%EOF`;
  return Uint8Array.from(out, (letter) => letter.charCodeAt(0));
}
