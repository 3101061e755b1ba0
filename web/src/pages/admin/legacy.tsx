import type { LegacyRow } from '@tddh/domain/legacy';
import type { Fault } from '@tddh/domain/refusal';
import { legacyColumns, readLegacy } from '@tddh/intake/sheets/legacy';
import { createSignal, Show } from 'solid-js';
import { useCatalog } from '../../parts/catalog.ts';
import { Page } from '../../parts/page.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import { sheetCalls } from '../sheet/calls.ts';
import { SheetPreview } from '../sheet/preview.tsx';
import { useRows } from '../sheet/rows.ts';
import { TableIn } from '../sheet/tablein.tsx';

/** What the old software kept, taken over once: every row is looked through first, by the page and by the server. */
export function AdminLegacy() {
  const session = useSession();
  const catalog = useCatalog();
  const around = () => ({ ...catalog(), province: session.office.province });
  const sheet = useRows(legacyColumns, () => (grid) => readLegacy(grid, around(), session.today));
  const [open, setOpen] = createSignal(false);
  const [busy, setBusy] = createSignal('');

  async function send() {
    const parts = partsOf(sheet.rows().flatMap(({ at, value }) => (value ? [{ at, value }] : [])));
    const made = { documents: 0, same: 0 };
    try {
      for (const check of [true, false])
        for (const [i, part] of parts.entries()) {
          setBusy(t('grid.sending', { n: check ? 0 : i * 100, all: sheet.rows().length }));
          try {
            const { results } = await sheetCalls.importLegacy(
              part.map(({ value }) => value),
              check,
            );
            if (!check)
              for (const { outcome } of results) made[outcome === 'new' ? 'documents' : 'same'] += 1;
          } catch (error) {
            if (error instanceof Problem) sheet.mark(error.errors as Fault[], (path) => placeOf(path, part));
            throw error;
          }
        }
      say(t('legacy.done', made), 'good');
      setOpen(false);
      void invalidate();
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy('');
    }
  }
  return (
    <Page title={t('legacy.title')} lead={t('legacy.lead')}>
      <Show
        when={open()}
        fallback={
          <TableIn
            title={t('legacy.bring')}
            hint={t('legacy.hint')}
            template={{ name: 'mau-phan-mem-cu', columns: legacyColumns, example: [] }}
            take={(grid) => {
              sheet.load(grid);
              setOpen(true);
            }}
          />
        }
      >
        <SheetPreview
          title={t('legacy.title')}
          columns={legacyColumns}
          rows={sheet.rows()}
          missing={sheet.missing()}
          change={sheet.change}
          drop={sheet.drop}
          dropFaulty={sheet.dropFaulty}
          leave={() => setOpen(false)}
          act={t('legacy.send', { n: sheet.rows().length })}
          send={() => void send()}
          busy={busy()}
        />
      </Show>
    </Page>
  );
}

interface Placed {
  at: number;
  value: LegacyRow;
}

const columnOf = { departmentId: 'department', agencyId: 'agency' } as Record<
  string,
  'department' | 'agency'
>;

function placeOf(path: string, part: readonly Placed[]) {
  const [, at = '', key = 'number'] = /^rows\.(\d+)\.?(\w+)?/.exec(path) ?? [];
  const one = part[Number(at)];
  return one && { at: one.at, key: columnOf[key] ?? (key as 'number') };
}

/** At most 100 rows a part; the rows of a document stay together. */
function partsOf(rows: readonly Placed[]): Placed[][] {
  const documents = new Map<string, Placed[]>();
  for (const row of rows) {
    const key = `${row.value.number}|${row.value.issuedOn}|${row.value.issuer}`;
    documents.set(key, [...(documents.get(key) ?? []), row]);
  }
  const parts: Placed[][] = [];
  for (const own of documents.values()) {
    const last = parts.at(-1);
    if (last && last.length + own.length <= 100) last.push(...own);
    else parts.push([...own]);
  }
  return parts;
}
