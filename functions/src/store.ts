import type { FileStore } from '@tddh/core/store';
import { disposition } from './download.ts';
import { filePrefix, wiring } from './wiring.ts';

/** Seconds for which a link to send a file holds: a slow line needs some minutes for 20 MB. */
const uploadSeconds = 900;
/** Seconds for which a link to a file's content holds: as long as a browser needs to follow it. */
const downloadSeconds = 60;

/**
 * The store of files in the bucket `FILES_BUCKET`, of S3 or of what answers the same calls under
 * `AWS_ENDPOINT_URL_S3`. The SDK is loaded when the first file is touched: most requests touch none.
 * @param linkOf turns a link of the store into one that a browser can reach; by default it is reached as it is
 */
export function openStore(
  environment: Record<string, string | undefined> = process.env,
  linkOf: (link: string) => string = (link) => link,
): FileStore {
  const Bucket = environment.FILES_BUCKET ?? wiring.bucket;
  let loaded: ReturnType<typeof load> | undefined;
  const s3 = () => {
    loaded ??= load(Boolean(environment.AWS_ENDPOINT_URL_S3));
    return loaded;
  };
  return {
    async upload(id, { size, type }) {
      const { client, sdk, sign } = await s3();
      const command = new sdk.PutObjectCommand({
        ...{ Bucket, Key: keyOf(id), ContentLength: size, ContentType: type, IfNoneMatch: '*' },
      });
      // A header that is signed must come as it was said: another size or type, or a second upload, is refused.
      const signableHeaders = new Set(['host', 'content-length', 'content-type', 'if-none-match']);
      const url = await sign(client, command, { expiresIn: uploadSeconds, signableHeaders });
      return { url: linkOf(url), headers: { 'content-type': type, 'if-none-match': '*' } };
    },
    async download(id, { name, type }) {
      const { client, sdk, sign } = await s3();
      const command = new sdk.GetObjectCommand({
        ...{ Bucket, Key: keyOf(id), ResponseContentType: type },
        ...{ ResponseContentDisposition: disposition(name), ResponseCacheControl: 'no-store' },
      });
      return linkOf(await sign(client, command, { expiresIn: downloadSeconds }));
    },
    async read(id, most) {
      const { client, sdk } = await s3();
      try {
        const { Body, ContentLength = 0 } = await client.send(
          new sdk.GetObjectCommand({ Bucket, Key: keyOf(id), Range: `bytes=0-${most}` }),
        );
        if (ContentLength > most) throw new Error(`${id} is longer than ${most} bytes`);
        return await Body?.transformToByteArray();
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async write(id, { bytes, type }) {
      const { client, sdk } = await s3();
      const file = { Bucket, Key: keyOf(id), Body: bytes, ContentLength: bytes.length, ContentType: type };
      await client.send(new sdk.PutObjectCommand(file));
    },
    async remove(id) {
      const { client, sdk } = await s3();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(id) }));
    },
  };
}

/** Where a file lies in the bucket: by its id, which we made, and never by its name. */
function keyOf(id: string): string {
  if (!/^fil_[0-9a-z]+$/.test(id)) throw new Error(`${id} is no id of a file`);
  return `${filePrefix}${id}`;
}

async function load(forcePathStyle: boolean) {
  const [sdk, { getSignedUrl: sign }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/s3-request-presigner'),
  ]);
  const client = new sdk.S3Client({
    forcePathStyle,
    // The link would bind the sum of an empty body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { sdk, sign, client };
}
