import type { RegisterRow } from '@tddh/domain/register';
import { type RegisterKey, readRegister, registerColumns } from '@tddh/intake/sheets/register';
import type { Surroundings } from '@tddh/intake/surroundings';
import { t } from '../../words/words.ts';
import { chunk, sheetCalls } from '../sheet/calls.ts';
import { type Placed, type Sending, SheetImport } from '../sheet/import.tsx';

/** The outgoing register from a table: looked through, then written in parts; a part that came before changes nothing. */
export function ImportRegister(props: { around: Surroundings; today: string }) {
  async function send(rows: readonly Placed<RegisterRow>[], { progress }: Sending<RegisterKey>) {
    const counts = { new: 0, changed: 0, same: 0, outside: 0 };
    for (let at = 0; at < rows.length; at += chunk) {
      progress(at);
      const part = rows.slice(at, at + chunk).map(({ value }) => value);
      const { results } = await sheetCalls.importRegister(part);
      for (const { outcome } of results) counts[outcome] += 1;
    }
    return t('register.done', counts);
  }
  return (
    <SheetImport
      title={t('register.import')}
      bring={t('register.import')}
      hint={t('register.bring')}
      columns={registerColumns}
      template={{
        name: 'mau-so-van-ban-di',
        example: ['123/UBND-KT', '30/11/2023', 'Về việc rà soát chợ', 'Phòng Tổng hợp', 'Thường'],
      }}
      read={(grid, around) => readRegister(grid, around, props.today)}
      around={props.around}
      lead={(rows) => {
        const n = rows.filter(({ value }) => value && value.secrecy !== 'Thường').length;
        return n > 0 ? t('register.secret', { n }) : undefined;
      }}
      act={(n) => t('register.send', { n })}
      send={send}
    />
  );
}
