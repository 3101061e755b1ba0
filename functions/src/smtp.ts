import { oneLine } from '@tddh/core/mail';
import type { Outgoing, Send, Sent } from '@tddh/core/post';
import { isAddress } from '@tddh/domain/mail';
import { createTransport } from 'nodemailer';

const local = new Set(['127.0.0.1', 'localhost', '[::1]']);
const seconds = 10_000;

/** A mail server, for one run. */
export interface Post {
  send: Send;
  close: () => void;
}

/**
 * A connection to a mail server, made when the first letter is sent.
 * @param url `smtp://user:password@host:587` or `smtps://...`; TLS is demanded of every server but this machine's own,
 *   unless the URL ends with `?requireTLS=false`
 * @param from `MAIL_FROM`: an address, or `Name <address>`
 */
export function smtp(url: string, from: string): Post {
  const safe = local.has(new URL(url).hostname) || /[?&]requireTLS=/.test(url) ? {} : { requireTLS: true };
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: 1, ...safe },
    ...{ connectionTimeout: seconds, greetingTimeout: seconds, socketTimeout: 2 * seconds },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  } as Parameters<typeof createTransport>[0]);
  return { send: (letter) => handOver(transport, letter, from), close: () => transport.close() };
}

async function handOver(
  transport: ReturnType<typeof createTransport>,
  { to, subject, text, messageId }: Outgoing,
  from: string,
): Promise<Sent> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (!isAddress(to.address) || /[\u0000-\u001f\u007f]/.test(subject + messageId)) {
    return { ok: false, fault: 'never', why: 'Địa chỉ hoặc tiêu đề có ký tự không được phép.' };
  }
  try {
    await transport.sendMail({
      ...{ from, to: { name: oneLine(to.name), address: to.address }, subject, text, messageId },
      // Nobody's absence note should answer it (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    return { ok: true };
  } catch (error) {
    return refused(error as Failure);
  }
}

interface Failure extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** What a failure is about: the server's 5xx to a receiver or a text is for good, anything else may pass. */
function refused({ message, command, responseCode = 0 }: Failure): Sent {
  const about = command === 'RCPT TO' || command === 'DATA';
  const fault = !about || responseCode === 421 ? 'server' : responseCode >= 500 ? 'never' : 'later';
  return { ok: false, fault, why: message };
}
