import { expect, test } from 'vitest';
import { nation, ordered, paper } from './fixtures.ts';
import { readDirective } from './read.ts';

test('two columns that one space parts, as a printed PDF gives them, are two', () => {
  const source = paper(
    'CÔNG VĂN',
    'rà soát chợ',
    'Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Công Thương rà soát chợ.',
  );
  const printed = source
    .replace('ỦY BAN NHÂN DÂN\nTỈNH HƯNG AN\n-------\nSố: 512/UBND-TH\nV/v rà soát chợ\n', '')
    .replace(nation, `ỦY BAN NHÂN DÂN ${nation}`)
    .replace('Độc lập', 'TỈNH HƯNG AN Độc lập')
    .replace('Hưng An, ngày', 'Số: 512/UBND-TH Hưng An, ngày')
    .replace('năm 2025\n', 'năm 2025\nV/v rà soát chợ\n');
  expect(readDirective(printed).doc).toEqual(readDirective(source).doc);
  expect(readDirective(printed).doc).toMatchObject({ number: '512/UBND-TH', date: '2025-07-16' });
});

test('conclusions: what is agreed to in front of an order is no part of it, and praise is no task', () => {
  const source = paper(
    'THÔNG BÁO',
    'Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 7',
    `Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:
1. Đánh giá cao kết quả mà các địa phương đã đạt được trong 6 tháng đầu năm.
2. Về dự thảo Đề án: Cơ bản thống nhất nội dung. Giao Giám đốc Sở Du lịch chủ trì hoàn thiện, trình lại trong tháng 8/2025.
3. UBND xã Tân Phú, UBND xã Long Sơn: hoàn thành kiểm đếm, xong trước ngày 30/8/2025; bàn giao mặt bằng sạch trước ngày 15/9/2025.
4. Ban Quản lý dự án đầu tư xây dựng tỉnh báo cáo tiến độ vào thứ Sáu hằng tuần.
Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành nghiêm túc tổ chức triển khai thực hiện; giao Văn phòng UBND tỉnh theo dõi, đôn đốc./.`,
  );
  expect(ordered(source)).toEqual([
    { start: 'Giao Giám đốc ', lead: 'Sở Du lịch', with: '', due: '2025-08-31' },
    { start: 'UBND xã Tân Ph', lead: 'UBND xã Tân Phú | UBND xã Long Sơn', with: '', due: '2025-08-30' },
    { start: 'bàn giao mặt b', lead: 'UBND xã Tân Phú | UBND xã Long Sơn', with: '', due: '2025-09-15' },
    {
      ...{ start: 'Ban Quản lý dự', lead: 'Ban Quản lý dự án đầu tư xây dựng tỉnh', with: '' },
      due: 'recurring',
    },
    { start: 'giao Văn phòng', lead: 'Văn phòng UBND tỉnh', with: '', due: 'none' },
  ]);
});

test('units of a commune, of a committee’s offices, and with words behind their name before a colon', () => {
  const source = paper(
    'KẾ HOẠCH',
    'Thực hiện Nghị quyết số 12-NQ/TU về phát triển vùng dược liệu',
    `UBND tỉnh ban hành Kế hoạch như sau:
I. TỔ CHỨC THỰC HIỆN
1. UBND các xã, phường vùng dự án: Vận động nhân dân tham gia trồng dược liệu.
2. Phòng Kinh tế xã: Theo dõi tiến độ của các thôn.
3. Trưởng các thôn: Vận động nhân dân chấp hành.
4. Báo Hưng An, Đài PT-TH tỉnh: mở chuyên mục về cây dược liệu.
5. Thường trực Hội đồng nhân dân, các Ban Hội đồng nhân dân tỉnh giám sát việc thực hiện Kế hoạch.
6. Đối với Cục Thuế tỉnh: Rà soát, truy thu thuế tài nguyên.
7. Yêu cầu các phòng Giáo dục và Đào tạo, các đơn vị trực thuộc triển khai Kế hoạch.
8. Đề nghị Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh phối hợp xử lý vi phạm.`,
  );
  expect(readDirective(source).doc.subject).toBe(
    'Thực hiện Nghị quyết số 12-NQ/TU về phát triển vùng dược liệu',
  );
  expect(ordered(source).map(({ lead }) => lead)).toEqual([
    ...['UBND các xã, phường', 'Phòng Kinh tế xã', 'các thôn', 'Báo Hưng An | Đài PT-TH tỉnh'],
    'Thường trực Hội đồng nhân dân | các Ban Hội đồng nhân dân tỉnh',
    ...['Cục Thuế tỉnh', 'các phòng Giáo dục và Đào tạo | các đơn vị trực thuộc'],
    'Tòa án nhân dân tỉnh | Viện kiểm sát nhân dân tỉnh',
  ]);
});

test('a decision with an annex: rows under the numeral of a part, and a part itself is none', () => {
  const annex = [
    ...['PHỤ LỤC', 'DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ', '(Kèm theo Quyết định của Chủ tịch UBND tỉnh)'],
    ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành'].join('\t'),
    'I\tHạ tầng số\t\t\t',
    '1\tNâng cấp Trung tâm dữ liệu\tSở Khoa học và Công nghệ\tCông an tỉnh; Viễn thông Hưng An\tQuý III/2025',
    'II\tDữ liệu số\t\t\t',
    '2\tSố hóa hồ sơ, kết quả thủ tục hành chính\tCác sở, ban, ngành; UBND các xã, phường\t\tThường xuyên',
    '3\tTạo lập cơ sở dữ liệu đất đai\tSở Nông nghiệp và Môi trường\t\tTừ tháng 8/2025 đến tháng 10/2025',
  ].join('\n');
  const source = paper(
    'QUYẾT ĐỊNH',
    'Về việc ban hành Kế hoạch chuyển đổi số',
    `QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2025.
Điều 2. Giao Sở Khoa học và Công nghệ tổ chức thực hiện Kế hoạch; định kỳ hằng quý báo cáo UBND tỉnh.
Điều 3. Chánh Văn phòng UBND tỉnh; Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.`,
    annex,
  );
  expect(ordered(source)).toEqual([
    { start: 'Giao Sở Khoa h', lead: 'Sở Khoa học và Công nghệ', with: '', due: 'recurring' },
    {
      ...{ start: 'Nâng cấp Trung', lead: 'Sở Khoa học và Công nghệ' },
      ...{ with: 'Công an tỉnh | Viễn thông Hưng An', due: '2025-09-30' },
    },
    { start: 'Số hóa hồ sơ, ', lead: 'Các sở, ban, ngành | UBND các xã, phường', with: '', due: 'none' },
    { start: 'Tạo lập cơ sở ', lead: 'Sở Nông nghiệp và Môi trường', with: '', due: '2025-10-31' },
  ]);
});

test('blocks of who and when under a topic: the topic is no task', () => {
  const source = paper(
    'KẾ HOẠCH',
    'Cải cách hành chính',
    `UBND tỉnh ban hành Kế hoạch như sau:
II. NHIỆM VỤ
1. Cải cách thể chế
a) Ban hành văn bản quy phạm pháp luật đúng tiến độ
- Cơ quan chủ trì: Sở Tư pháp.
- Cơ quan phối hợp: Các sở, ban, ngành.
- Thời gian thực hiện: Thường xuyên.
b) Rà soát văn bản hết hiệu lực
- Cơ quan chủ trì: Sở Tư pháp.
- Thời gian hoàn thành: Tháng 9/2025.`,
  );
  expect(ordered(source).map(({ start, due }) => [start, due])).toEqual([
    ['Ban hành văn b', 'none'],
    ['Rà soát văn bả', '2025-09-30'],
  ]);
});

test('an urgent message says its hour before its day, and is issued by the chairman', () => {
  const source = paper(
    'CÔNG ĐIỆN',
    'Ứng phó bão số 9',
    'Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế trực cấp cứu.',
  )
    .replace('ỦY BAN NHÂN DÂN\nTỈNH', 'CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH')
    .replace('An, ngày 16', 'An, hồi 15 giờ 30 phút ngày 16');
  expect(readDirective(source).doc).toMatchObject({
    ...{ type: 'Công điện', date: '2025-07-16', issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Hưng An' },
  });
});
