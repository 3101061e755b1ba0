import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, isDay, showDay } from '@tddh/domain/day';
import { explain, Trouble } from './trouble.ts';

/** Sample: the sample data on a frozen day. Empty: the real clock, filled by its users. */
export type Mode = 'sample' | 'empty';

/** What `DATA_DIR/state.json` says about the data beside it. */
export interface State {
  /** The layout of the folder. */
  version: number;
  mode: Mode;
  /** False while the sample is being written: a start that finds it so begins again. */
  filled: boolean;
  /** The last business day on which something may have been recorded. */
  lastOn: Day;
  /** The last business day that the schedule has swept. */
  sweptOn?: Day;
}

/** The layout that this version reads and writes. */
export const layout = 1;

/** The day on which the sample data ends (contracts.md). */
export const sampleDay: Day = '2023-11-30';

/** What the folder holds, or undefined for a new one. Throws Trouble `damaged` where the file cannot be read. */
export function readState(dataDir: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(join(dataDir, 'state.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw explain(String(error), dataDir) ?? error;
  }
  const state = parse(text);
  if (!state) throw explain('malformed', dataDir);
  if (state.version > layout) {
    throw new Trouble(
      'damaged',
      `Dữ liệu trong ${dataDir} do một phiên bản mới hơn ghi. Hãy dùng phiên bản đó, hoặc đặt DATA_DIR tới thư mục khác.`,
    );
  }
  return state;
}

function parse(text: string): State | undefined {
  try {
    const state = JSON.parse(text) as State;
    const sound =
      typeof state.version === 'number' && ['sample', 'empty'].includes(state.mode) && isDay(state.lastOn);
    return sound ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the state so that a kill or a power cut leaves the old or the new one, never half of it. */
export function writeState(dataDir: string, state: State): void {
  const path = join(dataDir, 'state.json');
  try {
    const file = openSync(`${path}.new`, 'w');
    writeSync(file, `${JSON.stringify(state, null, 2)}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw explain(String(error), dataDir) ?? error;
  }
}

/** Notes that something may have been recorded on a day; the last day never goes back. */
export function recordDay(dataDir: string, on: Day, more: Partial<State> = {}): void {
  const state = readState(dataDir);
  if (state) writeState(dataDir, { ...state, ...more, lastOn: on > state.lastOn ? on : state.lastOn });
}

/**
 * The business day of a start: `chosen` (the environment's `TODAY`) where given; else the real day, or for the sample
 * its last day. Throws Trouble `wrong-mode` for a folder of the other mode, `bad-arguments` for a day that the
 * calendar has not, and `day-too-early` for a day before the last recorded one.
 */
export function businessDay(
  dataDir: string,
  state: State | undefined,
  mode: Mode,
  chosen: string | undefined,
  realDay: Day,
): { today: Day; frozen: boolean } {
  if (state && state.mode !== mode) throw wrongMode(dataDir, state.mode);
  if (chosen && !isDay(chosen)) {
    throw new Trouble(
      'bad-arguments',
      `TODAY="${chosen}" không phải là một ngày. Hãy viết dạng năm-tháng-ngày, ví dụ 2023-11-30.`,
    );
  }
  const lastOn = state?.lastOn ?? (mode === 'sample' ? sampleDay : undefined);
  const today = chosen || (mode === 'sample' ? (lastOn ?? sampleDay) : realDay);
  if (lastOn && today < lastOn) throw tooEarly(dataDir, today, lastOn, chosen);
  return { today, frozen: Boolean(chosen) || mode === 'sample' };
}

function wrongMode(dataDir: string, found: Mode): Trouble {
  return new Trouble(
    'wrong-mode',
    found === 'sample'
      ? `Thư mục ${dataDir} chứa dữ liệu mẫu, không dùng cho bản trống được. Hãy đặt DATA_DIR tới thư mục khác, hoặc chạy không có --empty.`
      : `Thư mục ${dataDir} chứa dữ liệu thật, không nạp dữ liệu mẫu vào được. Hãy chạy với --empty, hoặc đặt DATA_DIR tới thư mục khác.`,
  );
}

function tooEarly(dataDir: string, today: Day, lastOn: Day, chosen: string | undefined): Trouble {
  const way = chosen
    ? `Hãy chọn TODAY từ ${lastOn} trở đi, hoặc đặt DATA_DIR tới thư mục khác.`
    : 'Hãy kiểm tra đồng hồ của máy, hoặc đặt DATA_DIR tới thư mục khác.';
  return new Trouble(
    'day-too-early',
    `Ngày ${showDay(today)} sớm hơn ngày cuối đã ghi trong ${dataDir} (${showDay(lastOn)}). ${way}`,
  );
}
