import { expect, inject, test } from 'vitest';
import { audit, auditLog, auditPart } from './audit.ts';
import { actors, testDb, testDesk } from './testing.ts';

/** Entries of three months, five on each of eleven days, in one instant each day. */
async function written() {
  const db = await testDb(inject('endpoint'));
  const days = [3, 4, 5, 6].flatMap((month) => ['01', '15', '30'].map((day) => `2023-0${month}-${day}`));
  for (const day of days.slice(0, 11)) {
    const desk = testDesk(db, actors.officer, day);
    await Promise.all(
      [0, 1, 2, 3, 4].map((at) =>
        audit(desk, { act: at % 2 ? 'exported' : 'refused', detail: `${day} ${at}` }),
      ),
    );
  }
  return testDesk(db, actors.admin, '2023-06-30');
}

test('a log longer than a file leaves in parts: each entry once, newest first, over months, and the last part says so', async () => {
  const desk = await written();
  const whole: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await auditLog(desk, { limit: 200, ...(cursor ? { cursor } : {}) });
    whole.push(...page.rows.map(({ detail }) => detail!));
    if (!page.cursor) break;
    cursor = page.cursor;
  }
  expect(new Set(whole).size).toBe(55);
  for (const most of [1, 7, 11, 55, 100]) {
    const parts: string[][] = [];
    const notes: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const part = await auditPart(desk, { limit: 50, ...(cursor ? { cursor } : {}) }, most);
      parts.push(part.lines.map(({ detail }) => detail!));
      notes.push(...part.notes);
      if (!part.cursor) break;
      cursor = part.cursor;
    }
    expect(parts.flat(), `parts of ${most}`).toEqual(whole);
    expect(parts.map(({ length }) => length)).toEqual(
      [...Array(Math.ceil(55 / most) - 1).fill(most), 55 % most || most].map((size) => Math.min(size, 55)),
    );
    expect(notes.slice(0, -1).every((note) => note.includes('Còn nữa'))).toBe(true);
    expect(notes.at(-1)).toContain('Đến hết.');
  }
  const exported = await auditPart(desk, { limit: 50, act: 'exported' }, 5);
  expect(exported.lines.map(({ act }) => act)).toEqual(Array(5).fill('exported'));
  expect(exported.cursor).not.toBeNull();
});
