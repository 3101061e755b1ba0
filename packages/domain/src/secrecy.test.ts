import { expect, test } from 'vitest';
import { refuseSecret } from './document.ts';
import { isSecret } from './secrecy.ts';

const secret = [
  'Mật',
  'MẬT',
  'Tối mật',
  'TUYỆT MẬT',
  '  [MẬT]  ',
  '(Tuyệt mật)',
  'MẬT: Phương án phòng thủ',
  'Mật - Kế hoạch diễn tập',
  'Kế hoạch diễn tập (Mật)',
  'Kế hoạch diễn tập - Tối mật',
  'Độ mật: Tuyệt mật',
  'Kế hoạch MẬT về phòng thủ',
  'Văn bản đóng dấu Tối mật về biên giới',
  'Kế hoạch\nTỐI MẬT\nnăm 2023',
  'Tuyệt\u00a0mật',
  'TỐI  MẬT',
];
const open = [
  'Tăng cường công tác bảo vệ bí mật nhà nước',
  'TĂNG CƯỜNG CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'Luật Bảo vệ BÍ MẬT nhà nước',
  'Quy hoạch mật độ xây dựng',
  'Mật độ dân số: rà soát số liệu',
  'MẬT ĐỘ xây dựng khu đô thị',
  'Đổi mật khẩu hộp thư công vụ',
  'MẬT KHẨU hộp thư công vụ phải đổi định kỳ',
  'Phát triển nghề nuôi ong lấy mật',
  'Danh mục bí mật nhà nước độ Tuyệt mật, Tối mật, Mật thuộc lĩnh vực y tế',
  'BAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ MẬT THUỘC LĨNH VỰC Y TẾ',
  'Triển khai ngành mật mã và cơ yếu',
  'Quan hệ mật thiết với nhân dân',
  '',
];

test('a mark of secrecy is seen, in capitals or not, in NFC and NFD', () => {
  for (const text of secret) {
    expect(isSecret(text), text).toBe(true);
    expect(isSecret(text.normalize('NFD')), text).toBe(true);
  }
});

test('a sentence that only speaks of secrets, density or passwords bears no mark', () => {
  for (const text of open) {
    expect(isSecret(text), text).toBe(false);
    expect(isSecret(text.normalize('NFD')), text).toBe(false);
  }
});

test('a document is refused for its mark, its subject, its type or one of its tasks', () => {
  const task = (content: string) => ({ content, leads: ['so1'], supports: [], dueOn: null });
  expect(refuseSecret({ secrecy: 'Tối mật', subject: 'x' })?.code).toBe('secret_document');
  expect(refuseSecret({ subject: 'Kế hoạch (Mật)' })?.code).toBe('secret_document');
  expect(refuseSecret({ subject: 'x', tasks: [task('Làm'), task('TUYỆT MẬT: làm')] })?.code).toBe(
    'secret_document',
  );
  expect(refuseSecret({ secrecy: 'Thường', subject: 'x', tasks: [task('Rà soát mật độ')] })).toBeUndefined();
});
