import { generateSpecs } from 'hono-openapi';
import type { App } from './app.ts';

/** The OpenAPI 3.1 document of the API, from its routes and schemas; written at build time. */
export function openapiOf(app: App): Promise<object> {
  return generateSpecs(app, {
    // A door whose name ends like a file's is a door.
    excludeStaticFile: false,
    documentation: {
      openapi: '3.1.0',
      info: {
        title: 'Theo dõi điều hành',
        version: '1',
        description:
          'Mọi lỗi là problem details (RFC 9457) với `code` ổn định. Ngày là ngày địa phương (Asia/Ho_Chi_Minh), thời điểm là UTC.',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tddh' } },
      },
      security: [{ session: [] }],
    },
  });
}
