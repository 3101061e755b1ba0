import { createServer } from 'node:http';

/** What a function did on the table, as IAM names it; for a delete, the partition key too. */
export interface Use {
  action: string;
  deleted?: string;
}

export interface Watch {
  endpoint: string;
  uses: Use[];
  stop(): Promise<void>;
}

interface Body {
  Key?: { pk?: { S?: string } };
  TransactItems?: Record<string, { Key?: { pk?: { S?: string } } }>[];
  RequestItems?: Record<string, Record<string, unknown>[]>;
}

const parts: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** Stands before a table and notes which actions are used on it. */
export async function startWatch(table: string): Promise<Watch> {
  const uses: Use[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    uses.push(...usesOf(operation, JSON.parse(body.toString() || '{}') as Body));
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => !['host', 'connection', 'content-length', 'expect'].includes(name),
      ),
    ) as Record<string, string>;
    const answer = await fetch(table, { method: 'POST', headers, body });
    const content = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
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

function usesOf(operation: string, body: Body): Use[] {
  if (operation === 'DeleteItem') return [{ action: operation, deleted: body.Key?.pk?.S ?? '' }];
  if (operation !== 'TransactWriteItems') return [{ action: operation }];
  return (body.TransactItems ?? []).flatMap((item) =>
    Object.entries(item).map(([part, { Key }]) => ({
      action: parts[part] ?? part,
      ...(part === 'Delete' ? { deleted: Key?.pk?.S ?? '' } : {}),
    })),
  );
}
