import { expect, test } from 'vitest';
import { loadWords } from '../../words/words.ts';
import { sayDetail } from './auditdetail.ts';

test('a detail of the log is said in words, with names for ids, and leaves addresses and paths as they are', async () => {
  await Promise.all([loadWords('audit'), loadWords('settings')]);
  const say = (detail: string) =>
    sayDetail(detail, (id) => ({ sct: 'Sở Công Thương', stc: 'Sở Tài chính' })[id]);
  expect(say('bad_credentials · khoagiao · 127.0.0.1')).toBe(
    'sai tên đăng nhập hoặc mật khẩu · khoagiao · 127.0.0.1',
  );
  expect(say('role officer → admin; unitId sct → stc; email name@tinh.example → -')).toBe(
    'vai trò Chuyên viên → Quản trị hệ thống; đơn vị Sở Công Thương → Sở Tài chính; thư điện tử name@tinh.example → -',
  );
  expect(say('{"validTo":"2023-12-31"}')).toBe('hiệu lực đến:2023-12-31');
  expect(say('extensions 1 → 2')).toBe('Số lần gia hạn theo đề nghị của đơn vị 1 → 2');
  expect(say('POST /api/people/role')).toBe('POST /api/people/role');
});
