import { describe, expect, test } from 'vitest';
import { deadlineOf, deadlineOfCell } from './deadline.ts';
import { ordered, paper } from './fixtures.ts';

const letter = (body: string) => ordered(paper('CÔNG VĂN', 'việc chung', body));
const plan = (body: string, annex = '') => ordered(paper('KẾ HOẠCH', 'Việc chung', body, annex));
const leads = (read: ReturnType<typeof ordered>) => read.map(({ lead }) => lead);

test('items counted in words are items', () => {
  const read = letter(`UBND tỉnh có ý kiến như sau:
Một là, Sở Y tế chủ trì, phối hợp Sở Tài chính lập dự toán, trình trước ngày 20/8/2025.
Hai là, UBND các xã, phường rà soát hộ nghèo.
Thứ ba, Công an tỉnh bảo đảm trật tự tại các điểm chi trả.`);
  expect(read).toEqual([
    { start: 'Sở Y tế chủ tr', lead: 'Sở Y tế', with: 'Sở Tài chính', due: '2025-08-20' },
    { start: 'UBND các xã, p', lead: 'UBND các xã, phường', with: '', due: 'none' },
    { start: 'Công an tỉnh b', lead: 'Công an tỉnh', with: '', due: 'none' },
  ]);
});

test('a heading in capitals names its unit as a sentence would, and a topic in capitals names none', () => {
  const read = plan(`UBND tỉnh ban hành Kế hoạch như sau:
A. BỘ MÁY VÀ TỔ CHỨC THỰC HIỆN
I. CÁC SỞ, BAN, NGÀNH CẤP TỈNH
1. SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
1.1. Chủ trì, phối hợp với Sở Tài chính tổ chức lễ hội.
2. CÔNG AN TỈNH, BỘ CHỈ HUY QUÂN SỰ TỈNH
Mở đợt cao điểm tuần tra.
II. ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG
1. Báo cáo tình hình trước 10 giờ ngày 20/8/2025.
III. BAN HÀNH VĂN BẢN
1. Rà soát văn bản còn hiệu lực.`);
  expect(leads(read)).toEqual([
    'Sở Văn hóa, Thể thao và Du lịch',
    'Công an tỉnh | Bộ Chỉ huy Quân sự tỉnh',
    'Ủy ban nhân dân các xã, phường',
  ]);
});

test('a plan without a stem takes nothing from the heading of its own paper', () => {
  const source = paper(
    'KẾ HOẠCH',
    'Triển khai dữ liệu dân cư',
    `I. MỤC ĐÍCH
- Bảo đảm đồng bộ.
II. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành, UBND các xã, phường: Xây dựng kế hoạch chi tiết trước ngày 28/8/2025.`,
  ).replace(
    'ỦY BAN NHÂN DÂN\nTỈNH HƯNG AN',
    'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HƯNG AN',
  );
  expect(ordered(source)).toEqual([
    {
      ...{ start: 'Các sở, ban, n', lead: 'Các sở, ban, ngành | UBND các xã, phường', with: '' },
      due: '2025-08-28',
    },
  ]);
});

test('who leads stands behind what is to be done: labels on one line, and brackets', () => {
  const read = plan(`UBND tỉnh ban hành Kế hoạch như sau:
1. Thể chế
- Rà soát quy chế phối hợp. Đơn vị chủ trì: Công an tỉnh; đơn vị phối hợp: Sở Tư pháp; thời gian hoàn thành: Tháng 9/2025.
- Công bố danh mục thủ tục được cắt giảm (Sở Tư pháp chủ trì, hoàn thành trong quý IV/2025).
- Nâng cấp đường truyền đến cấp xã (Chủ trì: Sở Khoa học và Công nghệ; Phối hợp: UBND cấp xã; Thời gian: trước 30/10/2025).`);
  expect(read).toEqual([
    { start: 'Rà soát quy ch', lead: 'Công an tỉnh', with: 'Sở Tư pháp', due: '2025-09-30' },
    { start: 'Công bố danh m', lead: 'Sở Tư pháp', with: '', due: '2025-12-31' },
    { start: 'Nâng cấp đường', lead: 'Sở Khoa học và Công nghệ', with: 'UBND cấp xã', due: '2025-10-30' },
  ]);
});

test('a block may say when and where before it says who', () => {
  const read = plan(`UBND tỉnh ban hành Kế hoạch như sau:
1. Lễ phát động cấp tỉnh
- Thời gian: ngày 30/9/2025.
- Địa điểm: Nhà thiếu nhi tỉnh.
- Đơn vị chủ trì: Sở Y tế.
- Đơn vị phối hợp: Tỉnh đoàn, Sở Giáo dục và Đào tạo.
2. Sở Tư pháp, Sở Nội vụ mỗi đơn vị cử 01 người tham gia Tổ công tác.`);
  expect(read.map(({ lead, with: others, due }) => [lead, others, due])).toEqual([
    ['Sở Y tế', 'Tỉnh đoàn | Sở Giáo dục và Đào tạo', '2025-09-30'],
    ['Sở Tư pháp | Sở Nội vụ', '', 'none'],
  ]);
});

test('a heading that says who leads with whom needs no colon; what a named unit is to found or issue is ordered', () => {
  const read = plan(`UBND tỉnh ban hành Kế hoạch như sau:
a) Sở Công Thương chủ trì, phối hợp với Ban Quản lý các khu công nghiệp tỉnh
- Lập đề án phát triển cụm liên kết ngành, hoàn thành năm 2026.
b) UBND các xã, phường:
- Thành lập tổ công tác của xã, phường;
- Ban hành quy chế làm việc của tổ công tác.`);
  expect(read.map(({ lead, with: others, due }) => [lead, others, due])).toEqual([
    ['Sở Công Thương', 'Ban Quản lý các khu công nghiệp tỉnh', '2026-12-31'],
    ['UBND các xã, phường', '', 'none'],
    ['UBND các xã, phường', '', 'none'],
  ]);
});

test('the plan that a decision issues with itself is read as a plan, a rule-book is not', () => {
  const annexed = (kind: string) =>
    ordered(
      paper(
        'QUYẾT ĐỊNH',
        `Ban hành ${kind}`,
        `QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này ${kind}.
Điều 2. Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.`,
        `${kind.toUpperCase()}
Rà soát văn bản năm 2025
(Kèm theo Quyết định số 512/QĐ-UBND ngày 16/7/2025)
I. NỘI DUNG
1. Tự kiểm tra
a) Nội dung: Tự kiểm tra văn bản ban hành năm 2024.
b) Cơ quan chủ trì: Sở Tư pháp.
c) Thời gian thực hiện: Quý III, quý IV năm 2025.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính bố trí kinh phí thực hiện Kế hoạch.`,
      ),
    );
  expect(annexed('Kế hoạch')).toEqual([
    { start: 'Tự kiểm tra vă', lead: 'Sở Tư pháp', with: '', due: '2025-12-31' },
    { start: 'Sở Tài chính b', lead: 'Sở Tài chính', with: '', due: 'none' },
  ]);
  expect(annexed('Quy chế')).toEqual([]);
});

test('a table whose cells a bar parts is a table', () => {
  const read = plan(
    'UBND tỉnh ban hành Kế hoạch như sau:\n1. Sở Nội vụ theo dõi việc thực hiện.',
    `PHỤ LỤC
STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian
1 | Xây dựng trung tâm điều hành | Sở Xây dựng | Sở Tài chính | 2025-2026
2 | Đánh giá mức độ chuyển đổi | Sở Nội vụ | | Tháng 3, 4/2026`,
  );
  expect(read.slice(1).map(({ lead, with: others, due }) => [lead, others, due])).toEqual([
    ['Sở Xây dựng', 'Sở Tài chính', '2026-12-31'],
    ['Sở Nội vụ', '', '2026-04-30'],
  ]);
});

test('a place may be called as a verb is; a unit that guides others acts, and no closing is made of it', () => {
  const read = letter(`UBND tỉnh yêu cầu:
1. Giao Ủy ban nhân dân huyện Cần Thạnh, Ủy ban nhân dân huyện Tân Lập chi trả bồi thường.
2. Chế độ báo cáo: UBND xã Long Sơn báo cáo Sở Nội vụ trước ngày 25/8/2025.
3. Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức thành viên tích cực giám sát.
4. Thủ trưởng các đơn vị nêu trên kiểm điểm việc để quá hạn.
Sở Nội vụ hướng dẫn, kiểm tra các địa phương thực hiện.
Nhận được văn bản này, yêu cầu các đơn vị triển khai thực hiện ngay./.`);
  expect(leads(read)).toEqual([
    'Ủy ban nhân dân huyện Cần Thạnh | Ủy ban nhân dân huyện Tân Lập',
    'UBND xã Long Sơn',
    'Ủy ban MTTQ Việt Nam tỉnh | các tổ chức thành viên',
    'các đơn vị',
    'Sở Nội vụ',
  ]);
});

describe('a due date', () => {
  test.each([
    ['rà soát quy định theo lĩnh vực phụ trách khi Chính phủ ban hành Nghị định hướng dẫn.', 'relative'],
    ['Kiểm điểm trách nhiệm; thời hạn hoàn thành: 45 ngày kể từ ngày ban hành Kết luận.', 'relative'],
    ['Theo dõi, báo cáo Giám đốc Sở hằng quý.', 'recurring'],
    ['Tổng hợp, báo cáo UBND tỉnh định kỳ 6 tháng, năm.', 'recurring'],
    ['Tham mưu kịch bản tăng trưởng 6 tháng, trình trước ngày 20/8.', 'date'],
    ['Sau khi Nghị định có hiệu lực, các đơn vị chủ động rà soát.', 'none'],
    ['Đánh giá chỉ số cấp sở, công bố trước ngày 15 tháng 01 năm sau.', 'recurring'],
    ['Rà soát, báo cáo kết quả công tác hằng năm.', 'none'],
    ['Xử lý việc phát sinh khi có yêu cầu của địa phương.', 'none'],
  ])('%s is %s', (text, kind) => {
    expect(deadlineOf(text, '2025-07-16').kind).toBe(kind);
  });

  test.each([
    ['Quý I, quý II năm 2026', '2026-06-30'],
    ['Tháng 3, 4/2026', '2026-04-30'],
    ['Quý II, III/2026', '2026-09-30'],
  ])('of a cell "%s" is its last', (text, date) => {
    expect(deadlineOfCell(text, '2025-07-16').date).toBe(date);
  });
});
