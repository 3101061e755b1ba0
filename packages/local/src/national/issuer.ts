import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { TellingWrong, Wrongs } from './wrongs.ts';

export interface IssuerOptions {
  /** The province's door for messages. */
  target: string;
  secret: string;
  /** How it misbehaves around its messages. */
  wrongs: Wrongs<TellingWrong>;
  random: () => number;
  /** The day on which documents are issued. */
  today: string;
  /** Marks this run, so that another one issues other documents. */
  run: number;
  /** Codes of the agencies to which tasks go. */
  agencies: readonly string[];
}

interface Message {
  id: string;
  body: string;
}

/** How a message is spoiled before it is told as it should be. */
const spoiling = ['forged', 'stale', 'fast', 'torn', 'huge', 'words'] as const;
type Spoiled = (typeof spoiling)[number];

const contents = [
  'Rà soát, báo cáo kết quả thực hiện cải cách thủ tục hành chính năm 2023',
  'Đề xuất giải pháp tháo gỡ khó khăn, đẩy nhanh giải ngân vốn đầu tư công',
  'Xây dựng phương án bảo đảm cung ứng hàng hóa dịp Tết Nguyên đán',
  'Kiểm tra, xử lý phản ánh của cử tri về ô nhiễm môi trường',
];

/** The mouth of the national side: issues documents with tasks, and tells them late, twice, out of order and worse. */
export function issuer(options: IssuerOptions) {
  const { target, random, wrongs, today, agencies, run } = options;
  let made = 0;
  const counts = { documents: 0, tasks: 0, sent: 0, again: 0, refused: 0 };
  /** How each spoiled message was answered; 0 where nobody answered. */
  const spoiled: { how: Spoiled; status: number }[] = [];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

  /** Posts one message; `how` spoils its signature, its time or its body. @returns the status, 0 where nobody answered */
  async function post({ id, body }: Message, how?: Spoiled): Promise<number> {
    const minutes = how === 'stale' ? -10 : how === 'fast' ? 60 : 0;
    const at = new Date(Date.now() + minutes * 60_000);
    const said = how === 'huge' ? body + ' '.repeat(3_000_000) : how === 'words' ? body.slice(0, -9) : body;
    const signature = new Webhook(options.secret).sign(id, at, said);
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': how === 'forged' ? `v1,${Buffer.from('forged').toString('base64')}` : signature,
    };
    if (how === 'torn') return tear(target, headers, said);
    try {
      const answer = await fetch(target, {
        method: 'POST',
        headers,
        body: said,
        signal: AbortSignal.timeout(15_000),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  /** Tells a message until it is taken, sometimes late, sometimes spoiled first and sometimes twice. */
  async function tell(message: Message): Promise<void> {
    if (wrongs.oneOf(['late'])) await sleep(100 + random() * 400);
    const how = wrongs.oneOf(spoiling) as Spoiled | undefined;
    if (how) {
      const status = await post(message, how);
      spoiled.push({ how, status });
      if (status >= 400 && status < 500) counts.refused += 1;
    }
    const times = wrongs.oneOf(['twice']) ? 2 : 1;
    for (let taken = 0; taken < times; ) {
      const status = await post(message);
      if (status === 202) taken += 1;
      else if (status === 409) throw new Error(`${message.id} was taken with another body`);
      else {
        counts.again += 1;
        await sleep(200 + random() * 300);
      }
    }
    counts.sent += 1;
  }

  function event(type: string, subject: string, data: object): Message {
    made += 1;
    const id = `vpcp-${run}-${made}`;
    return {
      id: `msg_${id}`,
      body: JSON.stringify({ specversion: '1.0', id, source: '/vpcp', type, subject, data }),
    };
  }

  return {
    ...{ counts, spoiled },
    /** Issues a document of some tasks in two or three messages, told in any order. @returns the ids of its tasks */
    async issue(size: number): Promise<string[]> {
      counts.documents += 1;
      counts.tasks += size;
      const n = run * 1000 + counts.documents;
      const due = new Date(Date.parse(`${today}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);
      const tasks = Array.from({ length: size }, (_, i) => ({
        ...{ taskId: `VPCP-${n}-${i + 1}`, content: `${pick(contents)} (${n}.${i + 1})` },
        ...{ leads: [pick(agencies)], dueOn: due },
      }));
      const head = {
        number: `${n}/VPCP-TH`,
        issuedOn: today,
        issuer: 'Văn phòng Chính phủ',
        type: 'Công văn',
      };
      const document = { ...head, subject: `Về việc đôn đốc nhiệm vụ được giao (${n})`, tasks };
      const messages = [
        event('document.issued', `vb-${n}`, { version: 1, ...document, tasks: tasks.slice(0, -1) }),
        event('task.assigned', `vb-${n}`, { version: 2, ...tasks.at(-1) }),
      ];
      if (wrongs.oneOf(['disorder'])) messages.reverse();
      for (const message of messages) await tell(message);
      return tasks.map((t) => t.taskId);
    },
    /** A document for a unit that nobody knows, and words that are no event: for the quarantine. */
    async confuse(): Promise<void> {
      const task = { taskId: `VPCP-LA-${run}`, content: pick(contents), leads: ['H99.99.99'], dueOn: null };
      const head = {
        number: `${run * 1000}/VPCP-TH`,
        issuedOn: today,
        issuer: 'Văn phòng Chính phủ',
        type: 'Công văn',
      };
      await tell(
        event('document.issued', `vb-la-${run}`, {
          version: 1,
          ...head,
          subject: 'Về đơn vị lạ',
          tasks: [task],
        }),
      );
      await tell({ id: `msg_words-${run}`, body: '{"xin":"chào"}' });
    },
  };
}

/** Sends a part of a message, and hangs up. @returns 0, as nobody can answer */
function tear(target: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((done) => {
    const length = String(Buffer.byteLength(body));
    const half = request(target, { method: 'POST', headers: { ...headers, 'content-length': length } });
    half.once('error', () => done(0));
    half.once('close', () => done(0));
    half.write(body.slice(0, body.length / 2), () => half.destroy());
  });
}
