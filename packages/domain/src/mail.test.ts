import { expect, test } from 'vitest';
import { isAddress } from './mail.ts';

test('an address is one plain mailbox', () => {
  for (const good of ['nva@so.gov.vn', "o'neil+x@a-b.example", 'a.b@x1.y2.vn'])
    expect(isAddress(good)).toBe(true);
});

test('what could begin another header, name another receiver or hide something is none', () => {
  const bad = [
    ...['a@b.vn\r\nBcc: x@y.vn', 'a@b.vn\nX', 'a@b.vn, c@d.vn', 'A <a@b.vn>', '"a b"@c.vn', 'a@b.vn\u0000'],
    ...['a@b', '@b.vn', 'a@', 'a..b@c.vn', '.a@c.vn', 'a@-b.vn', 'a@b.vn;c@d.vn', 'ă@b.vn', 'a@b@c.vn', ''],
    `${'a'.repeat(65)}@b.vn`,
  ];
  expect(bad.filter(isAddress)).toEqual([]);
});
