import { createServer } from 'node:http';
import { type Service, type Use, usesOf } from '@tddh/functions/uses';

export interface Watch {
  endpoint: string;
  /** What was asked of it, in order. */
  uses: Use[];
  stop(): Promise<void>;
}

/** The services of AWS that are asked in JSON, by the names that their requests give (`DynamoDB_20120810.GetItem`). */
const services: Readonly<Record<string, Service>> = {
  ...{ DynamoDB_20120810: 'dynamodb', AWSEvents: 'events', AmazonSSM: 'ssm' },
};

/** Stands before services and notes which actions are used on them. @param endpoints where each really is */
export async function startWatch(endpoints: Partial<Record<Service, string>>): Promise<Watch> {
  const uses: Use[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [api = '', operation = ''] = String(request.headers['x-amz-target']).split('.');
    const service = services[api];
    const endpoint = service && endpoints[service];
    if (!service || !endpoint) return void response.writeHead(404).end();
    uses.push(...usesOf(service, operation, JSON.parse(body.toString()) as object));
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => !['host', 'connection', 'content-length', 'expect'].includes(name),
      ),
    ) as Record<string, string>;
    const answer = await fetch(endpoint, { method: 'POST', headers, body });
    const content = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    uses,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
