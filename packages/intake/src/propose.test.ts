import { standardTypes } from '@tddh/domain/agency';
import { emptyCalendar } from '@tddh/domain/calendar';
import type { NamedUnit } from '@tddh/domain/unitname';
import { describe, expect, test } from 'vitest';
import { letter, officeLetter } from './fixtures.ts';
import { type ProposedDocument, propose, proposeWords } from './propose.ts';
import type { Surroundings } from './surroundings.ts';

const unit = (id: string, name: string, kind: NamedUnit['kind'] = 'agency'): NamedUnit => ({
  ...{ id, name, short: '', kind },
});
const around: Surroundings = {
  units: [
    unit('sct', 'Sở Công Thương'),
    unit('stttt', 'Sở Thông tin và Truyền thông'),
    unit('binhan', 'UBND huyện Bình An'),
    unit('th', 'Phòng Tổng hợp', 'department'),
    unit('hcqt', 'Phòng Hành chính - Quản trị', 'department'),
    unit('ld', 'Lãnh đạo Văn phòng', 'leadership'),
  ],
  types: standardTypes,
  province: 'tỉnh Hải Bình',
  calendar: emptyCalendar,
};
const read = (source: string): ProposedDocument => {
  const all = propose(source, around);
  if (all === 'secret' || !all[0]) throw new Error('nothing proposed');
  return all[0];
};

describe('a letter of the Office without number and day', () => {
  const proposed = read(officeLetter);

  test('fills the form, and leaves the missing ones missing', () => {
    expect(proposed).toMatchObject({
      ...{ number: '/VPUBND-HCQT', issuedOn: null, type: 'cv', signer: 'Đặng Văn Hòa', official: true },
      issuer: 'Văn phòng UBND tỉnh Hải Bình',
      subject: 'Triển khai phần mềm Theo dõi điều hành',
    });
  });

  test('expands "các phòng, đơn vị thuộc Văn phòng" to the departments, and finds the others', () => {
    expect(proposed.tasks.map(({ leads, supports, dueOn }) => ({ leads, supports, dueOn }))).toEqual([
      { leads: ['th', 'hcqt'], supports: [], dueOn: '2023-12-15' },
      { leads: ['th', 'hcqt'], supports: [], dueOn: '2024-01-31' },
      { leads: ['th', 'hcqt'], supports: [], dueOn: '2024-02-03' },
      { leads: ['hcqt'], supports: [], dueOn: '2023-12-26' },
      { leads: ['hcqt'], supports: ['th'], dueOn: null },
      { leads: ['hcqt'], supports: ['stttt'], dueOn: null },
      { leads: ['hcqt'], supports: [], dueOn: '2024-02-29' },
    ]);
    expect(proposed.tasks.flatMap(({ reading }) => reading.doubts)).toEqual([]);
  });

  test('shows for every field the words of the source', () => {
    const words = (span?: readonly [number, number]) => span && officeLetter.slice(...span);
    const [first, , , , , sixth] = proposed.tasks;
    expect(words(first!.reading.leads[0]!.at)).toBe('các phòng, đơn vị thuộc Văn phòng');
    expect(words(first!.reading.due)).toBe('trước ngày **15/12/2023');
    expect(words(sixth!.reading.supports[0]!.at)).toBe('Sở Thông tin và Truyền thông');
    expect(words(proposed.marks.number)).toBe('/VPUBND-HCQT');
    expect(words(proposed.marks.signer)).toBe('Đặng Văn Hòa');
  });
});

test('the same letter from a Word file, where no blank line parts a footnote from what follows', () => {
  const lines = officeLetter.split('\n').flatMap((line) => line.trim() || []);
  const days = (source: string) => read(source).tasks.map(({ dueOn }) => dueOn);
  expect(days(lines.join('\n'))).toEqual(days(officeLetter));
});

test('a unit outside the catalog and a group of no known unit are left to the officer', () => {
  const { tasks, number, issuedOn, issuer } = read(letter);
  expect({ number, issuedOn, issuer }).toEqual({
    ...{ number: '412/UBND-KT', issuedOn: '2024-04-03', issuer: 'UBND tỉnh Hải Bình' },
  });
  expect(tasks[0]).toMatchObject({ leads: ['sct'], supports: [], reading: { doubts: ['support-unknown'] } });
  expect(tasks[1]!.reading.doubts).toContain('due-recurring');
  expect(tasks[2]).toMatchObject({ leads: [], dueOn: '2024-06-30' });
  expect(tasks[2]!.reading.doubts).toEqual(['lead-unknown', 'due-rule']);
});

test('words that a person chose become a task with the units they open with and their day', () => {
  const start = letter.indexOf('Công an tỉnh');
  const chosen = letter.replace('Công an tỉnh', 'Giao Sở Công Thương rà soát trước ngày 20/5/2024');
  const task = proposeWords(chosen, [start, start + 48], '2024-04-03', around);
  expect(task).toMatchObject({ leads: ['sct'], dueOn: '2024-05-20', reading: { doubts: [] } });
});

test('a secret text gives nothing', () => {
  expect(propose(`TỐI MẬT\n${letter}`, around)).toBe('secret');
});

test('several documents in one text are several proposals', () => {
  const all = propose(`${letter}\n${letter.replace('412 /', '413 /')}`, around);
  expect(all === 'secret' ? [] : all.map(({ number }) => number)).toEqual(['412/UBND-KT', '413/UBND-KT']);
});

test('any text is proposed within its length', () => {
  for (let end = 0; end < officeLetter.length; end += 61) {
    const all = propose(officeLetter.slice(0, end), around);
    expect(all).not.toBe('secret');
  }
});
