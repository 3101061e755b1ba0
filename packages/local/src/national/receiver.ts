import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { type HearingWrong, hearingWrongs, type Wrongs } from './wrongs.ts';

/** A message of the province, as the national side took it. */
export interface Taken {
  id: string;
  type: string;
  status: string;
}

export interface Receiver {
  /** Messages of each task in the order in which they were taken. */
  tasks: ReadonlyMap<string, readonly Taken[]>;
  counts: Record<'taken' | 'repeated' | 'refused' | 'disordered' | 'troubled', number>;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/**
 * The ear of the national side: verifies the signature of each message by the library that is independent of ours,
 * takes each id once, and notes where one assignment is told out of order.
 * @param wrongs how it misbehaves
 */
export function receiver(secret: string, wrongs: Wrongs<HearingWrong>): Receiver {
  const webhook = new Webhook(secret);
  const seen = new Set<string>();
  const last = new Map<string, number>();
  const tasks = new Map<string, Taken[]>();
  const counts = { taken: 0, repeated: 0, refused: 0, disordered: 0, troubled: 0 };

  function take(id: string, body: string): void {
    if (seen.has(id)) {
      counts.repeated += 1;
      return;
    }
    seen.add(id);
    counts.taken += 1;
    const { type, data } = JSON.parse(body) as { type: string; data: { taskId: string; status: string } };
    if (type === 'link.test') return;
    const at = id.lastIndexOf('.');
    const [assignment, revision] = [id.slice(0, at), Number(id.slice(at + 1))];
    if (revision <= (last.get(assignment) ?? 0)) counts.disordered += 1;
    last.set(assignment, revision);
    tasks.set(data.taskId, [...(tasks.get(data.taskId) ?? []), { id, type, status: data.status }]);
  }

  return {
    tasks,
    counts,
    async handle(request, response) {
      const body = await text(request);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      try {
        webhook.verify(body, headers);
      } catch {
        counts.refused += 1;
        response.writeHead(401).end();
        return;
      }
      const wrong = wrongs.oneOf(hearingWrongs);
      if (wrong) counts.troubled += 1;
      if (wrong === 'late') await sleep(300);
      // A torn or too long answer comes after the message was taken: it will come again, and must count once.
      if (!wrong || ['late', 'torn', 'huge', 'words'].includes(wrong))
        take(headers['webhook-id'] ?? '', body);
      answer(wrong, response);
    },
  };
}

function answer(wrong: HearingWrong | undefined, response: ServerResponse): void {
  switch (wrong) {
    case undefined:
    case 'late':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
      return;
    case 'error':
      response.writeHead(500).end('{"error":"internal"}');
      return;
    case 'busy':
      response.writeHead(429, { 'retry-after': '1' }).end();
      return;
    case 'hang':
      setTimeout(() => response.destroy(), 12_000).unref();
      return;
    case 'torn':
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok"');
      setTimeout(() => response.destroy(), 20).unref();
      return;
    case 'huge':
      response.writeHead(200).end('x'.repeat(1_000_000));
      return;
    case 'moved':
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      return;
    case 'words':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>OK</p>');
  }
}

/** The body of a request as text. */
export async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
