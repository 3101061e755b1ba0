import { extractText, getDocumentProxy } from 'unpdf';
import { Trouble } from '../trouble.ts';

const mostPages = 500;
const stamp = /(?:Ký bởi|Người ký|Email|Cơ quan|Thời gian ký|Ký ngày|Digitally signed)\s*:?[^\n]*/giu;

/** The text layer of a PDF. Throws a Trouble where there is none but the stamp of a signature. */
export async function textOfPdf(path: string, bytes: Buffer): Promise<string> {
  const pages = await pagesOf(path, bytes);
  const words = pages.join('\n').replace(stamp, '').replace(/\s+/g, '');
  if (words.length < Math.max(150, pages.length * 60)) {
    throw new Trouble(
      'bad-arguments',
      `Tệp ${path} là bản quét hoặc chỉ có dấu chữ ký số, không có chữ để đọc. Hãy dùng bản .docx hoặc dán nội dung.`,
    );
  }
  return pages.join('\n');
}

async function pagesOf(path: string, bytes: Buffer): Promise<string[]> {
  let pages: number;
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    pages = pdf.numPages;
    if (pages <= mostPages) return (await extractText(pdf, { mergePages: false })).text;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Trouble(
      'bad-arguments',
      locked
        ? `Tệp ${path} có mật khẩu. Hãy gỡ mật khẩu hoặc dán nội dung.`
        : `Tệp ${path} hỏng hoặc không phải PDF.`,
    );
  }
  throw new Trouble('bad-arguments', `Tệp ${path} có ${pages} trang, quá ${mostPages} trang.`);
}
