import { type AuditQuery, auditFile } from '../../accesscalls.ts';
import { Problem } from '../../problem.ts';
import { t } from '../../words/words.ts';

/**
 * Saves the log of a query as files, part after part, until the last: a part holds 10,000 entries.
 * @param told how many parts are saved
 * @returns how many parts there were
 * @throws {Problem} where a part was refused; those before it are saved
 */
export async function saveLog(
  ending: 'xlsx' | 'csv',
  query: AuditQuery,
  told: (parts: number) => void,
): Promise<number> {
  let cursor: string | null = null;
  for (let part = 1; ; part += 1) {
    told(part);
    const response: Response = await fetch(
      auditFile(ending, { ...query, ...(cursor ? { cursor } : {}) }),
    ).catch(() => {
      throw new Problem(0, {});
    });
    if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
    cursor = response.headers.get('x-cursor');
    const many = cursor !== null || part > 1;
    save(await response.blob(), `${t('audit.file')}${many ? t('audit.part', { n: part }) : ''}.${ending}`);
    if (cursor === null) return part;
  }
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
