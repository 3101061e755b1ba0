import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that can be told from a later one with the same number. */
export interface Identity {
  pid: number;
  mark: string;
}

/** When a process started, as a text that no other process of this machine has; undefined where it is gone. */
export function startMark(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxMark(pid);
    const text =
      process.platform === 'win32'
        ? execFileSync(
            'powershell',
            ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`],
            quiet,
          )
        : execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], quiet);
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
}

const quiet: ExecFileSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
};

function linuxMark(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name (field 2) stands in brackets and may hold blanks; state is field 3, the start in ticks field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
}

/** The identity of a process that runs now. */
export function identify(pid: number): Identity {
  return { pid, mark: startMark(pid) ?? '' };
}

/** True while exactly this process runs. */
export function isAlive(identity: Identity): boolean {
  return identity.mark !== '' && startMark(identity.pid) === identity.mark;
}

/** Sends a signal to a process, or to a group where the number is negative. One that is gone already needs none. */
export function signalTo(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends a process: SIGTERM, then SIGKILL after `patience` milliseconds. Returns when it is gone. */
export async function end(identity: Identity, patience = 2000): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(identity)) return;
    try {
      process.kill(identity.pid, signal);
    } catch {
      return;
    }
    const until = Date.now() + patience;
    while (isAlive(identity) && Date.now() < until) await sleep(10);
  }
}
