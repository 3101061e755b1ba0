import { expect, inject, test } from 'vitest';
import { Conflict, commit } from './commit.ts';
import { mail, mailWrite, oneLine } from './mail.ts';
import { actors, testDb, testDesk } from './testing.ts';

const letter = {
  key: 'k#1',
  personId: 'per_agency',
  kind: 'assigned',
  subject: 'Việc mới',
  text: 'Nội dung',
};

test('a letter is queued once per key, however often and however concurrently', async () => {
  const desk = testDesk(await testDb(inject('endpoint')), actors.officer);
  const queued = await Promise.all([1, 2, 3, 4].map(() => mail(desk, letter)));
  expect(queued.filter(Boolean)).toHaveLength(1);
  expect(await mail(desk, { ...letter, subject: 'Khác' })).toBe(false);
  const { data } = await desk.db.letters.query.due({ queue: 'mail' }).go({ pages: 'all' });
  expect(data.map((row) => row.data.subject)).toEqual(['Việc mới']);
});

test('a letter in a transaction is written with the rest of it, or the rest is not', async () => {
  const desk = testDesk(await testDb(inject('endpoint')), actors.officer);
  await mail(desk, letter);
  const other = mailWrite(desk, { ...letter, key: 'k#2' });
  await expect(commit(desk.db, [other, mailWrite(desk, letter)])).rejects.toBeInstanceOf(Conflict);
  expect((await desk.db.letters.get({ letterKey: 'k#2' }).go()).data).toBeNull();
});

test('a subject is one line: nothing in it begins another header', () => {
  expect(oneLine('Việc mới\r\nBcc: all@example.vn\u2028X: 1')).toBe('Việc mới Bcc: all@example.vn X: 1');
  expect(oneLine('a'.repeat(500))).toHaveLength(180);
});
