import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

const folder = fileURLToPath(new URL('./pages', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Answers two resources of CloudFormation: `Custom::Pages` lays the pages that stand beside this program into their
 * bucket, the entry page last, and takes nothing away (an open page still loads its old assets); `Custom::OriginKey`
 * is a random key, made once and kept.
 */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  const known = 'PhysicalResourceId' in event ? event.PhysicalResourceId : undefined;
  let answer: { Status: 'SUCCESS' | 'FAILED'; PhysicalResourceId: string; Reason?: string };
  try {
    const key = event.ResourceType === 'Custom::OriginKey';
    const bucket = String(event.ResourceProperties.bucket ?? '');
    if (!key && event.RequestType !== 'Delete') await layOut(bucket);
    answer = {
      Status: 'SUCCESS',
      PhysicalResourceId: known ?? (key ? randomBytes(24).toString('hex') : 'pages'),
    };
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', publish: String(error) }));
    answer = { Status: 'FAILED', PhysicalResourceId: known ?? 'pages', Reason: String(error).slice(0, 400) };
  }
  const { StackId, RequestId, LogicalResourceId } = event;
  await fetch(event.ResponseURL, {
    method: 'PUT',
    body: JSON.stringify({ ...answer, StackId, RequestId, LogicalResourceId }),
  });
}

/** Puts every file into the bucket: assets with a hash in their name for a year, all else to be asked for again. */
async function layOut(Bucket: string): Promise<void> {
  const client = new S3Client({});
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const isEntry = (file: string) => file.endsWith('.html');
  for (const file of [...files.filter((one) => !isEntry(one)), ...files.filter(isEntry)]) {
    const Key = relative(folder, file).replaceAll('\\', '/');
    await client.send(
      new PutObjectCommand({
        ...{ Bucket, Key, Body: readFileSync(file) },
        ContentType: types[extname(file)] ?? 'application/octet-stream',
        CacheControl: Key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      }),
    );
  }
}
