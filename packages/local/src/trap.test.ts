import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mail } from '@tddh/core/mail';
import { sendLetters } from '@tddh/core/post';
import { actors, storeActor, testDb, testDesk } from '@tddh/core/testing';
import { smtp } from '@tddh/functions/smtp';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { startTrap, trapped } from './trap.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tddh-trap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const letter = {
  to: { name: 'Nguyễn Thị Ánh', address: 'anh@so.example' },
  subject: 'Sắp đến hạn, còn 3 ngày: Rà soát, báo cáo kết quả thực hiện kế hoạch cải cách hành chính',
  text: 'Kính gửi,\n.một dòng bắt đầu bằng chấm\nHạn: thứ Sáu 30/06/2023 = gấp\n',
  messageId: '<1@tinh.example>',
};
const sender = 'Theo dõi điều hành <no-reply@tinh.example>';

test('a letter that goes over the wire comes out as it went in, in Vietnamese', async () => {
  const trap = await startTrap(folder);
  const post = smtp(trap.url, sender);
  expect(await post.send(letter)).toEqual({ ok: true });
  expect(await post.send({ ...letter, subject: 'Một', messageId: '<2@tinh.example>' })).toEqual({ ok: true });
  post.close();
  await trap.stop();
  const { to, ...same } = letter;
  expect(trapped(folder).map((one) => one.subject)).toEqual(['Một', letter.subject]);
  expect(trapped(folder)[1]).toMatchObject({ id: 1, to: [to.address], from: sender, ...same });
});

test('a header cannot be smuggled in by an address, a name or a subject', async () => {
  const trap = await startTrap(folder);
  const post = smtp(trap.url, sender);
  const bad = [
    { ...letter, to: { name: 'A', address: 'a@b.example\r\nBcc: c@d.example' } },
    { ...letter, to: { name: 'A', address: 'a@b.example, c@d.example' } },
    { ...letter, subject: 'Một\r\nBcc: c@d.example' },
    { ...letter, messageId: '<1>\r\nBcc: c@d.example' },
  ];
  for (const one of bad) expect(await post.send(one)).toMatchObject({ ok: false, fault: 'never' });
  const name = 'A <x@y.example>\r\nBcc: c@d.example';
  expect(await post.send({ ...letter, to: { name, address: 'a@b.example' } })).toEqual({ ok: true });
  post.close();
  await trap.stop();
  expect(trapped(folder).map((one) => one.to)).toEqual([['a@b.example']]);
});

test('a server that is away, and one that refuses a receiver, are told apart', async () => {
  const trap = await startTrap(folder);
  await trap.stop();
  const post = smtp(trap.url, sender);
  expect(await post.send(letter)).toMatchObject({ ok: false, fault: 'server' });
  post.close();
});

test('with the trap stopped for a while and started again, every owed letter arrives once', async () => {
  const db = await testDb(inject('endpoint'));
  const { id } = actors.agency;
  await storeActor(db, actors.agency, { email: 'x@tinh.example' });
  const desk = testDesk(db, actors.officer);
  const queue = async (from: number) => {
    for (let i = from; i < from + 5; i += 1) {
      await mail(desk, { key: `k${i}`, personId: id, kind: 'soon', subject: `Thư ${i}`, text: 'x' });
    }
  };
  let minutes = 0;
  const run = async (url: string) => {
    const post = smtp(url, sender);
    minutes += 6;
    const at = { ...desk, now: new Date(desk.now.getTime() + minutes * 60_000) };
    const report = await sendLetters(at, post.send, { origin: 'http://office.test', days: 3 });
    post.close();
    return report;
  };
  await queue(0);
  const trap = await startTrap(folder);
  expect(await run(trap.url)).toMatchObject({ sent: 5 });
  await trap.stop();
  await queue(5);
  for (const _ of [1, 2, 3]) expect(await run(trap.url)).toMatchObject({ sent: 0, failed: 1 });
  await queue(10);
  const again = await startTrap(folder, Number(new URL(trap.url).port));
  for (const _ of [1, 2, 3]) await run(again.url);
  await again.stop();
  const numbers = trapped(folder).map((one) => Number(one.subject.slice(4)));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i));
});

test('the trap keeps the latest letters, and a client that hangs up in the middle harms nobody', async () => {
  const trap = await startTrap(folder);
  const socket = connect(Number(new URL(trap.url).port), '127.0.0.1');
  await new Promise((done) => socket.once('data', done));
  socket.write('EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: x\r\n');
  socket.destroy();
  const post = smtp(trap.url, sender);
  expect(await post.send(letter)).toEqual({ ok: true });
  post.close();
  await trap.stop();
  expect(trapped(folder)).toHaveLength(1);
  expect(trapped(folder, 0)).toEqual([]);
});
