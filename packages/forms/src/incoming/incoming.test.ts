import { deflateSync } from 'node:zlib';
import { Refusal } from '@tddh/domain/refusal';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readIncoming } from './incoming.ts';
import { pdfFile, wordFile, wordXml } from './testing.ts';

const text = [
  ...['ỦY BAN NHÂN DÂN TỈNH HẢI BÌNH', 'Số: 412/UBND-KT', 'Kính gửi: Sở Công Thương', 'V/v quản lý chợ'],
  ...[
    '1. Giao Sở Công Thương rà soát các chợ trên địa bàn, báo cáo trước ngày 20/5/2024.',
    '“Đã ký” – Đỗ Minh Khang',
  ],
  ...['Nơi nhận:', '- Như trên;', '- Lưu: VT, KT.'],
].join('\n');
const latin = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));

async function read(name: string, bytes: Uint8Array): Promise<string> {
  const found = await readIncoming(name, bytes);
  return found.kind === 'text' ? found.text : found.kind;
}
/** Why a file is refused; within 10 s of CPU (it takes under one) and 200 MB. */
async function trouble(name: string, bytes: Uint8Array): Promise<string> {
  const [start, memory] = [process.cpuUsage(), process.memoryUsage().arrayBuffers];
  const error = await readIncoming(name, bytes).then(
    () => undefined,
    (one: unknown) => one,
  );
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
  expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(200e6);
  if (!(error instanceof Refusal)) throw error ?? new Error('was read');
  expect(error.code).toBe('bad_file');
  expect(error.message).toMatch(/Hãy|Cần/);
  return error.faults[0]?.path ?? '';
}
const lines = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

describe('the same text is read', () => {
  test('from a Word file, a PDF, a packed PDF and a text file', async () => {
    for (const [name, bytes] of [
      ['a.docx', wordFile(text)],
      ['a.pdf', pdfFile(text)],
      ['a.pdf', pdfFile(text, { packed: true })],
      ['a.pdf', Buffer.from(pdfFile(text))],
      ['a.txt', new TextEncoder().encode(text)],
      [
        'a.txt',
        new Uint8Array([
          0xff,
          0xfe,
          ...new Uint8Array(Uint16Array.from([...text].map((one) => one.charCodeAt(0))).buffer),
        ]),
      ],
    ] as const)
      expect(lines((await read(name, bytes)).replace('\ufeff', ''))).toEqual(lines(text));
  });
  test('by what it is, and a wrong ending is told', async () => {
    expect(await readIncoming('a.docx', pdfFile(text))).toMatchObject({
      kind: 'text',
      form: 'pdf',
      misnamed: true,
    });
    expect(await readIncoming('a.pdf', wordFile(text))).toMatchObject({
      kind: 'text',
      form: 'docx',
      misnamed: true,
    });
    expect(await readIncoming('b.docx', wordFile(text))).toMatchObject({ misnamed: false });
  });
});

describe('a package of the document axis', () => {
  const packed = (...attachments: [string, Uint8Array][]) =>
    new TextEncoder().encode(`<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader><MessageHeader>
<From><OrganName>Văn phòng Chính phủ</OrganName></From><Code><CodeNumber>9416</CodeNumber><CodeNotation>VPCP-NN</CodeNotation></Code>
<Subject>Về quản lý chợ</Subject></MessageHeader></edXMLHeader></edXMLEnvelope><AttachmentEncoded>${attachments
      .map(
        ([name, bytes]) =>
          `<Attachment><AttachmentName>${name}</AttachmentName><ContentTransferEncoded>${Buffer.from(bytes).toString('base64')}</ContentTransferEncoded></Attachment>`,
      )
      .join('')}</AttachmentEncoded></edXML>`);

  test('is read by its header, with the text of the first attachment that has one', async () => {
    const scan = pdfFile('');
    expect(
      await readIncoming('goi.edxml', packed(['quet.pdf', scan], ['9416.docx', wordFile(text)])),
    ).toMatchObject({
      ...{ kind: 'package', attachments: [{ name: 'quet.pdf' }, { name: '9416.docx' }] },
      head: { number: '9416/VPCP-NN', from: { name: 'Văn phòng Chính phủ' }, subject: 'Về quản lý chợ' },
      text: expect.stringContaining('Giao Sở Công Thương'),
    });
    expect(await readIncoming('goi.xml', packed(['quet.pdf', scan]))).toMatchObject({ text: '' });
  });

  test('is refused where it declares entities, as an attachment of it is passed over', async () => {
    const bomb = new TextEncoder().encode('<!DOCTYPE edXML [<!ENTITY a "x">]><edXML>&a;</edXML>');
    expect(await trouble('goi.edxml', bomb)).toBe('entities');
    expect(await readIncoming('goi.edxml', packed(['trong.edxml', bomb]))).toMatchObject({ text: '' });
  });
});

describe('a file that cannot be read says why, and the way out', () => {
  const secret = `<${'ab'.repeat(32)}>`;
  const locked = pdfFile(text, {
    trailer: `/Encrypt 9 0 R /ID [<00> <00>]`,
    objects: [`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`],
  });
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  test.each<[string, string, Uint8Array]>([
    ['scan', 'quet.pdf', pdfFile('')],
    [
      'stamp',
      'ky.pdf',
      pdfFile(
        'Ký bởi: Văn phòng UBND tỉnh\nCơ quan: Tỉnh Hải Bình\nThời gian ký: 07/02/2025 07:56:24 +07:00',
      ),
    ],
    ['locked', 'khoa.pdf', locked],
    ['damaged', 'hong.pdf', pdfFile(text).subarray(0, 300)],
    ['damaged', 'hong.docx', wordFile(text).subarray(0, 400)],
    [
      'locked',
      'khoa.docx',
      new Uint8Array([...ole, ...latin('....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')]),
    ],
    ['old-word', 'cu.doc', new Uint8Array([...ole, ...latin('Word.Document.8')])],
    ['picture', 'anh.pdf', latin('\x89PNG\r\n\x1a\n')],
    ['misnamed', 'la.docx', latin('MZ\0\0\x90')],
    ['misnamed', 'zip.docx', zipSync({ 'a.txt': latin('x') })],
    ['encoding', 'cu.txt', latin('V\xe8n ph\xdfng')],
    ['empty', 'trong.txt', new Uint8Array()],
  ])('%s: %s', async (kind, name, bytes) => expect(await trouble(name, bytes)).toBe(kind));
});

describe('a hostile file is refused or harmless', () => {
  test('a zip bomb', async () => {
    const zeros = new Uint8Array(60_000_000);
    expect(await trouble('bom.docx', wordFile('', { 'word/document.xml': zeros }))).toBe('damaged');
    expect(await read('bom2.docx', wordFile(text, { 'word/media/image1.png': zeros }))).toContain('Kính gửi');
  });
  test('entities that grow, and one that names a file', async () => {
    const grow = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    for (const head of [grow, outside])
      expect(await trouble('thuc-the.docx', wordFile('', { 'word/document.xml': wordXml(text, head) }))).toBe(
        'entities',
      );
  });
  test('a macro, a remote picture and a remote template are not looked at', async () => {
    const remote =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:1/x.png" TargetMode="External"/><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:1/x.dotm" TargetMode="External"/></Relationships>';
    const picture = '<w:p><w:r><w:drawing><a:blip r:link="rId9" r:embed="rId9"/></w:drawing></w:r></w:p>';
    const bytes = wordFile(text, {
      ...{ 'word/_rels/document.xml.rels': remote, 'word/vbaProject.bin': 'Sub AutoOpen()' },
      'word/document.xml': wordXml(text).replace('<w:body>', `<w:body>${picture}`),
    });
    expect(lines(await read('macro.docx', bytes))).toEqual(lines(text));
  });
  test('a PDF with 10,000 pages', async () => {
    expect(await trouble('dai.pdf', pdfFile(text, { pages: 10_000 }))).toBe('pages');
  });
  test('a PDF with JavaScript that would act when opened', async () => {
    const bytes = pdfFile(text, {
      catalog: '/OpenAction 9 0 R /AcroForm << /XFA (x) >>',
      objects: ['<< /S /JavaScript /JS (globalThis.harmed = true; app.alert(1)) >>'],
    });
    expect(await read('js.pdf', bytes)).toContain('Kính gửi');
    expect('harmed' in globalThis).toBe(false);
  });
  test('a PDF whose stream grows without end', async () => {
    const packed = deflateSync(new Uint8Array(170_000_000), { level: 1 });
    const head = latin(`%PDF-1.7\n1 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`);
    const bytes = new Uint8Array(head.length + packed.length + 10);
    bytes.set(head);
    bytes.set(packed, head.length);
    bytes.set(latin('\nendstream'), head.length + packed.length);
    expect(await trouble('bom.pdf', bytes)).toBe('bomb');
  });
});
