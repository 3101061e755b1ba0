import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from './trouble.ts';

/** The HTTP port, taken before anything else starts. */
export interface Door {
  port: number;
  /** From now on requests get an answer of the product; before, 503. */
  open(listener: RequestListener): void;
  /** Takes no more requests, and waits for those in flight at most `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

/** Takes a port of this machine; 0 chooses a free one. Throws Trouble `port-busy`. */
export async function takePort(port: number): Promise<Door> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' });
    response.end('Hệ thống đang khởi động, hãy thử lại sau giây lát.\n');
  };
  const server = createServer((request, response) => answer(request, response));
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    open: (listener) => {
      answer = listener;
    },
    close: async (patience) => {
      let closed = false;
      server.close(() => {
        closed = true;
      });
      const until = Date.now() + patience;
      // A connection that is kept alive becomes idle when its answer is sent; it must not hold up the stop.
      while (!closed && Date.now() < until) {
        server.closeIdleConnections();
        await sleep(10);
      }
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') fail(busy(port));
      else if (error.code === 'EACCES') fail(forbidden(port));
      else fail(error);
    });
    server.listen(port, '127.0.0.1', done);
  });
}

function busy(port: number): Trouble {
  return new Trouble(
    'port-busy',
    `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chạy với PORT khác, ví dụ PORT=${port + 1}.`,
  );
}

function forbidden(port: number): Trouble {
  return new Trouble('port-busy', `Không có quyền mở cổng ${port}. Hãy chạy với PORT từ 1024 trở lên.`);
}
