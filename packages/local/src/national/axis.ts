import type { IncomingMessage, ServerResponse } from 'node:http';
import { readStatus } from '@tddh/forms/edxml/answer';
import { namespace, readDocument } from '@tddh/forms/edxml/document';
import { element, type Written } from '@tddh/forms/edxml/xml';
import { Webhook } from 'standardwebhooks';
import { text } from './receiver.ts';

/** What the axis heard from the province: a status message or a reply, by the document that it answers. */
export interface Heard {
  documentId: string;
  statusCode?: string;
  number?: string;
  taskCode?: string;
}

const tag = (name: string, content: string | readonly Written[]) => element(`edXML:${name}`, content);
const words = new TextEncoder();

/** A package as the Government Office would send it: a document with one attachment of text, and others by their names. */
export function packageOf(
  number: string,
  issuedOn: string,
  business = 0,
  subject = `Về việc ${number}`,
  more: Readonly<Record<string, Uint8Array>> = {},
): string {
  const [code = '', notation = ''] = number.split('/');
  const id = documentIdOf(number, issuedOn);
  const content = Buffer.from(words.encode(`Kính gửi: UBND tỉnh\nV/v ${subject}\nGiao UBND tỉnh báo cáo.`));
  const envelope = element(
    'edXML:edXMLEnvelope',
    [
      tag('edXMLHeader', [
        tag('MessageHeader', [
          tag('From', [tag('OrganId', '000.00.00.G22'), tag('OrganName', 'Văn phòng Chính phủ')]),
          tag('To', [tag('OrganId', '000.00.00.H16'), tag('OrganName', 'UBND tỉnh')]),
          tag('Code', [tag('CodeNumber', code), tag('CodeNotation', notation)]),
          tag('PromulgationInfo', [tag('PromulgationDate', issuedOn.replaceAll('-', '/'))]),
          tag('DocumentType', [tag('Type', '2'), tag('TypeName', 'Công văn')]),
          ...[tag('Subject', subject), tag('DocumentId', id)],
        ]),
        tag('TraceHeaderList', [
          tag('Bussiness', [
            tag('BussinessDocType', String(business)),
            ...(business > 0 ? [tag('BussinessDocReason', 'Ban hành nhầm'), tag('DocumentId', id)] : []),
          ]),
        ]),
      ]),
      tag('edXMLBody', []),
    ],
    { 'xmlns:edXML': namespace },
  );
  const attachments = Object.entries({ [`${code}.txt`]: content, ...more }).map(([name, bytes]) =>
    element('Attachment', [
      element('AttachmentName', name),
      element('ContentTransferEncoded', Buffer.from(bytes).toString('base64')),
    ]),
  );
  const parts = [envelope, element('AttachmentEncoded', attachments)];
  return `<?xml version="1.0" encoding="utf-8"?>${element('edXML', parts, { xmlns: namespace }).xml}`;
}

/** The id by which its sender knows a document. */
export const documentIdOf = (number: string, issuedOn: string) =>
  `000.00.00.G22,${issuedOn.replaceAll('-', '/')},${number}`;

/**
 * The document axis: it holds packages until the province has acknowledged each, and takes status messages and replies.
 * @param share the share of questions that it fails to answer, after it did what was asked
 */
export function documentAxis(secret: string, share: number, random: () => number) {
  const webhook = new Webhook(secret);
  const waiting = new Map<string, string>();
  const heard: Heard[] = [];
  const counts = { pulled: 0, acknowledged: 0, refused: 0 };

  function hear(xml: string): void {
    if (xml.includes('edXML:Status>')) {
      const { responseFor, statusCode } = readStatus(xml);
      const { documentId, taskCode } = responseFor;
      heard.push({ documentId, statusCode, ...(taskCode ? { taskCode } : {}) });
      return;
    }
    const { responseFor, number } = readDocument(xml);
    for (const { documentId } of responseFor) heard.push({ documentId, number });
  }

  function answerOf(path: string, query: URLSearchParams, body: string): string | undefined {
    switch (path) {
      case 'getReceivedEdocList':
        return JSON.stringify([...waiting.keys()].map((docId) => ({ docId })));
      case 'getEdoc':
        counts.pulled += 1;
        return waiting.get(query.get('docId') ?? '');
      case 'updateStatus':
        if (waiting.delete((JSON.parse(body) as { docId: string }).docId)) counts.acknowledged += 1;
        return '{"status":"OK"}';
      case 'sendEdoc':
        hear(body);
        return '{"status":"OK"}';
    }
    return undefined;
  }

  return {
    ...{ waiting, heard, counts },
    /** Lays a package ready. @returns its id on the axis */
    lay(xml: string): string {
      const id = `edoc-${waiting.size + counts.acknowledged + 1}`;
      waiting.set(id, xml);
      return id;
    },
    async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const { pathname, search, searchParams } = new URL(request.url ?? '', 'http://axis');
      const place = pathname.replace(/^\/axis\//, '');
      const body = await text(request);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([k, value]) => [k, String(value)]),
      );
      try {
        webhook.verify(body || `${place}${search}`, headers, { jsonParse: false });
      } catch {
        counts.refused += 1;
        return void response.writeHead(401).end();
      }
      const answer = answerOf(place, searchParams, body);
      if (answer === undefined) return void response.writeHead(404).end();
      if (random() < share) return void response.writeHead(500).end();
      response.writeHead(200).end(answer);
    },
  };
}
