import { badFile } from '../incoming/trouble.ts';
import { type Answered, answeredOf, namespace, type Organ, organOf, readEnvelope } from './document.ts';
import { child, element, type Written, word } from './xml.ts';

/** A status that answers a document: the codes 01, 02, 03, 04, 05, 06, 13, 15, 16. */
export interface EdxmlStatus {
  responseFor: Answered & { taskCode?: string };
  from: Organ;
  statusCode: string;
  description: string;
  /** UTC; written as local time. */
  at: Date;
  staff?: { department: string; name: string };
}

/** A document of ours that answers one of theirs (ResponseFor). */
export interface EdxmlReply {
  responseFor: Answered & { taskCode?: string };
  from: Organ;
  to: Organ;
  /** Number and notation of our document, and its day. */
  number: string;
  issuedOn: string;
  type: string;
  subject: string;
  at: Date;
}

const tag = (name: string, content: Parameters<typeof element>[1]) => element(`edXML:${name}`, content);
const day = (on: string) => on.replaceAll('-', '/');

/** Writes a status message that answers a document, optionally one task of it (ResponseForTask). */
export function writeStatus({ responseFor, from, statusCode, description, at, staff }: EdxmlStatus): string {
  return envelope(
    tag('Status', [
      ...answered(responseFor),
      tag('From', [tag('OrganId', from.id), tag('OrganName', from.name)]),
      tag('StatusCode', statusCode),
      tag('Description', description),
      tag('Timestamp', stamp(at)),
      ...(staff ? [tag('StaffInfo', [tag('Department', staff.department), tag('Staff', staff.name)])] : []),
    ]),
  );
}

/** Writes a document of ours that answers one of theirs. */
export function writeReply({
  responseFor,
  from,
  to,
  number,
  issuedOn,
  type,
  subject,
  at,
}: EdxmlReply): string {
  const [code, notation] = split(number);
  return envelope(
    tag('MessageHeader', [
      tag('From', [tag('OrganId', from.id), tag('OrganName', from.name)]),
      tag('To', [tag('OrganId', to.id), tag('OrganName', to.name)]),
      tag('Code', [tag('CodeNumber', code), tag('CodeNotation', notation)]),
      tag('PromulgationInfo', [tag('Place', ''), tag('PromulgationDate', day(issuedOn))]),
      tag('DocumentType', [tag('Type', '2'), tag('TypeName', type)]),
      tag('Subject', subject),
      tag('DocumentId', `${from.id},${day(issuedOn)},${number}`),
      ...answered(responseFor),
    ]),
    tag('TraceHeaderList', [
      tag('TraceHeader', [tag('OrganId', from.id), tag('Timestamp', stamp(at))]),
      tag('Bussiness', [tag('BussinessDocType', 0)]),
    ]),
  );
}

function answered({
  organId,
  number,
  issuedOn,
  documentId,
  taskCode,
}: EdxmlStatus['responseFor']): Written[] {
  return [
    tag('ResponseFor', [
      tag('OrganId', organId),
      tag('Code', number),
      tag('PromulgationDate', day(issuedOn)),
      tag('DocumentId', documentId),
    ]),
    ...(taskCode ? [tag('ResponseForTask', [tag('TaskCode', taskCode)])] : []),
  ];
}

function envelope(...header: Written[]): string {
  const parts = [tag('edXMLHeader', header), tag('edXMLBody', [])];
  const { xml } = element('edXML:edXMLEnvelope', parts, { 'xmlns:edXML': namespace });
  return `<?xml version="1.0" encoding="UTF-8"?>${xml}`;
}

/** Reads a status message, ours or theirs. @throws Refusal `bad_file` */
export function readStatus(xml: string): Omit<EdxmlStatus, 'at'> & { at: string } {
  const status = child(readEnvelope(xml).header, 'Status');
  if (!status) throw badFile('damaged', 'Gói edXML thiếu phần Status.');
  const taskCode = word(child(status, 'ResponseForTask'), 'TaskCode');
  const staff = child(status, 'StaffInfo');
  return {
    responseFor: { ...answeredOf(child(status, 'ResponseFor')), ...(taskCode ? { taskCode } : {}) },
    from: organOf(child(status, 'From')),
    statusCode: word(status, 'StatusCode'),
    description: word(status, 'Description'),
    at: word(status, 'Timestamp'),
    ...(staff ? { staff: { department: word(staff, 'Department'), name: word(staff, 'Staff') } } : {}),
  };
}

function split(number: string): [string, string] {
  const cut = number.indexOf('/');
  return cut < 0 ? [number, ''] : [number.slice(0, cut), number.slice(cut + 1)];
}

/** YYYY/MM/DD HH:MM:SS in local time. */
function stamp(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return local.slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}
