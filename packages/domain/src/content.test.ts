import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { examine, type Inflate } from './content.ts';
import { newFile } from './file.ts';
import { compoundFile, macroBook, openText, pdf, png, wordFile, zip } from './filesamples.ts';
import { readInput } from './input.ts';
import { Refusal } from './refusal.ts';

const inflate: Inflate = (deflated, most) => {
  try {
    return inflateRawSync(deflated, { maxOutputLength: most });
  } catch {
    return undefined;
  }
};
const bytes = (text: string) => new TextEncoder().encode(text);
const kind = (name: string, content: Uint8Array) => examine(name, content, inflate);
const why = (name: string, content: Uint8Array) => {
  const found = kind(name, content);
  return typeof found === 'object' ? found.refused : `taken as ${found}`;
};

const edxml = (head = '', body = '') =>
  bytes(
    `<?xml version="1.0"?>${head}<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">${body}</edXML>\r\n`,
  );
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = [
  '[Content_Types].xml',
  deflateRawSync(bytes(`<Override ContentType="${word}" PartName="/word/document.xml"/>`)),
  'deflated',
] as const;

describe('a file is what its content is', () => {
  test.each([
    ['báo cáo.pdf', pdf, 'pdf'],
    ['ẢNH.PNG', png, 'png'],
    ['a.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), 'jpeg'],
    ['a.jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 0), 'jpeg'],
    ['a.docx', wordFile(), 'docx'],
    ['a.docx', zip([types, ['word/document.xml', deflateRawSync(bytes('<x/>')), 'deflated']]), 'docx'],
    ['a.odt', openText(), 'odt'],
    ['a.doc', compoundFile('WordDocument'), 'doc'],
    ['a.xls', compoundFile('Workbook'), 'xls'],
    ['a.txt', bytes('Kết quả: 12 < 15, đạt\r\n'), 'txt'],
    ['gói.edxml', edxml(), 'edxml'],
  ] as const)('%s', (name, content, wanted) => {
    expect(kind(name, content)).toBe(wanted);
  });

  test.each([
    ['a page named .pdf', 'a.pdf', bytes('<!doctype html><script>alert(1)</script>'), 'không phải PDF'],
    ['a page named .txt', 'a.txt', bytes('xin chào <img src=x onerror=alert(1)>'), 'không phải TXT'],
    ['a page behind the mark of PDF', 'a.pdf', bytes('%PDF-<!doctype html>'), 'không phải PDF'],
    ['a page before a PDF', 'a.pdf', bytes('<script>1</script>%PDF-1.7'), 'không phải PDF'],
    ['an SVG named .png', 'a.png', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'không phải PNG'],
    ['a PDF named .docx', 'a.docx', pdf, 'không phải DOCX'],
    ['a Word file named .xlsx', 'a.xlsx', wordFile(), 'không phải XLSX'],
    ['a plain zip named .docx', 'a.docx', zip([['a.exe', bytes('MZ')]]), 'không phải DOCX'],
    ['a program named .doc', 'a.doc', bytes('MZ\u0000\u0000'), 'không phải DOC'],
    ['a compound file of something else', 'a.doc', compoundFile('PowerPoint Document'), 'không phải DOC'],
    ['text of another coding', 'a.txt', Uint8Array.of(0xc4, 0x90, 0xe1), 'không phải TXT'],
    ['text with control characters', 'a.txt', Uint8Array.of(97, 0, 98), 'không phải TXT'],
    ['a Word file cut short', 'a.docx', wordFile().slice(0, 120), 'không phải DOCX'],
    [
      'a package that declares entities',
      'a.edxml',
      edxml('<!DOCTYPE x [<!ENTITY a "b">]>'),
      'không phải EDXML',
    ],
    ['a package with a style', 'a.edxml', edxml('<?xml-stylesheet href="x"?>'), 'không phải EDXML'],
    ['a package that holds a page', 'a.edxml', edxml('', '<h:script>1</h:script>'), 'không phải EDXML'],
    ['an XML of something else', 'a.edxml', bytes('<?xml version="1.0"?><a/>'), 'không phải EDXML'],
    ['a package named .txt', 'a.txt', edxml(), 'không phải TXT'],
    ['an empty file', 'a.pdf', new Uint8Array(), 'không phải PDF'],
    ['a workbook with macros', 'a.xlsx', macroBook(), 'macro'],
    ['a macro under another name', 'a.docx', wordFile('word/x.bin', 'vbaProject'), 'macro'],
    ['an old file with macros', 'a.doc', compoundFile('WordDocument', '_VBA_PROJECT'), 'macro'],
    ['a text with macros', 'a.odt', openText('Basic/Standard/Module1.xml'), 'macro'],
    ['a locked file', 'a.docx', compoundFile('EncryptedPackage'), 'mật khẩu'],
  ])('%s is refused, and told why', (_, name, content, part) => {
    expect(why(name, content)).toContain(part);
  });

  test('a directory that would inflate to a gigabyte is not read', () => {
    const bomb = zip([['[Content_Types].xml', deflateRawSync(new Uint8Array(4_000_000)), 'deflated']]);
    expect(bomb.length).toBeLessThan(10_000);
    expect(why('a.docx', bomb)).toContain('không phải DOCX');
  });
});

describe('the name of a file', () => {
  const read = (over: object) => readInput(newFile, { name: 'báo cáo.pdf', size: 10, type: 'x', ...over });

  test('is text, kept as it was said', () => {
    expect(read({ name: '  Báo  cáo quý (bản 2).PDF ' })).toMatchObject({ name: 'Báo cáo quý (bản 2).PDF' });
  });

  test.each([
    '../../etc/passwd.pdf',
    'C:\\Users\\a.pdf',
    'a/b.pdf',
    'a\u0000.pdf',
    'a\n.pdf',
    'fdp.\u202eexe.pdf',
    '.pdf',
    'a.exe',
    'a.pdf.html',
    'a.svg',
    'khong-duoi',
    `${'a'.repeat(200)}.pdf`,
  ])('%j is refused', (name) => {
    const refusal = read({ name });
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).faults.map(({ path }) => path)).toEqual(['name']);
  });

  test.each([0, -1, 1.5, 20 * 1024 * 1024 + 1])('a size of %d bytes is refused', (size) => {
    expect(read({ size })).toMatchObject({ faults: [{ path: 'size' }] });
  });
});
