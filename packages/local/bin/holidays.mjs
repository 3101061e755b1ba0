/**
 * Writes packages/domain/src/holidays.ts: the public holidays of Viet Nam as date-holidays computes them, with the day
 * off in lieu where one falls on a weekend (Bộ luật Lao động 2019, Điều 111 khoản 3). A proposal for the page of the
 * calendar, never a rule: lunar days and what the Government announces each year are checked by people.
 * Run by hand when years are to be added: node packages/local/bin/holidays.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';

const [first, last] = [2023, 2035];
const oneDay = 86_400_000;
const local = (at) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const next = (on) => new Date(Date.parse(`${on}T00:00:00Z`) + oneDay).toISOString().slice(0, 10);
const isWeekend = (on) => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());

/** The days of one year: [day, what it is]. */
export function holidaysOf(year) {
  const days = new Map();
  const found = new Holidays('VN').getHolidays(year).filter((one) => one.type === 'public');
  for (const { start, end, name } of found) {
    for (let at = start.getTime(); at < end.getTime(); at += oneDay) {
      const on = local(new Date(at));
      if (!days.has(on)) days.set(on, name.replace('Giao thừa', 'Nghỉ'));
    }
  }
  for (const [on, name] of [...days]) {
    if (!isWeekend(on)) continue;
    let lieu = next(on);
    while (isWeekend(lieu) || days.has(lieu)) lieu = next(lieu);
    days.set(lieu, `Nghỉ bù: ${name}`);
  }
  return [...days].filter(([on]) => on.startsWith(String(year)) && !isWeekend(on)).sort();
}

/** The file's whole text. */
export function holidaysFile() {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const line = ([on, name]) => `    ['${on}', '${name}'],`;
  const lines = years.flatMap((year) => [`  ${year}: [`, ...holidaysOf(year).map(line), '  ],']);
  return `import type { Day } from './day.ts';

/** Days off of a year as computed (packages/local/bin/holidays.mjs writes this file): a proposal that people check. */
export const holidays: Readonly<Record<number, readonly (readonly [Day, string])[]>> = {
${lines.join('\n')}
};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../domain/src/holidays.ts', import.meta.url), holidaysFile());
}
