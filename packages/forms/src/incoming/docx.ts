import { Refusal } from '@tddh/domain/refusal';
import { strToU8, zipSync } from 'fflate';
import { unzip } from '../zip.ts';
import { linesOfHtml } from './html.ts';
import { badFile } from './trouble.ts';

/** The parts of a Word file that hold words; pictures, macros, fonts and embedded objects are never unpacked. */
const parts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes)\.xml(?:\.rels)?)$/;
const caps = { bytes: 48 * 1024 * 1024, parts: 5000 };
/** Bytes of one part at most: 200 pages of plain text are some 5 MB. */
const mostPart = 16 * 1024 * 1024;
const nothing = strToU8(
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
);

/**
 * The text of a Word file: a paragraph a line, list numbers written out, cells of a table row parted by tabs.
 * Harmless by construction: only the words' parts are unpacked (with a limit), a part with a document type or
 * entities is refused, and links to other files are followed nowhere.
 * @throws Refusal `bad_file`
 */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const found = partsOf(bytes);
  if (!found.has('word/document.xml'))
    throw badFile(
      'misnamed',
      'Tệp này không phải văn bản Word (.docx). Hãy mở tệp bằng Word và lưu lại dạng .docx.',
    );
  for (const [name, content] of found) {
    if (content.length > mostPart)
      throw badFile('bomb', 'Văn bản quá dài để đọc. Hãy chia nhỏ, hoặc dán phần cần nhập.');
    refuseEntities(content);
    if (name.endsWith('.rels') && name.startsWith('word/')) found.set(name, withoutLinks(content));
  }
  if (!found.has('word/_rels/document.xml.rels')) found.set('word/_rels/document.xml.rels', nothing);
  const packed = zipSync(Object.fromEntries([...found].map(([name, data]) => [name, [data, { level: 0 }]])));
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const input = { buffer: packed, arrayBuffer: packed.buffer } as unknown as { arrayBuffer: ArrayBuffer };
    html = (await mammoth.convertToHtml(input, { convertImage })).value;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw badFile(
      'damaged',
      'Tệp Word bị hỏng nên không đọc được. Hãy lưu lại bằng Word, hoặc dán nội dung.',
    );
  }
  return linesOfHtml(html);
}

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unzip(bytes, caps, (name) => parts.test(name));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw badFile(
      'damaged',
      'Tệp Word bị hỏng, có mật khẩu hoặc nén bất thường nên không mở. Hãy lưu lại bằng Word, hoặc dán nội dung.',
    );
  }
}

/** An entity may grow without bound, or name a file of this machine: office files have none. */
function refuseEntities(content: Uint8Array): void {
  const wide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  const text = new TextDecoder(wide ? (content[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(
    content,
  );
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || text.includes('\0'))
    throw badFile('entities', 'Tệp chứa khai báo lạ nên không mở. Hãy dán nội dung thay cho tệp.');
}

/** Relationships that stay inside the file: styles, numbering, notes. */
function withoutLinks(content: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(content);
  return strToU8(
    text
      .replace(/<Relationship\b[^>]*>/g, (one) =>
        /\/(?:styles|numbering|footnotes|endnotes)"/.test(one) && !/TargetMode="External"/i.test(one)
          ? one
          : '',
      )
      .replace(/<\/Relationship>/g, ''),
  );
}
