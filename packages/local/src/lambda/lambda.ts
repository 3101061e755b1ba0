import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

/** How a run ended. */
export type Outcome =
  | { kind: 'answer'; value: unknown; cold: boolean; pid: number }
  | { kind: 'error'; type: string; message: string; cold: boolean }
  | { kind: 'timeout'; cold: boolean };

export interface LambdaOptions {
  /** Folder of the bundle. */
  folder: string;
  name: string;
  environment: Readonly<Record<string, string>>;
  /** Seconds of a run at most. */
  timeout: number;
  memory: number;
  /** The node that runs it. */
  node?: string;
}

/** A function as Lambda runs it: one process, started by the first event, used again, ended by a timeout. */
export interface Lambda {
  /** One event at a time: a second one waits for the first, as one environment of Lambda does. */
  invoke(event: unknown): Promise<Outcome>;
  /** Everything that it wrote to its log. */
  log(): string;
  stop(): Promise<void>;
}

interface Run {
  id: string;
  event: unknown;
  settle: (outcome: Outcome) => void;
}

const boot = fileURLToPath(new URL('./boot.mjs', import.meta.url));

/** Starts an implementation of the Lambda Runtime API on 127.0.0.1 for one bundle. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  let child: ChildProcess | undefined;
  let cold = true;
  let current: Run | undefined;
  let poll: ServerResponse | undefined;
  let said = '';
  let queue: Promise<unknown> = Promise.resolve();

  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace('/2018-06-01/runtime/', '');
    if (path === 'invocation/next') {
      poll = response;
      hand();
      return;
    }
    const body = await readAll(request);
    response.writeHead(202).end();
    if (path === 'init/error') fail(JSON.parse(body) as Told);
    const [, id, what] = path.split('/');
    if (!current || id !== current.id || !child) return;
    if (what === 'response') finish({ kind: 'answer', value: JSON.parse(body), cold, pid: child.pid ?? 0 });
    if (what === 'error') fail(JSON.parse(body) as Told);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };

  function hand(): void {
    if (!current || !poll) return;
    poll.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': current.id,
      'lambda-runtime-deadline-ms': String(Date.now() + options.timeout * 1000),
      'lambda-runtime-invoked-function-arn': `arn:aws:lambda:ap-southeast-1:123456789012:function:${options.name}`,
    });
    poll.end(JSON.stringify(current.event));
    poll = undefined;
  }

  function finish(outcome: Outcome): void {
    const run = current;
    current = undefined;
    cold = false;
    run?.settle(outcome);
  }

  function fail({ errorType, errorMessage }: Told): void {
    finish({ kind: 'error', type: errorType, message: errorMessage, cold });
  }

  /** A clean process: nothing of this one's environment. */
  function start(): void {
    cold = true;
    const made = spawn(options.node ?? process.execPath, [boot], {
      env: {
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        AWS_LAMBDA_FUNCTION_NAME: options.name,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(options.memory),
        LAMBDA_TASK_ROOT: options.folder,
        AWS_REGION: 'ap-southeast-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        TZ: ':UTC',
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [made.stdout, made.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    made.once('exit', (code) => {
      if (child !== made) return;
      child = undefined;
      poll = undefined;
      if (current) fail({ errorType: 'Runtime.ExitError', errorMessage: `exit ${code}` });
    });
    child = made;
  }

  async function end(): Promise<void> {
    const one = child;
    child = undefined;
    poll = undefined;
    if (!one || one.exitCode !== null) return;
    const gone = new Promise((done) => one.once('exit', done));
    one.kill('SIGKILL');
    await gone;
  }

  async function run(event: unknown): Promise<Outcome> {
    if (!child) start();
    let timer: NodeJS.Timeout | undefined;
    const outcome = await new Promise<Outcome>((settle) => {
      current = { id: randomUUID(), event, settle };
      timer = setTimeout(() => finish({ kind: 'timeout', cold }), options.timeout * 1000);
      hand();
    });
    clearTimeout(timer);
    if (outcome.kind === 'timeout') await end();
    return outcome;
  }

  return {
    invoke: (event) => {
      const turn = queue.then(() => run(event));
      queue = turn;
      return turn;
    },
    log: () => said,
    stop: async () => {
      await end();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Told {
  errorType: string;
  errorMessage: string;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
