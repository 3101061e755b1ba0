import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secret } from './secret.ts';

const asked: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { Name, WithDecryption } = JSON.parse(body) as { Name: string; WithDecryption: boolean };
    asked.push(`${Name} ${WithDecryption}`);
    const found = Name === '/test/SMTP_URL';
    response.writeHead(found ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(found ? { Parameter: { Value: 'smtp://a' } } : { __type: 'ParameterNotFound' }),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  Object.assign(process.env, {
    ...{ AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${port}`, AWS_REGION: 'ap-southeast-1' },
    ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    ...{ SMTP_URL_PARAMETER: '/test/SMTP_URL', OTHER_PARAMETER: '/test/OTHER', PLAIN: 'here' },
  });
});
afterAll(() => server.close());

test('a secret is read from the parameter that the environment names, once, and decrypted', async () => {
  expect(await Promise.all([secret('SMTP_URL'), secret('SMTP_URL')])).toEqual(['smtp://a', 'smtp://a']);
  expect(asked).toEqual(['/test/SMTP_URL true']);
});

test('a value in the environment is taken as it is; what is named nowhere or not there is undefined', async () => {
  expect(await secret('PLAIN')).toBe('here');
  expect(await secret('NONE')).toBeUndefined();
  expect(await secret('OTHER')).toBeUndefined();
});
