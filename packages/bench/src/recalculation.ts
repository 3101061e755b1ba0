import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { live } from '@tddh/core/randomlife';
import { statistics } from '@tddh/core/statistics';
import { actors, testDb, testDesk } from '@tddh/core/testing';
import { leaves } from '@tddh/domain/statistics';
import { appendixSheet } from '@tddh/forms/appendixsheet';
import { readSheet } from '@tddh/forms/sheet';
import { startEngine } from '@tddh/local/engine';
import type { Line } from './bench.ts';

const setting = {
  province: 'Thử',
  office: 'Văn phòng',
  origin: 'http://127.0.0.1',
  decimal: 'point',
} as const;

/** The sums of the appendix as LibreOffice computes them from the leaves alone, against the figures of the API. */
export const recalculation = {
  says: 'the sums of the sheet, computed anew by LibreOffice, against the figures',
  async run(): Promise<Line[]> {
    const engine = await startEngine({ memory: true });
    const folder = mkdtempSync(join(tmpdir(), 'recalculation-'));
    try {
      const db = await testDb(engine.endpoint);
      const seed = Math.floor(Math.random() * 1_000_000);
      const { day } = await live(db, seed, 150);
      const p = {
        from: '2023-05-01',
        to: day,
        asOf: day,
        clock: 'report',
        basis: 'assigned',
        scope: 'new',
      } as const;
      const lines: Line[] = [];
      for (const by of ['agency', 'department', 'field', 'signer'] as const) {
        const table = await statistics(testDesk(db, actors.leader, day), p, by);
        const bytes = await appendixSheet(
          {
            ...table,
            rows: table.rows.map((row) => ({ ...row, columns: forgotten(row.columns) })),
            total: { columns: table.total.columns.map(() => 0) },
          },
          { ...setting, trend: [] },
        );
        const rows = (await computed(bytes, folder)).filter(([first]) =>
          /^(\d+|Tổng cộng)$/.test(first ?? ''),
        );
        const cells = rows.map((row) => row.slice(2, 19).map(Number));
        const figures = [...table.rows.map(({ columns }) => columns), table.total.columns];
        const differ = figures.flat().filter((value, i) => cells.flat()[i] !== value).length;
        lines.push({
          what: `by ${by}`,
          seed,
          cells: cells.flat().length,
          figures: figures.flat().length,
          differ,
        });
      }
      return lines;
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await engine.stop();
    }
  },
};

/** The figures with every sum and share forgotten: what the workbook says of them can only be computed. */
function forgotten(columns: readonly number[]): number[] {
  return columns.map((value, i) => ((leaves as readonly number[]).includes(i + 1) ? value : 0));
}

/** The profile of a LibreOffice that computes every formula anew: by itself it believes the values in the file. */
function profileIn(folder: string): string {
  const user = join(folder, 'profile', 'user');
  mkdirSync(user, { recursive: true });
  const always = '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>';
  const item = `<item oor:path="/org.openoffice.Office.Calc/Formula/Load">${always}</item>`;
  const items = `<oor:items xmlns:oor="http://openoffice.org/2001/registry">${item}</oor:items>`;
  writeFileSync(join(user, 'registrymodifications.xcu'), `<?xml version="1.0" encoding="UTF-8"?>${items}`);
  return `-env:UserInstallation=file://${join(folder, 'profile')}`;
}

/** The first sheet as LibreOffice saves it. */
async function computed(bytes: Uint8Array, folder: string): Promise<string[][]> {
  writeFileSync(join(folder, 'sheet.xlsx'), bytes);
  const out = join(folder, 'out');
  const profile = profileIn(folder);
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, join(folder, 'sheet.xlsx')],
    {
      stdio: 'pipe',
    },
  );
  return (await readSheet(readFileSync(join(out, 'sheet.xlsx'))))[0]!.rows;
}
