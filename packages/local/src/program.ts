import { Trouble } from './trouble.ts';

/** Runs a program: a Trouble is one clear line, everything else keeps its stack. Ends with 2 for bad arguments, else 1. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Trouble)) console.error(error);
    else console.error(`Lỗi: ${error.message}`);
    process.exitCode = error instanceof Trouble && error.code === 'bad-arguments' ? 2 : 1;
  }
}

/** A whole number of an argument or of the environment. Throws Trouble `bad-arguments`. */
export function wholeNumber(name: string, text: string | undefined, least: number, most: number): number {
  if (text !== undefined && /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most)
    return Number(text);
  const given = text === undefined ? 'chưa có' : `là "${text}"`;
  throw new Trouble('bad-arguments', `${name} ${given}. Cần một số nguyên từ ${least} đến ${most}.`);
}
