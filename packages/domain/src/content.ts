import { claimedKind, type FileKind } from './file.ts';
import { readZip, type Zip } from './zip.ts';

/** Inflates at most `most` bytes; undefined where it is more, or cannot be inflated. Given, since it is not pure. */
export type Inflate = (deflated: Uint8Array, most: number) => Uint8Array | undefined;

/**
 * The kind of a file by its content, never by its name; then whether the name agrees.
 * @returns the kind, or a Vietnamese sentence that says what is wrong and what to do
 */
export function examine(name: string, bytes: Uint8Array, inflate: Inflate): FileKind | { refused: string } {
  const found = contentOf(bytes, inflate);
  if (typeof found === 'object') return { refused: `Tệp “${name}” ${found.why}` };
  const claimed = claimedKind(name);
  if (found && found === claimed) return found;
  const said = claimed === undefined ? 'loại tệp được nhận' : claimed.toUpperCase();
  return {
    refused: `Nội dung tệp “${name}” không phải ${said}. Hãy mở tệp, lưu lại đúng định dạng rồi tải lên.`,
  };
}

type Content = FileKind | { why: string } | undefined;

const macros = { why: 'có chứa macro nên không được nhận. Hãy lưu lại dạng không có macro, hoặc PDF.' };
const locked = { why: 'đang đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên.' };

function contentOf(bytes: Uint8Array, inflate: Inflate): Content {
  // With its version (ISO 32000-1, 7.5.2), so that a page that only borrows the mark is none.
  if (/^%PDF-\d\.\d/.test(String.fromCharCode(...bytes.subarray(0, 8)))) return 'pdf';
  if (begins(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (begins(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (begins(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compound(bytes);
  if (begins(bytes, 'PK\x03\x04')) return packed(readZip(bytes), inflate);
  if (isPlainText(bytes)) return 'txt';
  return isPackage(bytes) ? 'edxml' : undefined;
}

function begins(bytes: Uint8Array, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[i] !== mark.charCodeAt(i)) return false;
  return true;
}

/** Word and Excel before 2007: a compound file, whose directory names its streams in UTF-16. */
function compound(bytes: Uint8Array): Content {
  const names = new TextDecoder('latin1').decode(bytes);
  const has = (stream: string) => names.includes([...stream].join('\0'));
  if (has('EncryptedPackage')) return locked;
  if (has('_VBA_PROJECT')) return macros;
  if (has('WordDocument')) return 'doc';
  return has('Workbook') ? 'xls' : undefined;
}

const mainTypes = [
  ['docx', 'wordprocessingml.document.main+xml'],
  ['xlsx', 'spreadsheetml.sheet.main+xml'],
  ['pptx', 'presentationml.presentation.main+xml'],
] as const;

/** An office file of today: a zip that says in its own words what it is. */
function packed(zip: Zip | undefined, inflate: Inflate): Content {
  if (!zip) return undefined;
  if (zip.locked) return locked;
  const odf = zip.names[0] === 'mimetype' ? textOf(zip, 'mimetype', 100, inflate) : undefined;
  if (odf !== undefined) return openDocument(zip, odf);
  const types = textOf(zip, '[Content_Types].xml', 1_000_000, inflate);
  if (types === undefined) return undefined;
  if (zip.names.some((name) => /vba|macrosheets/i.test(name)) || /macroEnabled|vbaProject/i.test(types)) {
    return macros;
  }
  const main = mainTypes.find(([, type]) => types.includes(type));
  if (!main) return undefined;
  const overrides = types.match(/<Override\b[^>]*>/g) ?? [];
  const part = overrides.find((one) => one.includes(main[1]));
  const name = /PartName="\/([^"]+)"/.exec(part ?? '')?.[1];
  return name !== undefined && zip.names.includes(name) ? main[0] : undefined;
}

function openDocument(zip: Zip, type: string): Content {
  if (zip.names.some((name) => /^(Basic|Scripts)\//.test(name))) return macros;
  if (!zip.names.includes('content.xml')) return undefined;
  if (type.trim() === 'application/vnd.oasis.opendocument.text') return 'odt';
  return type.trim() === 'application/vnd.oasis.opendocument.spreadsheet' ? 'ods' : undefined;
}

function textOf(zip: Zip, name: string, most: number, inflate: Inflate): string | undefined {
  const entry = zip.entry(name);
  const bytes = entry?.stored ? entry.data.subarray(0, most) : entry && inflate(entry.data, most);
  return bytes && new TextDecoder().decode(bytes);
}

/** Text of UTF-8 with nothing in it that a browser could take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]|<[a-z!/?]/i.test(text);
  } catch {
    return false;
  }
}

const packageSpace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

/** An XML of the document axis's own namespace that declares nothing, styles nothing and holds no page. */
function isPackage(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/^\uFEFF?\s*</.test(text) || !text.slice(0, 5000).includes(packageSpace)) return false;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return !/[\u0000-\u0008\u000b-\u001f\u007f]|<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<[\w:]*script|1999\/xhtml|2000\/svg/i.test(
      text.replaceAll('\r', ''),
    );
  } catch {
    return false;
  }
}
