import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { readMime } from './mime.ts';

/** A letter that the trap took instead of a mail server. */
export interface Trapped {
  /** Grows by one with every letter. */
  id: number;
  /** When it came, UTC. */
  at: string;
  to: readonly string[];
  from: string;
  subject: string;
  messageId: string;
  text: string;
}

export interface Trap {
  /** As `SMTP_URL` wants it. */
  url: string;
  stop(): Promise<void>;
}

/** So many letters are kept; older ones go. */
export const mostKept = 500;
const mostBytes = 1024 * 1024;

/**
 * A mail server that sends nothing: it keeps what it is given in a folder, for a page that shows it.
 * @param folder where letters are kept, a file each
 * @param port 0 chooses a free one
 */
export async function startTrap(folder: string, port = 0): Promise<Trap> {
  mkdirSync(folder, { recursive: true });
  let next = (numbersIn(folder).at(-1) ?? 0) + 1;
  const server = new SMTPServer({
    ...{
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      size: mostBytes,
      disableReverseLookup: true,
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(new Error('552 too large'));
        const { headers, text } = readMime(Buffer.concat(chunks));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const { subject = '', from = '', 'message-id': messageId = '' } = headers;
        const id = next;
        next += 1;
        keep(folder, { id, at: new Date().toISOString(), to, from, subject, messageId, text });
        return done();
      });
    },
  });
  // A client that goes away in the middle is its own affair.
  server.on('error', () => {});
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** What the trap holds, latest first. */
export function trapped(folder: string, most = 200): Trapped[] {
  const files = numbersIn(folder).reverse().slice(0, most);
  return files.flatMap((id) => {
    try {
      return [JSON.parse(readFileSync(pathOf(folder, id), 'utf8')) as Trapped];
    } catch {
      return [];
    }
  });
}

function keep(folder: string, letter: Trapped): void {
  const path = pathOf(folder, letter.id);
  writeFileSync(`${path}.new`, JSON.stringify(letter));
  renameSync(`${path}.new`, path);
  for (const id of numbersIn(folder).slice(0, -mostKept)) rmSync(pathOf(folder, id), { force: true });
}

const pathOf = (folder: string, id: number) => join(folder, `${String(id).padStart(7, '0')}.json`);

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{7}\.json$/.test(name))
      .map((name) => Number(name.slice(0, 7)))
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
}
