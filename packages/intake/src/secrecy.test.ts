import { expect, test } from 'vitest';
import { conclusions, letter, planOfWork } from './fixtures.ts';
import { bearsSecrecy } from './secrecy.ts';

test.each([letter, planOfWork, conclusions])('an open document bears no mark', (source) => {
  expect(bearsSecrecy(source)).toBe(false);
});

test.each(['MẬT', 'Mật', 'TỐI MẬT', 'TUYỆT MẬT', '[MẬT]', 'M Ậ T'])('a stamp %s is seen', (mark) => {
  expect(bearsSecrecy(letter.replace('V/v tăng', `${mark}\nV/v tăng`))).toBe(true);
  expect(bearsSecrecy(`${mark}\n${letter}`)).toBe(true);
  expect(bearsSecrecy(letter.replace('Nơi nhận:', `Nơi nhận:\n${mark}\n`))).toBe(true);
});

test('a stamp beside the number, or a field "Độ mật", is seen', () => {
  expect(bearsSecrecy(letter.replace('Số:  412', 'TỐI MẬT      Số:  412'))).toBe(true);
  expect(bearsSecrecy(letter.replace('Nơi nhận:', 'Độ mật: Mật\nNơi nhận:'))).toBe(true);
  expect(bearsSecrecy(letter.replace('Nơi nhận:', 'Độ mật: Thường\nNơi nhận:'))).toBe(false);
});

test('what only speaks of secrets is read, also over two lines', () => {
  const source = letter.replace('tăng cường quản lý\n  chợ', 'tăng cường bảo vệ bí\nmật\n  nhà nước tại chợ');
  expect(bearsSecrecy(source)).toBe(false);
  expect(bearsSecrecy(letter.replace('Bố trí', 'Bảo vệ bí mật nhà nước, giữ mật khẩu. Bố trí'))).toBe(false);
});
