import { expect, inject, test } from 'vitest';
import { mail } from './mail.ts';
import { commitPerson } from './people.ts';
import { lettersOf, type Outgoing, type Sent, sendAgain, sendLetters } from './post.ts';
import { actors, testDb, testDesk } from './testing.ts';

const origin = 'https://theodoi.example';
const delivery = { origin, days: 3 };

/** A desk with two people of an agency, of whom the first has an address; the clock is moved by hand. */
async function office() {
  const db = await testDb(inject('endpoint'));
  for (const { id, name, role, unitId, fields } of [actors.agency, actors.agencyHead]) {
    const email = id === 'per_agency' ? { email: 'don-vi@tinh.example' } : {};
    const person = { id, name, username: id.slice(4), role, unitId, fields, ...email };
    await commitPerson(db, { ...person, passwordHash: 'x' }, []);
  }
  const desk = testDesk(db, actors.officer);
  const later = (minutes: number) => ({ ...desk, now: new Date(desk.now.getTime() + minutes * 60_000) });
  const letter = (key: string, personId = 'per_agency') =>
    mail(desk, {
      key,
      personId,
      kind: 'assigned',
      subject: `Việc ${key}`,
      text: 'Xem {{origin}}/nhiem-vu/a',
    });
  return { db, desk, later, letter };
}

/** A mail server that answers what it is told to, and keeps what it took. */
function server(answer: (letter: Outgoing) => Sent = () => ({ ok: true })) {
  const took: Outgoing[] = [];
  const send = async (letter: Outgoing) => {
    const sent = answer(letter);
    if (sent.ok) took.push(letter);
    return sent;
  };
  return { took, send };
}
const away = server(() => ({ ok: false, fault: 'server', why: 'ECONNREFUSED' }));

test('a letter goes out once, with links to the product, and its text is forgotten', async () => {
  const { db, desk, letter } = await office();
  await letter('k1');
  const { took, send } = server();
  expect(await sendLetters(desk, send, delivery)).toMatchObject({ sent: 1, held: false });
  expect(await sendLetters(desk, send, delivery)).toMatchObject({ sent: 0 });
  expect(took).toMatchObject([
    { to: { address: 'don-vi@tinh.example' }, subject: 'Việc k1', text: `Xem ${origin}/nhiem-vu/a\n` },
  ]);
  const { data } = await db.letters.get({ letterKey: 'k1' }).go();
  expect(data).toMatchObject({ queue: 'sent', data: { text: '' } });
  expect(data!.expiresAt).toBeGreaterThan(0);
});

test('while the server is away one letter a run is tried, and when it is back every letter arrives once', async () => {
  const { later, letter } = await office();
  for (let i = 0; i < 30; i += 1) await letter(`k${i}`);
  let minutes = 0;
  for (; minutes < 600; minutes += 20) {
    const report = await sendLetters(later(minutes), away.send, delivery);
    expect(report).toMatchObject({ sent: 0, failed: 1, dead: 0 });
  }
  const { took, send } = server();
  for (const more of [6, 12, 18]) await sendLetters(later(minutes + more), send, delivery);
  expect(took.map((one) => one.subject).sort()).toEqual(
    Array.from({ length: 30 }, (_, i) => `Việc k${i}`).sort(),
  );
});

test('of runs at once one sends, and a run that died between sending and marking is repeated by the same id', async () => {
  const { desk, later, letter } = await office();
  for (let i = 0; i < 5; i += 1) await letter(`k${i}`);
  const { took, send } = server();
  const runs = await Promise.all([1, 2, 3, 4].map(() => sendLetters(desk, send, delivery)));
  expect(runs.filter((run) => !run.held)).toHaveLength(1);
  expect(took).toHaveLength(5);
  await letter('crash');
  const dying = async (one: Outgoing) => {
    took.push(one);
    throw new Error('killed');
  };
  await expect(sendLetters(desk, dying, delivery)).rejects.toThrow('killed');
  expect(await sendLetters(later(0.5), send, delivery)).toMatchObject({ sent: 0 });
  expect(await sendLetters(later(5), send, delivery)).toMatchObject({ sent: 1 });
  const ids = took.filter((one) => one.subject === 'Việc crash').map((one) => one.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(new Set(took.map((one) => one.messageId)).size).toBe(6);
});

test('what the server refuses for good, or for days, is given up, seen by the administrator and sent again', async () => {
  const { desk, later, letter } = await office();
  await letter('bad');
  const never = server(() => ({ ok: false, fault: 'never', why: '550 no such user' }));
  expect(await sendLetters(desk, never.send, delivery)).toMatchObject({ dead: 1 });
  await letter('slow');
  const slow = server(() => ({ ok: false, fault: 'later', why: '451 try later' }));
  expect(await sendLetters(later(1), slow.send, delivery)).toMatchObject({ failed: 1, dead: 0 });
  expect(await sendLetters(later(4 * 1440), slow.send, delivery)).toMatchObject({ dead: 1 });
  const seen = await lettersOf(desk);
  expect(seen.waiting).toBe(0);
  expect(seen.dead).toMatchObject([
    { key: 'slow', failure: '451 try later' },
    { key: 'bad', failure: '550 no such user', to: { email: 'don-vi@tinh.example' } },
  ]);
  expect(await sendAgain(desk, ['bad', 'slow', 'none'])).toBe(2);
  expect(await sendAgain(desk, ['bad'])).toBe(0);
  const { took, send } = server();
  await sendLetters(later(1), send, delivery);
  expect(took).toHaveLength(2);
});

test('people without an address get none, nor those who are disabled, nor an address that is none', async () => {
  const { db, desk, letter } = await office();
  await letter('k1', 'per_agencyhead');
  await letter('k2', 'per_nobody');
  const { data } = await db.people.get({ personId: 'per_agency' }).go();
  await letter('k3');
  await db.people
    .put({ personId: 'per_agency', unitId: 'snv', data: { ...data!.data, email: 'a@b.vn\r\nBcc: c@d.vn' } })
    .go();
  const { took, send } = server();
  expect(await sendLetters(desk, send, delivery)).toMatchObject({ skipped: 3, sent: 0 });
  expect(took).toEqual([]);
});
