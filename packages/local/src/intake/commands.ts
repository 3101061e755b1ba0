import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { readDirective } from '@tddh/intake/read';
import { Trouble } from '../trouble.ts';
import { textOfDocx } from './docx.ts';
import { textOfPdf } from './pdf.ts';

const usage = 'Cách dùng: npm run --silent intake -- cong-van.txt [tep-khac.docx ban-ky.pdf]';
const most = 30_000_000;

/** `npm run --silent intake -- FILE...`: prints a JSON array, the fields and the tasks of each
 * file's document. A file that cannot be read is left out and named at the end. */
export async function readFiles(paths: readonly string[]): Promise<void> {
  if (!paths.length) throw new Trouble('bad-arguments', `Chưa có tệp nào. ${usage}`);
  const out: object[] = [];
  const failed: string[] = [];
  for (const path of paths) {
    try {
      out.push(proposal(path, await textOf(path)));
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      failed.push(error.message);
    }
  }
  console.log(JSON.stringify(out, null, 1));
  if (failed.length) throw new Trouble('bad-arguments', failed.join('\n'));
}

/** What the contract promises of a file, no more. */
function proposal(path: string, text: string): object {
  const { doc, tasks } = readDirective(text);
  return {
    id: basename(path, extname(path)),
    doc,
    tasks: tasks.map(({ text: words, lead, coordinate, deadline: { kind, date, text: written }, span }) => ({
      text: words,
      lead,
      coordinate,
      deadline: { kind, ...(date ? { date } : {}), ...(written ? { text: written } : {}) },
      span,
    })),
  };
}

/** The text of a .txt, .docx or .pdf. Throws a Trouble that names the way out. */
async function textOf(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    if (statSync(path).size > most) throw new Trouble('bad-arguments', `Tệp ${path} quá lớn (tối đa 30 MB).`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble('bad-arguments', `Không mở được tệp ${path}. ${usage}`);
  }
  const start = bytes.subarray(0, 5).toString('latin1');
  if (start.startsWith('%PDF')) return textOfPdf(path, bytes);
  if (start.startsWith('PK')) return textOfDocx(path, bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    throw new Trouble(
      'bad-arguments',
      `Tệp ${path} là dạng Word cũ hoặc có mật khẩu. Hãy lưu lại thành .docx.`,
    );
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.includes('\0'))
    throw new Trouble('bad-arguments', `Tệp ${path} không phải văn bản. Cần .txt, .docx hoặc .pdf.`);
  return text;
}
