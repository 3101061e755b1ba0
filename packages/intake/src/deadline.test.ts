import { describe, expect, test } from 'vitest';
import { deadlineOf, deadlineOfCell } from './deadline.ts';

describe('a due date in a sentence', () => {
  test.each([
    ['báo cáo UBND tỉnh trước ngày 20/8/2024.', '2024-08-20'],
    ['hoàn thành trước ngày 05 tháng 12 năm 2024.', '2024-12-05'],
    ['gửi về Văn phòng trước 16 giờ 00 phút, ngày 12/5/2025 để tổng hợp.', '2025-05-12'],
    ['trình UBND tỉnh chậm nhất ngày 05/6/2025.', '2025-06-05'],
    ['Tập trung thực hiện đến ngày 31/01/2025.', '2025-01-31'],
    ['thời gian thực hiện xong trong tháng 6/2025; trường hợp vi phạm thì xử lý.', '2025-06-30'],
    ['báo cáo Thủ tướng Chính phủ trong quý I năm 2025.', '2025-03-31'],
    ['bảo đảm hoàn thành trong năm 2025.', '2025-12-31'],
    ['báo cáo kết quả trước ngày 15/11 để tổng hợp.', '2024-11-15'],
    ['báo cáo kết quả trước ngày 15/01 để tổng hợp.', '2025-01-15'],
    ['gửi về Sở Nội vụ không muộn hơn ngày 20/5/2024.', '2024-05-20'],
    ['Thời hạn gửi báo cáo: ngày 20/5/2024.', '2024-05-20'],
    ['trình UBND tỉnh trước 30 tháng 4 năm 2024.', '2024-04-30'],
    ["báo cáo trước 17h00' ngày 20/8/2024.", '2024-08-20'],
    ['đến 30/6/2024 hoàn thành việc giải ngân.', '2024-06-30'],
    ['thời gian hoàn thành: Tháng 12 năm 2024.', '2024-12-31'],
    ['tham mưu UBND tỉnh sơ kết vào tháng 9/2024.', '2024-09-30'],
  ])('%s', (text, date) => {
    expect(deadlineOf(text, '2024-02-01')).toMatchObject({ kind: 'date', date });
  });

  test.each([
    ['định kỳ trước ngày 25 hằng tháng báo cáo.', 'recurring'],
    ['hằng tháng báo cáo kết quả trước ngày 25.', 'recurring'],
    ['báo cáo Chủ tịch UBND xã vào thứ 6 hằng tuần.', 'recurring'],
    ['Báo cáo định kỳ hằng quý, 6 tháng, năm về Sở Nội vụ.', 'recurring'],
    ['gửi báo cáo trước ngày 20 tháng cuối cùng của quý.', 'recurring'],
    ['chậm nhất ngày 18 hằng tháng.', 'recurring'],
    ['trong vòng 05 ngày, rà soát toàn bộ vướng mắc.', 'relative'],
    ['hoàn thành trước khi nghỉ hè.', 'relative'],
    ['triển khai kế hoạch thanh tra hằng năm đúng quy định.', 'none'],
    ['Định kỳ hằng quý tổng hợp, báo cáo.', 'recurring'],
    ['báo cáo trước ngày 01/6 và 15/11 hằng năm.', 'recurring'],
    ['Báo cáo 6 tháng: gửi Sở Tài chính trước ngày 05/7.', 'recurring'],
    ['chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản.', 'relative'],
    ['trong vòng 24 giờ sau khi nước rút.', 'relative'],
    ['khẩn trương, kịp thời, theo đúng tiến độ.', 'none'],
    ['theo Công văn số 12/UBND-KT ngày 05/3/2024 của UBND tỉnh.', 'none'],
    ['thực hiện kế hoạch giai đoạn 2021 - 2025 và ngân sách hằng năm.', 'none'],
    ['xử lý hồ sơ tiếp nhận trước ngày 01/7/2023.', 'none'],
    ['tổ chức lễ hội từ ngày 10/3/2024 đến ngày 15/3/2024 tại huyện.', 'none'],
  ])('%s is %s', (text, kind) => {
    expect(deadlineOf(text, '2024-02-01').kind).toBe(kind);
  });

  test('a date that no calendar has is none', () => {
    expect(deadlineOf('hoàn thành trước ngày 31/02/2025.', '2024-02-01').kind).toBe('none');
  });
});

test.each([
  ['Quý IV/2025', '2025-12-31'],
  ['Tháng 9/2025', '2025-09-30'],
  ['Năm 2026', '2026-12-31'],
  ['15/12/2025', '2025-12-15'],
  ['Trước 30/6/2026', '2026-06-30'],
  ['Giai đoạn 2026 - 2030', '2030-12-31'],
])('a cell "%s" is a due date', (text, date) => {
  expect(deadlineOfCell(text, '2025-01-01')).toMatchObject({ kind: 'date', date });
});

test.each([
  ['Thường xuyên', 'none'],
  ['Thường xuyên, hằng năm', 'recurring'],
  ['Năm 2025 và các năm tiếp theo', 'recurring'],
  ['', 'none'],
])('a cell "%s" is %s', (text, kind) => {
  expect(deadlineOfCell(text, '2025-01-01').kind).toBe(kind);
});
