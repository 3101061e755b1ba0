import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Refusal } from '@tddh/domain/refusal';
import { readIncoming } from '@tddh/forms/incoming/incoming';
import { readDirective } from '@tddh/intake/read';
import { Trouble } from '../trouble.ts';

const usage = 'Cách dùng: npm run --silent intake -- cong-van.txt [tep-khac.docx ban-ky.pdf]';

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
    bytes = readFileSync(path);
  } catch {
    throw new Trouble('bad-arguments', `Không mở được tệp ${path}. ${usage}`);
  }
  try {
    const read = await readIncoming(basename(path), bytes);
    if (read.kind !== 'sheet') return read.text;
    throw new Trouble('bad-arguments', `${path}: là bảng Excel. Hãy nhập bảng trên trang Nhập văn bản.`);
  } catch (error) {
    if (error instanceof Refusal) throw new Trouble('bad-arguments', `${path}: ${error.message}`);
    throw error;
  }
}
