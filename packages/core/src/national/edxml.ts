import { isDay } from '@tddh/domain/day';
import { Refusal } from '@tddh/domain/refusal';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';

/** The namespace of QCVN 102:2016/BTTTT (Thông tư 10/2016/TT-BTTTT). */
export const namespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

/** Bytes of a package at most, and of its attachments together once decoded. */
const mostBytes = 30 * 1024 * 1024;

/** An agency of a message: its code (QĐ 20/2020/QĐ-TTg) and name. */
export interface Organ {
  id: string;
  name: string;
}

/** A document as an edXML package carries it. */
export interface EdxmlDocument {
  /** The sender's id of the document: `code,YYYY/MM/DD,number/notation`. */
  documentId: string;
  from: Organ;
  to: readonly Organ[];
  number: string;
  issuedOn: string | null;
  type: string;
  subject: string;
  signer?: string;
  signerTitle?: string;
  dueOn: string | null;
  /** 0 new, 1 recall, 2 update, 3 replacement (BussinessDocType). */
  business: number;
  attachments: readonly { name: string; type: string; bytes: Uint8Array }[];
}

/** A status that answers a document: the codes 01, 02, 03, 04, 05, 06, 13, 15, 16. */
export interface EdxmlStatus {
  /** The document that is answered, as its sender named it. */
  responseFor: { organId: string; number: string; issuedOn: string; documentId: string; taskCode?: string };
  from: Organ;
  statusCode: string;
  description: string;
  /** UTC; written as local time. */
  at: Date;
  staff?: { department: string; name: string };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  isArray: (name) => ['To', 'Reference', 'Attachment', 'ResponseFor'].includes(name),
});

type Node = Record<string, unknown>;

/** Reads a package safely: no document type, hence no entity of its own and nothing from outside. @throws Refusal */
function parse(xml: string): Node {
  if (xml.length > mostBytes) throw bad('Gói edXML quá lớn (tối đa 30 MB).');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw bad('Gói edXML có khai báo DOCTYPE nên bị từ chối.');
  let root: Node;
  try {
    root = parser.parse(xml, true) as Node;
  } catch {
    throw bad('Tệp này không phải XML đúng cú pháp. Hãy xuất lại gói edXML.');
  }
  if (!xml.includes(namespace)) {
    throw bad('Gói này không theo QCVN 102:2016/BTTTT (sai không gian tên).');
  }
  return root;
}

/**
 * The document of an edXML package with its attachments.
 * @throws Refusal `unreadable` where it is no package of QCVN 102:2016, declares a DOCTYPE, or lacks its header
 */
export function readDocument(xml: string): EdxmlDocument {
  const root = parse(xml);
  const wrapped = at(root, 'edXML');
  const envelope = at(wrapped, 'edXMLEnvelope') ?? at(root, 'edXMLEnvelope');
  const header = at(envelope, 'edXMLHeader') ?? at(at(root, 'Envelope'), 'Header');
  const head = at(header, 'MessageHeader');
  if (!head) throw bad('Gói edXML thiếu phần MessageHeader.');
  const code = at(head, 'Code');
  const number = [word(code, 'CodeNumber'), word(code, 'CodeNotation')].filter(Boolean).join('/');
  const signer = at(head, 'SignerInfo');
  const body = at(envelope, 'edXMLBody') ?? at(at(root, 'Envelope'), 'Body');
  return {
    documentId: word(head, 'DocumentId'),
    from: organ(at(head, 'From')),
    to: many(head, 'To').map(organ),
    number,
    issuedOn: dayOf(word(at(head, 'PromulgationInfo'), 'PromulgationDate')),
    type: word(at(head, 'DocumentType'), 'TypeName'),
    subject: word(head, 'Subject') || word(head, 'Content'),
    ...(word(signer, 'FullName') ? { signer: word(signer, 'FullName') } : {}),
    ...(word(signer, 'Position') ? { signerTitle: word(signer, 'Position') } : {}),
    dueOn: dayOf(word(head, 'DueDate')),
    business: Number(word(at(at(header, 'TraceHeaderList'), 'Bussiness'), 'BussinessDocType') || 0),
    attachments: attachmentsOf(at(wrapped, 'AttachmentEncoded') ?? at(body, 'AttachmentEncoded'), body),
  };
}

function attachmentsOf(encoded: Node | undefined, body: Node | undefined): EdxmlDocument['attachments'] {
  const references = many(at(body, 'edXMLManifest') ?? at(body, 'Manifest'), 'Reference');
  let left = mostBytes;
  return many(encoded, 'Attachment').map((attachment) => {
    const id = word(attachment, 'ContentId').replace(/^cid:/, '');
    const reference = references.find((r) => word(r, 'ContentId').replace(/^cid:/, '') === id);
    const bytes = Buffer.from(word(attachment, 'ContentTransferEncoded'), 'base64');
    left -= bytes.length;
    if (left < 0) throw bad('Tệp đính kèm của gói edXML quá lớn (tối đa 30 MB).');
    return {
      name: word(attachment, 'AttachmentName') || word(reference, 'AttachmentName') || 'tep-dinh-kem',
      type: word(attachment, 'ContentType') || word(reference, 'ContentType'),
      bytes: new Uint8Array(bytes),
    };
  });
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
});

/** Writes a status message that answers a document, optionally one task of it (ResponseForTask). */
export function writeStatus(status: EdxmlStatus): string {
  const { responseFor, from, statusCode, description, staff } = status;
  const [number, notation] = split(responseFor.number);
  const tag = (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`edXML:${name}`, value]));
  const answered = tag({
    OrganId: responseFor.organId,
    Code: notation ? `${number}/${notation}` : number,
    PromulgationDate: responseFor.issuedOn.replaceAll('-', '/'),
    DocumentId: responseFor.documentId,
  });
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    'edXML:edXMLEnvelope': {
      '@xmlns:edXML': namespace,
      'edXML:edXMLHeader': {
        'edXML:Status': tag({
          ResponseFor: answered,
          ...(responseFor.taskCode ? { ResponseForTask: tag({ TaskCode: responseFor.taskCode }) } : {}),
          From: tag({ OrganId: from.id, OrganName: from.name }),
          StatusCode: statusCode,
          Description: description,
          Timestamp: stamp(status.at),
          ...(staff ? { StaffInfo: tag({ Department: staff.department, Staff: staff.name }) } : {}),
        }),
      },
      'edXML:edXMLBody': '',
    },
  });
}

/** Reads a status message, ours or theirs. @throws Refusal `unreadable` */
export function readStatus(xml: string): Omit<EdxmlStatus, 'at'> & { at: string } {
  const root = parse(xml);
  const envelope = at(at(root, 'edXML'), 'edXMLEnvelope') ?? at(root, 'edXMLEnvelope');
  const status = at(at(envelope, 'edXMLHeader') ?? at(at(root, 'Envelope'), 'Header'), 'Status');
  if (!status) throw bad('Gói edXML thiếu phần Status.');
  const [answered] = many(status, 'ResponseFor');
  const taskCode = word(at(status, 'ResponseForTask'), 'TaskCode');
  const staff = at(status, 'StaffInfo');
  return {
    responseFor: {
      organId: word(answered, 'OrganId'),
      number: word(answered, 'Code'),
      issuedOn: dayOf(word(answered, 'PromulgationDate')) ?? '',
      documentId: word(answered, 'DocumentId'),
      ...(taskCode ? { taskCode } : {}),
    },
    from: organ(at(status, 'From')),
    statusCode: word(status, 'StatusCode'),
    description: word(status, 'Description'),
    at: word(status, 'Timestamp'),
    ...(staff ? { staff: { department: word(staff, 'Department'), name: word(staff, 'Staff') } } : {}),
  };
}

const bad = (message: string) => new Refusal('unreadable', message);

function at(node: Node | undefined, name: string): Node | undefined {
  const found = node?.[name];
  const one = Array.isArray(found) ? found[0] : found;
  return typeof one === 'object' && one !== null ? (one as Node) : undefined;
}

function many(node: Node | undefined, name: string): Node[] {
  const found = node?.[name];
  return (Array.isArray(found) ? found : [found]).filter(
    (x): x is Node => typeof x === 'object' && x !== null,
  );
}

/** Text of a child. The five entities of XML are read here, since the parser is told to touch none. */
function word(node: Node | undefined, name: string): string {
  const found = node?.[name];
  const text = typeof found === 'string' ? found : ((found as Node | undefined)?.['#text'] ?? '');
  return String(text)
    .replaceAll(/&(lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .trim();
}

function entity(name: string): string | undefined {
  const known: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'" };
  if (!name.startsWith('#')) return known[name.toLowerCase()];
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0x1f && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function organ(node: Node | undefined): Organ {
  return { id: word(node, 'OrganId'), name: word(node, 'OrganName') || word(node, 'OrganizationInCharge') };
}

/** A day written YYYY/MM/DD, DD/MM/YYYY or YYYY-MM-DD; null where there is none. */
function dayOf(written: string): string | null {
  const [, y, m, d] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})/.exec(written) ?? [];
  const [, d2, m2, y2] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(written) ?? [];
  const day = `${y ?? y2}-${(m ?? m2 ?? '').padStart(2, '0')}-${(d ?? d2 ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function split(number: string): [string, string] {
  const cut = number.indexOf('/');
  return cut < 0 ? [number, ''] : [number.slice(0, cut), number.slice(cut + 1)];
}

/** YYYY/MM/DD HH:MM:SS in local time. */
function stamp(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replaceAll('-', '/')
    .replace('T', ' ');
}
