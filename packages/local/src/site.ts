import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { pages } from './pages.ts';
import { explain, freeBytes } from './trouble.ts';

/** What answers requests under /api: the Hono app, or a stand-in in tests. */
export interface Api {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
}

/** What may stand beside the API and the pages. */
export interface Beside {
  /** The origin to which a page sends files, where it is not its own. */
  files?: string;
  /** What the mail trap holds, where it may be shown: in the sample, to everybody. */
  letters?: () => readonly unknown[];
  /** Starts the training mode, where this product has one beside it; answers its address. */
  training?: () => Promise<string>;
  /** Bytes that the disk of the data has left, where a test says so itself. */
  left?: () => number;
}

/** The page that leads to the training mode beside the product. */
export const trainingPath = '/tap-huan';

/** Bytes below which a failed write is the disk's fault. */
const fullBelow = 1024 * 1024;

/**
 * The whole site: the API under /api, the pages everywhere else.
 */
export function site(
  api: Api,
  folder: string,
  dataDir: string,
  { files, letters, training, left = () => freeBytes(dataDir) }: Beside = {},
): Hono {
  const whole = new Hono();
  whole.use('/api/*', compress());
  if (letters) whole.get('/api/mail-trap', (c) => c.json({ items: letters() }));
  if (training) {
    whole.get(trainingPath, (c) =>
      training().then(
        (origin) => c.redirect(origin),
        () => c.text('Chưa mở được chế độ tập huấn. Hãy thử lại, hoặc báo người quản trị.', 503),
      ),
    );
  }
  whole.all('/api/*', async (c) => {
    const answer = await api.fetch(c.req.raw, c.env);
    // The rest of a body that is too large is never read: nothing else may be sent on this connection.
    if (answer.status === 413) answer.headers.set('connection', 'close');
    return answer.status === 500 && left() < fullBelow ? diskFull(dataDir) : answer;
  });
  whole.route('/', pages(folder, files));
  return whole;
}

/** A failure behind which stands a full disk: the people who use the product must know, nothing was kept. */
function diskFull(dataDir: string): Response {
  const cause = explain('ENOSPC', dataDir);
  console.error(cause?.message);
  const problem = {
    type: 'about:blank',
    title: 'Máy chủ hết chỗ ghi dữ liệu',
    status: 507,
    detail:
      'Ổ đĩa của máy chủ đã đầy nên chưa ghi được gì. Hãy báo người quản trị giải phóng chỗ rồi thử lại.',
    code: 'disk-full',
  };
  return new Response(JSON.stringify(problem), {
    status: 507,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
