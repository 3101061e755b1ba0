import { catalogOf } from '@tddh/core/catalog';
import type { Table, TrendPoint } from '@tddh/core/statistics';
import { type Signing, signingOf } from '@tddh/domain/signing';
import type { Setting } from '@tddh/forms/appendix';
import type { Context } from 'hono';
import type { Env } from './context.ts';
import { fileTypes } from './download.ts';

/** A file to send: its bytes, name and type. */
export interface Paper {
  bytes: Uint8Array;
  name: string;
  type: string;
}

/** The beginning of the pages' addresses: the configured origin, else the viewer's host, else the request's own. */
export function pagesAt(c: Context<Env>): string {
  const { origin } = c.get('ground');
  if (origin) return origin;
  const url = new URL(c.req.url);
  const told = c.req.header('x-forwarded-host');
  return told ? `https://${told}` : url.origin;
}

/** A table as a file in the official form. The writers of Excel and Word are loaded only here. */
export async function appendixPaper(
  c: Context<Env>,
  ending: keyof typeof fileTypes,
  table: Table,
  {
    signing = {},
    ...more
  }: { trend: TrendPoint[]; snapshot?: Setting['snapshot']; signing?: Partial<Signing> },
): Promise<Paper> {
  const { office, settings } = await catalogOf(c.get('ground').db);
  const setting: Setting = {
    ...{ province: office.province, office: office.name, origin: pagesAt(c) },
    decimal: settings.decimalComma ? 'comma' : 'point',
    ...more,
  };
  const { appendixSheet } = await import('@tddh/forms/appendixsheet');
  const { appendixCsv } = await import('@tddh/forms/appendixcsv');
  const { appendixLetter } = await import('@tddh/forms/appendixletter');
  const write = {
    xlsx: () => appendixSheet(table, setting),
    docx: () => appendixLetter(table, { ...setting, signing: signingOf(settings, office.province, signing) }),
    csv: async () => appendixCsv(table),
  };
  const name = `Phụ lục ${table.from} đến ${table.to}, số liệu ${table.asOf}.${ending}`;
  return { bytes: await write[ending](), name, type: fileTypes[ending] };
}
