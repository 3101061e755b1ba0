import { readFile } from 'node:fs/promises';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import { bell } from './bus.ts';
import { isFile } from './download.ts';

const written = new URL('./openapi.json', import.meta.url);

const { ring, rung } = bell();
const openapi = async () => JSON.parse(await readFile(written, 'utf8')) as unknown;
const answer = handle(createApp({ openapi, ring }), { isContentTypeBinary: isFile });

/** The API behind API Gateway (payload 2.0). The OpenAPI document stands beside the bundle. */
export const handler: typeof answer = async (event, context) => {
  const result = await answer(event, context);
  await rung();
  return result;
};
