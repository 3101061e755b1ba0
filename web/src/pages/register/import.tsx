import type { RegisterRow } from '@tddh/domain/register';
import { readRegister, registerColumns } from '@tddh/intake/sheets/register';
import type { Surroundings } from '@tddh/intake/surroundings';
import { createSignal, Show } from 'solid-js';
import { say, sayProblem } from '../../parts/toasts.ts';
import { invalidate } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { chunk, sheetCalls } from '../sheet/calls.ts';
import { SheetPreview } from '../sheet/preview.tsx';
import { useRows } from '../sheet/rows.ts';
import { TableIn } from '../sheet/tablein.tsx';

/** The outgoing register from a table: looked through, then written in parts; a part that came before changes nothing. */
export function ImportRegister(props: { around: Surroundings; today: string }) {
  const sheet = useRows(registerColumns, () => (grid) => readRegister(grid, props.around, props.today));
  const [open, setOpen] = createSignal(false);
  const [busy, setBusy] = createSignal('');
  const secret = () => sheet.rows().filter(({ value }) => value && value.secrecy !== 'Thường').length;

  async function send() {
    const rows: RegisterRow[] = sheet.rows().flatMap(({ value }) => (value ? [value] : []));
    const counts = { new: 0, changed: 0, same: 0, outside: 0 };
    try {
      for (let at = 0; at < rows.length; at += chunk) {
        setBusy(t('grid.sending', { n: at, all: rows.length }));
        const { results } = await sheetCalls.importRegister(rows.slice(at, at + chunk));
        for (const { outcome } of results) counts[outcome] += 1;
      }
      say(t('register.done', counts), 'good');
      setOpen(false);
      sheet.clear();
      void invalidate();
    } catch (error) {
      sayProblem(error);
    } finally {
      setBusy('');
    }
  }
  return (
    <Show
      when={open()}
      fallback={
        <TableIn
          title={t('register.import')}
          hint={t('register.bring')}
          template={{
            name: 'mau-so-van-ban-di',
            columns: registerColumns,
            example: ['123/UBND-KT', '30/11/2023', 'Về việc rà soát chợ', 'Phòng Tổng hợp', 'Thường'],
          }}
          take={(grid) => {
            sheet.load(grid);
            setOpen(true);
          }}
        />
      }
    >
      <SheetPreview
        title={t('register.import')}
        lead={secret() > 0 ? t('register.secret', { n: secret() }) : undefined}
        columns={registerColumns}
        rows={sheet.rows()}
        missing={sheet.missing()}
        change={sheet.change}
        drop={sheet.drop}
        dropFaulty={sheet.dropFaulty}
        leave={() => setOpen(false)}
        act={t('register.send', { n: sheet.rows().length })}
        send={() => void send()}
        busy={busy()}
      />
    </Show>
  );
}
