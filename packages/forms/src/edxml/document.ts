import { isDay } from '@tddh/domain/day';
import { badFile } from '../incoming/trouble.ts';
import { child, children, type Element, readXml, word } from './xml.ts';

/** The namespace of QCVN 102:2016/BTTTT (Thông tư 10/2016/TT-BTTTT). */
export const namespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

/** Bytes of a package at most, and of its attachments together once decoded. */
const mostBytes = 30 * 1024 * 1024;

/** An agency of a message: its code (QĐ 20/2020/QĐ-TTg) and name. */
export interface Organ {
  id: string;
  name: string;
}

/** The document that a message answers, as its sender named it. */
export interface Answered {
  organId: string;
  number: string;
  issuedOn: string;
  documentId: string;
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
  /** 0 new, 1 recall, 2 update, 3 replacement (BussinessDocType), why, and of which documents. */
  business: number;
  reason?: string;
  concerns: readonly string[];
  responseFor: readonly Answered[];
  attachments: readonly { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/** The header of an envelope of this standard, however deep it is wrapped. @throws Refusal `bad_file` */
export function readEnvelope(xml: string): { root: Element; envelope: Element; header: Element } {
  if (xml.length > 1.5 * mostBytes) throw badFile('too-large', 'Gói edXML quá lớn (tối đa 30 MB).');
  const root = readXml(xml);
  const wrapped = child(root, 'edXMLEnvelope') ?? child(root, 'Envelope');
  const envelope = wrapped ?? root;
  if (root.space !== namespace && envelope.space !== namespace)
    throw badFile('misnamed', 'Gói này không theo QCVN 102:2016/BTTTT (sai không gian tên).');
  const header = child(envelope, 'edXMLHeader') ?? child(envelope, 'Header') ?? envelope;
  return { root, envelope, header };
}

/** True for a text that wants to be an edXML package. */
export function isEdxml(text: string): boolean {
  return /^\uFEFF?\s*</.test(text) && /edXML/.test(text.slice(0, 2000));
}

/**
 * The document of an edXML package with its attachments.
 * @throws Refusal `bad_file` where it is no package of QCVN 102:2016, declares a DOCTYPE, or lacks its header
 */
export function readDocument(xml: string): EdxmlDocument {
  const { root, envelope, header } = readEnvelope(xml);
  const head = child(header, 'MessageHeader');
  if (!head) throw badFile('damaged', 'Gói edXML thiếu phần MessageHeader.');
  const code = child(head, 'Code');
  const signer = child(head, 'SignerInfo');
  const body = child(envelope, 'edXMLBody') ?? child(envelope, 'Body');
  const business = child(child(header, 'TraceHeaderList'), 'Bussiness');
  const reason = word(business, 'BussinessDocReason');
  const concerned = [business, ...children(child(business, 'ReplacementInfoList'), 'ReplacementInfo')];
  return {
    documentId: word(head, 'DocumentId'),
    from: organOf(child(head, 'From')),
    to: children(head, 'To').map(organOf),
    number: [word(code, 'CodeNumber'), word(code, 'CodeNotation')].filter(Boolean).join('/'),
    issuedOn: dayOf(word(child(head, 'PromulgationInfo'), 'PromulgationDate')),
    type: word(child(head, 'DocumentType'), 'TypeName'),
    subject: word(head, 'Subject') || word(head, 'Content'),
    ...(word(signer, 'FullName') ? { signer: word(signer, 'FullName') } : {}),
    ...(word(signer, 'Position') ? { signerTitle: word(signer, 'Position') } : {}),
    dueOn: dayOf(word(head, 'DueDate')),
    business: Number(word(business, 'BussinessDocType') || 0),
    ...(reason ? { reason } : {}),
    concerns: concerned.map((one) => word(one, 'DocumentId')).filter(Boolean),
    responseFor: children(head, 'ResponseFor').map(answeredOf),
    attachments: attachmentsOf(child(root, 'AttachmentEncoded') ?? child(body, 'AttachmentEncoded'), body),
  };
}

function attachmentsOf(
  encoded: Element | undefined,
  body: Element | undefined,
): EdxmlDocument['attachments'] {
  const references = children(child(body, 'edXMLManifest') ?? child(body, 'Manifest'), 'Reference');
  let left = mostBytes;
  return children(encoded, 'Attachment').map((attachment) => {
    const id = word(attachment, 'ContentId').replace(/^cid:/, '');
    const reference = references.find((r) => word(r, 'ContentId').replace(/^cid:/, '') === id);
    const bytes = decoded(child(attachment, 'ContentTransferEncoded')?.text ?? '');
    left -= bytes.length;
    if (left < 0) throw badFile('too-large', 'Tệp đính kèm của gói edXML quá lớn (tối đa 30 MB).');
    return {
      name: word(attachment, 'AttachmentName') || word(reference, 'AttachmentName') || 'tep-dinh-kem',
      type: word(attachment, 'ContentType') || word(reference, 'ContentType'),
      bytes,
    };
  });
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  } catch {
    throw badFile('damaged', 'Tệp đính kèm của gói edXML bị hỏng. Hãy xuất lại gói.');
  }
}

/** An agency of a message. */
export function organOf(node: Element | undefined): Organ {
  return { id: word(node, 'OrganId'), name: word(node, 'OrganName') || word(node, 'OrganizationInCharge') };
}

/** What a `ResponseFor` names. */
export function answeredOf(node: Element | undefined): Answered {
  return {
    organId: word(node, 'OrganId'),
    number: word(node, 'Code'),
    issuedOn: dayOf(word(node, 'PromulgationDate')) ?? '',
    documentId: word(node, 'DocumentId'),
  };
}

/** A day written YYYY/MM/DD, DD/MM/YYYY or YYYY-MM-DD; null where there is none. */
function dayOf(written: string): string | null {
  const [, y, m, d] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})/.exec(written) ?? [];
  const [, d2, m2, y2] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(written) ?? [];
  const day = `${y ?? y2}-${(m ?? m2 ?? '').padStart(2, '0')}-${(d ?? d2 ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
