import type { LegacyRow } from '@tddh/domain/legacy';
import { type LegacyKey, legacyColumns, readLegacy } from '@tddh/intake/sheets/legacy';
import { useCatalog } from '../../parts/catalog.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../problem.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import { sheetCalls } from '../sheet/calls.ts';
import { type Placed, type Sending, SheetImport } from '../sheet/import.tsx';

/** What the old software kept, taken over once: every row is looked through first, by the page and by the server. */
export function AdminLegacy() {
  const session = useSession();
  const catalog = useCatalog();
  const around = () => ({ ...catalog(), province: session.office.province });

  async function send(rows: readonly Placed<LegacyRow>[], { progress, mark }: Sending<LegacyKey>) {
    const parts = partsOf(rows);
    const made = { documents: 0, same: 0 };
    for (const check of [true, false]) {
      let done = 0;
      for (const part of parts) {
        progress(check ? 0 : done);
        const values = part.map(({ value }) => value);
        const { results } = await sheetCalls.importLegacy(values, check).catch((error: unknown) => {
          if (error instanceof Problem) mark(error.errors, (path) => placeOf(path, part));
          throw error;
        });
        done += part.length;
        if (!check) for (const { outcome } of results) made[outcome === 'new' ? 'documents' : 'same'] += 1;
      }
    }
    return t('legacy.done', made);
  }
  return (
    <Page title={t('legacy.title')} lead={t('legacy.lead')}>
      <SheetImport
        title={t('legacy.title')}
        bring={t('legacy.bring')}
        hint={t('legacy.hint')}
        columns={legacyColumns}
        template={{ name: 'mau-phan-mem-cu', example: [] }}
        read={(grid, known) => readLegacy(grid, known, session.today)}
        around={around()}
        act={(n) => t('legacy.send', { n })}
        send={send}
      />
    </Page>
  );
}

const columnOf = { departmentId: 'department', agencyId: 'agency' } as Record<
  string,
  'department' | 'agency'
>;

function placeOf(path: string, part: readonly Placed<LegacyRow>[]) {
  const [, at = '', key = 'number'] = /^rows\.(\d+)\.?(\w+)?/.exec(path) ?? [];
  const one = part[Number(at)];
  return one && { at: one.at, key: columnOf[key] ?? (key as 'number') };
}

/** At most 100 rows a part; the rows of a document stay together. */
function partsOf(rows: readonly Placed<LegacyRow>[]): Placed<LegacyRow>[][] {
  const documents = new Map<string, Placed<LegacyRow>[]>();
  for (const row of rows) {
    const key = `${row.value.number}|${row.value.issuedOn}|${row.value.issuer}`;
    documents.set(key, [...(documents.get(key) ?? []), row]);
  }
  const parts: Placed<LegacyRow>[][] = [];
  for (const own of documents.values()) {
    const last = parts.at(-1);
    if (last && last.length + own.length <= 100) last.push(...own);
    else parts.push([...own]);
  }
  return parts;
}
