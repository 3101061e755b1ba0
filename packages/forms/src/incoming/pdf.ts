import { Refusal } from '@tddh/domain/refusal';
import { Unzlib } from 'fflate';
import { badFile } from './trouble.ts';

const mostPages = 500;
/** Characters of text at most; 500 pages hold some 1.5 million. */
const mostText = 3_000_000;
/** Bytes that the packed streams of a file may grow to. */
const mostBytes = 160 * 1024 * 1024;
const mostMilliseconds = 20_000;
const stamp = /(?:Ký bởi|Người ký|Email|Cơ quan|Thời gian ký|Ký ngày|Digitally signed)\s*:?[^\n]*/giu;

/**
 * The text layer of a PDF. Nothing of it is run or drawn: actions, JavaScript, forms and pictures are not looked at.
 * @throws Refusal `bad_file` where there is none but the stamp of a signature, or the file is locked, damaged, too long
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  refuseBombs(bytes);
  const pages = await pagesOf(bytes);
  const all = pages.join('\n');
  const stamped = stamp.test(all);
  const words = all.replace(stamp, '').replace(/\s+/g, '');
  if (words.length >= Math.max(150, pages.length * 60)) return all;
  if (stamped && words.length < 60)
    throw badFile(
      'stamp',
      'Tệp PDF này chỉ có dấu chữ ký số, nội dung là ảnh quét. Hãy dùng bản .docx, hoặc dán nội dung.',
    );
  throw badFile(
    'scan',
    'Tệp PDF này là bản quét (ảnh), không có chữ để đọc. Hãy dùng bản .docx, hoặc dán nội dung.',
  );
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocumentProxy } = await import('unpdf');
  const until = performance.now() + mostMilliseconds;
  let document: Awaited<ReturnType<typeof getDocumentProxy>> | undefined;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      verbosity: 0,
    });
    const { numPages } = document;
    if (numPages > mostPages)
      throw badFile('pages', `Tệp PDF có ${numPages} trang, quá ${mostPages} trang. Hãy tách phần cần nhập.`);
    const pages: string[] = [];
    let size = 0;
    for (let at = 1; at <= numPages; at += 1) {
      const page = await document.getPage(at);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      page.cleanup();
      size += text.length;
      if (size > mostText || performance.now() > until)
        throw badFile('bomb', 'Tệp PDF quá lớn để đọc. Hãy tách phần cần nhập, hoặc dán nội dung.');
      pages.push(text);
    }
    return pages;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw badFile('locked', 'Tệp PDF có mật khẩu. Hãy gỡ mật khẩu, hoặc dán nội dung.');
    throw badFile('damaged', 'Tệp PDF bị hỏng nên không đọc được. Hãy lấy lại tệp gốc, hoặc dán nội dung.');
  } finally {
    await document?.destroy();
  }
}

/** Unpacks every packed stream into nothing, counting: a bomb is refused before a reader meets it. */
function refuseBombs(bytes: Uint8Array): void {
  const text = latin(bytes);
  let size = 0;
  for (const found of text.matchAll(
    /\/(?:FlateDecode|Fl)\b([^>]{0,400}>>|[^>]{0,400}>>[^s]{0,20})\s*stream\r?\n?/g,
  )) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    const stop = end < 0 ? bytes.length : end;
    if (/\/(?:FlateDecode|Fl|LZWDecode)\b/.test(found[1]!)) throw bomb();
    const stream = new Unzlib((part) => {
      size += part.length;
      if (size > mostBytes) throw bomb();
    });
    try {
      for (let at = start; at < stop; at += 8192) stream.push(bytes.subarray(at, Math.min(at + 8192, stop)));
    } catch (error) {
      if (error instanceof Refusal) throw error;
    }
  }
}

const bomb = () => badFile('bomb', 'Tệp PDF nén bất thường nên không mở. Hãy dán nội dung thay cho tệp.');

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
