import { createServer } from 'node:http';

export interface Parameters {
  endpoint: string;
  stop(): Promise<void>;
}

/** Answers for Systems Manager: the parameters of these names, each with its value. */
export async function startParameters(values: Readonly<Record<string, string>>): Promise<Parameters> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { Name = '' } = JSON.parse(String(Buffer.concat(chunks))) as { Name?: string };
    const Value = values[Name];
    response.writeHead(Value ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(Value ? { Parameter: { Name, Value } } : { __type: 'ParameterNotFound' }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
