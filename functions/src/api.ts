import { readFile } from 'node:fs/promises';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';

const written = new URL('./openapi.json', import.meta.url);

/** The API behind API Gateway (payload 2.0). The OpenAPI document stands beside the bundle. */
export const handler = handle(
  createApp({ openapi: async () => JSON.parse(await readFile(written, 'utf8')) as unknown }),
);
