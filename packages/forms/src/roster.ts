import { type Day, showDay } from '@tddh/domain/day';
import { type FocalPerson, rosterColumns } from '@tddh/domain/roster';
import { type Cell, type Page, writeSheet } from './sheet.ts';

/** What the list of focal persons is made of. */
export interface Roster {
  name: string;
  dueOn: Day;
  asOf: Day;
  units: readonly { name: string; people: readonly FocalPerson[]; sentOn?: Day }[];
}

const widths = [28, 30, 18, 32];
const own = rosterColumns.map((title, i) => ({ title, width: widths[i]! }));
const cells = ({ name, position, phone, email }: FocalPerson): Cell[] => [
  name,
  position,
  phone,
  email ?? null,
];

/** The list of all units as a workbook: who is named, and on a page of their own the units that have not sent. */
export function rosterSheet({ name, dueOn, asOf, units }: Roster): Promise<Uint8Array> {
  const sent = units.filter((unit) => unit.people.length > 0);
  const missing = units.filter((unit) => unit.people.length === 0);
  const list: Page = {
    name: 'Nhân sự chuyên trách',
    notes: [
      name,
      `Hạn gửi ${showDay(dueOn)} · số liệu ngày ${showDay(asOf)} · ${sent.length}/${units.length} đơn vị đã gửi`,
    ],
    columns: [
      { title: 'TT', width: 6 },
      { title: 'Đơn vị', width: 36 },
      ...own,
      { title: 'Ngày gửi', width: 14 },
    ],
    rows: sent
      .flatMap((unit) => unit.people.map((person) => ({ unit, person })))
      .map(({ unit, person }, i) => [
        ...[i + 1, unit.name, ...cells(person)],
        unit.sentOn ? { day: unit.sentOn } : null,
      ]),
  };
  const owed: Page = {
    name: 'Chưa gửi',
    columns: [
      { title: 'TT', width: 6 },
      { title: 'Đơn vị', width: 48 },
    ],
    rows: missing.map((unit, i) => [i + 1, unit.name]),
  };
  return writeSheet([list, owed]);
}

/** The sheet that one unit fills in: the titles that are read again, and what it has sent so far. */
export function rosterForm(round: string, unit: string, people: readonly FocalPerson[]): Promise<Uint8Array> {
  return writeSheet([{ name: 'Nhân sự', notes: [round, unit], columns: own, rows: people.map(cells) }]);
}
