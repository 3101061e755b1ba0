import type { Context } from 'hono';

/** Types of the files that the product gives away. */
export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
} as const;

/**
 * Answers with a file to keep: named (with its accents where the browser knows how), never sniffed, never cached.
 * @param name with its ending
 */
export function sendFile(
  c: Context,
  bytes: Uint8Array,
  { name, type }: { name: string; type: string },
): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': type,
    'content-disposition': disposition(name),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
}

/** The header that keeps a file instead of showing it, under its name with and without accents. */
export function disposition(name: string): string {
  return `attachment; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`;
}

/** True where Lambda must answer in base64: every file, also CSV, whose first bytes are a mark that text would lose. */
export function isFile(contentType: string): boolean {
  return contentType.startsWith('text/csv') || !/^text\/|(?:\/|\+)(?:json|xml)\s*(?:;|$)/i.test(contentType);
}

function ascii(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
  return plain.replace(/[^\w .()-]/g, '_');
}

function encoded(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
}
