import { Refusal } from '@tddh/domain/refusal';
import type { EdxmlDocument } from '../edxml/document.ts';
import { textOfDocx } from './docx.ts';
import { textOfPdf } from './pdf.ts';
import { badFile } from './trouble.ts';

/** Bytes of a file at most. */
const most = 30_000_000;

/** What a file holds: the text of documents, a sheet of rows, or a package of the document axis. */
export type Incoming =
  | { kind: 'text'; text: string; form: Form; misnamed: boolean }
  | { kind: 'sheet'; bytes: Uint8Array }
  | Package;

/** An edXML package: what its header says, its attachments, and the text of the first that has one. */
export interface Package {
  kind: 'package';
  head: Omit<EdxmlDocument, 'attachments'>;
  attachments: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  text: string;
}

type Form = 'docx' | 'pdf' | 'txt';

const pictures: readonly [string, string][] = [
  ['\x89PNG', 'png'],
  ['\xff\xd8\xff', 'jpg'],
  ['GIF8', 'gif'],
  ['II*\0', 'tif'],
  ['MM\0*', 'tif'],
];

/**
 * Reads a file that came in, in a browser and on the command line alike: .txt, .docx, .pdf with a text layer, .xlsx,
 * .edxml.
 * What it is, its bytes say, not its name.
 * @throws Refusal `bad_file`; the path of its fault names the trouble (`scan`, `stamp`, `locked`, `damaged`,
 *   `misnamed`, `picture`, `old-word`, `encoding`, `bomb`, `entities`, `pages`, `too-large`, `empty`)
 */
export async function readIncoming(name: string, bytes: Uint8Array): Promise<Incoming> {
  if (bytes.length > most) throw badFile('too-large', 'Tệp quá lớn (tối đa 30 MB). Hãy tách phần cần nhập.');
  if (bytes.length === 0) throw badFile('empty', 'Tệp trống. Hãy chọn lại tệp, hoặc dán nội dung.');
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const said = (form: Form, text: string): Incoming => ({
    ...{ kind: 'text', form, text },
    misnamed: ending !== '' && ending !== form && !(form === 'txt' && ending === 'md'),
  });
  if (start.startsWith('%PDF')) return said('pdf', await textOfPdf(bytes));
  if (start.startsWith('PK')) {
    if (hasSheet(bytes)) return { kind: 'sheet', bytes };
    return said('docx', await textOfDocx(bytes));
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw oldOffice(bytes);
  if (pictures.some(([magic]) => start.startsWith(magic)))
    throw badFile('picture', 'Tệp này là ảnh, không có chữ để đọc. Hãy dùng bản .docx, hoặc dán nội dung.');
  const text = textOf(bytes, ending);
  const { isEdxml } = await import('../edxml/document.ts');
  return isEdxml(text) ? packed(text) : said('txt', text);
}

/** A package of the document axis; an attachment that cannot be read (a scan) leaves the text empty, not the header. */
async function packed(xml: string): Promise<Package> {
  const { readDocument } = await import('../edxml/document.ts');
  const { attachments, ...head } = readDocument(xml);
  let text = '';
  for (const { name, bytes } of attachments) {
    const read = await readIncoming(name, bytes).catch((error) => {
      if (error instanceof Refusal) return undefined;
      throw error;
    });
    if (read?.kind === 'text' && read.text.trim()) {
      text = read.text;
      break;
    }
  }
  return {
    kind: 'package',
    head,
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes })),
    text,
  };
}

/** A workbook names its parts in the archive's directory, which is not packed. */
function hasSheet(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-65_536)).includes('xl/workbook.xml');
}

/** A compound file: an encrypted new one, or one of Word 97. */
function oldOffice(bytes: Uint8Array): Error {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000_000)).replaceAll('\0', '');
  return /EncryptedPackage|EncryptionInfo/.test(text)
    ? badFile('locked', 'Tệp có mật khẩu. Hãy gỡ mật khẩu, hoặc dán nội dung.')
    : badFile(
        'old-word',
        'Tệp dạng Word hoặc Excel cũ (.doc, .xls). Hãy lưu lại thành .docx, .xlsx, hoặc dán nội dung.',
      );
}

function textOf(bytes: Uint8Array, ending: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  let text: string;
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = '\0';
  }
  if (!text.includes('\0')) return text;
  if (ending === 'txt')
    throw badFile(
      'encoding',
      'Tệp chữ không dùng bảng mã Unicode (UTF-8). Hãy lưu lại dạng UTF-8, hoặc dán nội dung.',
    );
  if (/^(?:docx|pdf|xlsx)$/.test(ending))
    throw badFile(
      'misnamed',
      `Tệp mang đuôi .${ending} nhưng bên trong không phải vậy, hoặc đã hỏng. Hãy lấy lại tệp gốc, hoặc dán nội dung.`,
    );
  throw badFile(
    'misnamed',
    'Không đọc được loại tệp này. Cần .docx, .pdf, .txt, .xlsx hoặc .edxml; hoặc dán nội dung.',
  );
}
