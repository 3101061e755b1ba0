import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStatus, writeReply, writeStatus } from './answer.ts';
import { isEdxml, namespace, readDocument } from './document.ts';
import { readXml } from './xml.ts';

const file = Buffer.from('%PDF-1.7 nội dung');
/** A package as the national document axis carries it. */
const document = (
  more: { subject?: string; head?: string } = {},
) => `<?xml version="1.0" encoding="utf-8"?>${more.head ?? ''}
<edXML xmlns="${namespace}"><edXML:edXMLEnvelope xmlns:edXML="${namespace}"><edXML:edXMLHeader><edXML:MessageHeader>
<edXML:From><edXML:OrganId>000.00.00.G22</edXML:OrganId><edXML:OrganName>Văn phòng Chính phủ</edXML:OrganName></edXML:From>
<edXML:To><edXML:OrganId>000.00.00.H16</edXML:OrganId><edXML:OrganName>UBND tỉnh</edXML:OrganName></edXML:To>
<edXML:To><edXML:OrganId>000.00.00.H17</edXML:OrganId><edXML:OrganName>UBND tỉnh khác</edXML:OrganName></edXML:To>
<edXML:Code><edXML:CodeNumber>9416</edXML:CodeNumber><edXML:CodeNotation>VPCP-NN</edXML:CodeNotation></edXML:Code>
<edXML:PromulgationInfo><edXML:Place>Hà Nội</edXML:Place><edXML:PromulgationDate>2023/11/30</edXML:PromulgationDate></edXML:PromulgationInfo>
<edXML:DocumentType><edXML:Type>18</edXML:Type><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
<edXML:Subject>${more.subject ?? 'Về cung ứng hàng hóa &amp; bình ổn giá'}</edXML:Subject>
<edXML:SignerInfo><edXML:Position>Phó Chủ nhiệm</edXML:Position><edXML:FullName>Nguyễn Văn A</edXML:FullName></edXML:SignerInfo>
<edXML:DueDate>2023/12/15</edXML:DueDate><edXML:DocumentId>000.00.00.G22,2023/11/30,9416/VPCP-NN</edXML:DocumentId>
</edXML:MessageHeader><edXML:TraceHeaderList><edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType></edXML:Bussiness></edXML:TraceHeaderList>
</edXML:edXMLHeader><edXML:edXMLBody><edXML:edXMLManifest><edXML:Reference><edXML:ContentId>cid:a1</edXML:ContentId><edXML:AttachmentName>9416.pdf</edXML:AttachmentName><edXML:ContentType>application/pdf</edXML:ContentType></edXML:Reference></edXML:edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope>
<AttachmentEncoded><Attachment><ContentId>a1</ContentId><ContentTransferEncoded>${file.toString('base64')}</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>`;

describe('a package of the document axis', () => {
  test('is read into the fields of a document, with its attachments', () => {
    expect(readDocument(document())).toEqual({
      documentId: '000.00.00.G22,2023/11/30,9416/VPCP-NN',
      from: { id: '000.00.00.G22', name: 'Văn phòng Chính phủ' },
      to: [
        { id: '000.00.00.H16', name: 'UBND tỉnh' },
        { id: '000.00.00.H17', name: 'UBND tỉnh khác' },
      ],
      ...{
        number: '9416/VPCP-NN',
        issuedOn: '2023-11-30',
        dueOn: '2023-12-15',
        type: 'Công văn',
        business: 0,
        concerns: [],
        responseFor: [],
      },
      subject: 'Về cung ứng hàng hóa & bình ổn giá',
      ...{ signer: 'Nguyễn Văn A', signerTitle: 'Phó Chủ nhiệm' },
      attachments: [{ name: '9416.pdf', type: 'application/pdf', bytes: new Uint8Array(file) }],
    });
  });

  test('is refused where it declares entities, its own or from outside, and reads none', () => {
    const bomb = '<!DOCTYPE b [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>';
    const outside = '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    for (const head of [bomb, outside, '<!doctype html>']) {
      expect(() => readDocument(document({ head, subject: '&b;&x;' }))).toThrow('DOCTYPE');
    }
    expect(readDocument(document({ subject: '&unknown;' })).subject).toBe('&unknown;');
  });

  test('is refused with a sentence where it is broken, of another namespace, or lacks its header', () => {
    expect(() => readDocument(document().slice(0, 900))).toThrow('không phải XML');
    expect(() => readDocument('<a><b/></a>')).toThrow('QCVN 102:2016');
    expect(() => readDocument(`<edXML xmlns="${namespace}"><x/></edXML>`)).toThrow('MessageHeader');
    expect(() => readDocument('không phải xml')).toThrow();
    const torn = document().replace(file.toString('base64'), '%%%');
    expect(() => readDocument(torn)).toThrow('đính kèm');
    expect([document(), '<a/>', 'văn bản edXML'].map(isEdxml)).toEqual([true, false, false]);
  });

  test('tells what it recalls, updates or replaces, and which document it answers', () => {
    const xml = document()
      .replace(
        '<edXML:BussinessDocType>0</edXML:BussinessDocType>',
        '<edXML:BussinessDocType>1</edXML:BussinessDocType><edXML:BussinessDocReason>Ban hành nhầm</edXML:BussinessDocReason><edXML:DocumentId>G22,2023/11/01,1/VPCP</edXML:DocumentId>',
      )
      .replace(
        '<edXML:DueDate>',
        '<edXML:ResponseFor><edXML:OrganId>H16</edXML:OrganId><edXML:Code>12/UBND</edXML:Code><edXML:PromulgationDate>2023/11/02</edXML:PromulgationDate><edXML:DocumentId>x</edXML:DocumentId></edXML:ResponseFor><edXML:DueDate>',
      );
    expect(readDocument(xml)).toMatchObject({
      ...{ business: 1, reason: 'Ban hành nhầm', concerns: ['G22,2023/11/01,1/VPCP'] },
      responseFor: [{ organId: 'H16', number: '12/UBND', issuedOn: '2023-11-02', documentId: 'x' }],
    });
  });
});

describe('a status message', () => {
  const status = {
    responseFor: {
      ...{ organId: '000.00.00.G22', number: '9416/VPCP-NN', issuedOn: '2023-11-30' },
      ...{ documentId: '000.00.00.G22,2023/11/30,9416/VPCP-NN', taskCode: 'NV-1' },
    },
    from: { id: '000.00.00.H16', name: 'UBND tỉnh' },
    ...{ statusCode: '06', description: 'Đã hoàn thành', at: new Date('2023-12-10T01:02:03Z') },
    staff: { department: 'Phòng Tổng hợp', name: 'Trần Thị B' },
  };

  test('carries the namespace, the document that it answers and the task', () => {
    const xml = writeStatus(status);
    expect(xml).toContain(`xmlns:edXML="${namespace}"`);
    expect(xml).toContain(
      '<edXML:ResponseForTask><edXML:TaskCode>NV-1</edXML:TaskCode></edXML:ResponseForTask>',
    );
    expect(xml).toContain('<edXML:Timestamp>2023/12/10 08:02:03</edXML:Timestamp>');
    expect(readStatus(xml)).toEqual({ ...status, at: '2023/12/10 08:02:03' });
  });

  test('survives a round trip whatever its words are', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((s) => s.replaceAll(/\p{C}/gu, '').normalize('NFC').trim());
    fc.assert(
      fc.property(words, words, (description, name) => {
        const sent = { ...status, description, from: { id: 'H16', name } };
        expect(readStatus(writeStatus(sent))).toMatchObject({ description, from: { name } });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a reply', () => {
  test('is a document of ours that names the one that it answers, and survives a round trip', () => {
    const responseFor = {
      ...{ organId: '000.00.00.G22', number: '9416/VPCP-NN', issuedOn: '2023-11-30' },
      documentId: '000.00.00.G22,2023/11/30,9416/VPCP-NN',
    };
    const xml = writeReply({
      responseFor: { ...responseFor, taskCode: 'NV-1' },
      from: { id: '000.00.00.H16', name: 'UBND tỉnh' },
      to: { id: '000.00.00.G22', name: 'Văn phòng Chính phủ' },
      ...{
        number: '12/BC-UBND',
        issuedOn: '2023-12-10',
        type: 'Báo cáo',
        subject: 'Kết quả <bình ổn> & giá',
      },
      at: new Date('2023-12-10T01:02:03Z'),
    });
    expect(xml).toContain(
      '<edXML:ResponseForTask><edXML:TaskCode>NV-1</edXML:TaskCode></edXML:ResponseForTask>',
    );
    expect(readDocument(xml)).toMatchObject({
      ...{
        number: '12/BC-UBND',
        issuedOn: '2023-12-10',
        type: 'Báo cáo',
        subject: 'Kết quả <bình ổn> & giá',
      },
      documentId: '000.00.00.H16,2023/12/10,12/BC-UBND',
      to: [{ id: '000.00.00.G22' }],
      responseFor: [responseFor],
    });
  });
});

describe('XML', () => {
  test('is read with its references, comments, CDATA and namespaces, and no further', () => {
    const root = readXml(
      '<?xml version="1.0"?><a:x xmlns:a="u" b="&lt;"><!-- c --><y><![CDATA[<&>]]> &#225;&#xE1;&amp;lt;</y><z/></a:x>',
    );
    expect(root).toMatchObject({
      name: 'x',
      space: 'u',
      children: [{ name: 'y', text: '<&> áá&lt;' }, { name: 'z' }],
    });
    for (const bad of [
      '<a><b></a></b>',
      '<a>',
      '<a/><b/>',
      'x<a/>',
      '<a b=c/>',
      '<a><',
      '</a>',
      '<a b="<"/>',
    ]) {
      expect(() => readXml(bad), bad).toThrow('không phải XML');
    }
    expect(() => readXml('<a>'.repeat(100))).toThrow('quá nhiều');
    expect(() => readXml(`<r>${'<a/>'.repeat(30_000)}</r>`)).toThrow('quá nhiều');
  });

  test('ends soon whatever it is fed', () => {
    const began = process.cpuUsage();
    for (const bad of [
      `<a ${' '.repeat(50_000)}`,
      `<a ${'b="1" '.repeat(20_000)}`,
      '<'.repeat(50_000),
      `<a>${'&amp;'.repeat(100_000)}`,
    ]) {
      expect(() => readXml(bad)).toThrow();
    }
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
  });
});
