import { describe, expect, test } from 'vitest';
import { actorsOf, headingUnits, looseUnits } from './clause.ts';
import { readUnits } from './units.ts';

describe('a list of units', () => {
  test.each([
    ['Các Sở: Tài chính, Nội vụ và Y tế', ['Sở Tài chính', 'Sở Nội vụ', 'Sở Y tế']],
    ['Sở Văn hóa, Thể thao và Du lịch, Sở Ngoại vụ', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Ngoại vụ']],
    [
      'UBND các huyện: An Phú, Tri Tôn và thành phố Châu Đốc',
      ['UBND huyện An Phú', 'UBND huyện Tri Tôn', 'UBND thành phố Châu Đốc'],
    ],
    [
      'Chủ tịch Ủy ban nhân dân các tỉnh: Hà Nam, Nam Định',
      ['Ủy ban nhân dân tỉnh Hà Nam', 'Ủy ban nhân dân tỉnh Nam Định'],
    ],
    [
      'Giám đốc các Sở: Xây dựng, Tài chính; Trưởng Ban Quản lý Khu kinh tế',
      ['Sở Xây dựng', 'Sở Tài chính', 'Ban Quản lý Khu kinh tế'],
    ],
    ['Chánh Văn phòng UBND tỉnh, Chánh Thanh tra tỉnh', ['Văn phòng UBND tỉnh', 'Thanh tra tỉnh']],
    ['các sở, ban, ngành; UBND các xã, phường', ['các sở, ban, ngành', 'UBND các xã, phường']],
    ['Các Sở, ngành: Tài chính, Xây dựng, Công an tỉnh', ['Sở Tài chính', 'Sở Xây dựng', 'Công an tỉnh']],
    ['Sở KH&ĐT và Sở LĐ-TB&XH', ['Sở KH&ĐT', 'Sở LĐ-TB&XH']],
    [
      'Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công) và Công an tỉnh',
      ['Văn phòng UBND tỉnh', 'Công an tỉnh'],
    ],
    [
      'Cục Mỹ thuật, Nhiếp ảnh và Triển lãm, Cục Điện ảnh',
      ['Cục Mỹ thuật, Nhiếp ảnh và Triển lãm', 'Cục Điện ảnh'],
    ],
    ['Phó Thủ tướng Trần Văn Bình', ['Phó Thủ tướng Trần Văn Bình']],
  ])('%s', (text, units) => {
    expect(readUnits(text).units).toEqual(units);
  });

  test('nothing is read from words that only sound like a unit', () => {
    for (const text of ['cơ sở y tế công lập', 'bộ phận một cửa', 'quy hoạch xây dựng']) {
      expect(readUnits(text).units).toEqual([]);
    }
  });
});

describe('who acts in a sentence', () => {
  test.each([
    [
      'Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và các cơ quan liên quan rà soát biên chế.',
      ['Sở Nội vụ'],
      ['Sở Tài chính'],
    ],
    [
      'Công an tỉnh phối hợp chặt chẽ với Bộ Chỉ huy Quân sự tỉnh tăng cường tuần tra.',
      ['Công an tỉnh'],
      ['Bộ Chỉ huy Quân sự tỉnh'],
    ],
    ['Trên cơ sở kết quả rà soát, Sở Y tế tham mưu UBND tỉnh ban hành kế hoạch.', ['Sở Y tế'], []],
    [
      'Về kiến nghị của xã Bình An: giao UBND huyện Long Điền kiểm tra, trả lời.',
      ['UBND huyện Long Điền'],
      [],
    ],
    [
      'Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh đẩy nhanh tiến độ.',
      ['Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh'],
      [],
    ],
    [
      'Ngân hàng Nhà nước Chi nhánh tỉnh Bình Phước theo dõi lãi suất.',
      ['Ngân hàng Nhà nước Chi nhánh tỉnh Bình Phước'],
      [],
    ],
    [
      'Vườn quốc gia Cát Tiên, các Công ty Lâm nghiệp chủ động bảo vệ rừng.',
      ['Vườn quốc gia Cát Tiên', 'các Công ty Lâm nghiệp'],
      [],
    ],
  ])('%s', (text, leads, coordinate) => {
    expect(actorsOf(text, false)).toMatchObject({ leads, coordinate });
  });

  test('under a heading that names the unit, what the unit asks of others makes them no leads', () => {
    expect(actorsOf('Yêu cầu các đơn vị trực thuộc kiểm tra hồ sơ.', true)).toBeUndefined();
    expect(actorsOf('Yêu cầu các đơn vị trực thuộc kiểm tra hồ sơ.', false)).toBeDefined();
  });
});

describe('a heading', () => {
  test.each([
    ['Giao Sở Tài chính:', ['Sở Tài chính']],
    ['Trách nhiệm của Sở Nội vụ', ['Sở Nội vụ']],
    ['UBND các xã, phường nơi có dự án đi qua', ['UBND các xã, phường nơi có dự án đi qua']],
    [
      'Các doanh nghiệp kinh doanh xăng dầu trên địa bàn',
      ['Các doanh nghiệp kinh doanh xăng dầu trên địa bàn'],
    ],
    ['Công tác tuyên truyền', undefined],
    ['Các sở, ban, ngành theo chức năng, nhiệm vụ triển khai thực hiện.', undefined],
  ])('%s', (text, units) => {
    expect(headingUnits(text)?.leads).toEqual(units);
  });

  test('a heading "X chủ trì, phối hợp với Y:" gives both to its items', () => {
    expect(headingUnits('Sở Xây dựng chủ trì, phối hợp với Sở Tài chính:')).toMatchObject({
      leads: ['Sở Xây dựng'],
      coordinate: ['Sở Tài chính'],
    });
  });

  test('a heading in a free form is parted at what parts it', () => {
    expect(
      looseUnits('Giao người đứng đầu các cơ quan hành chính khác, các trường học; Chủ tịch UBND các xã'),
    ).toEqual(['các cơ quan hành chính khác', 'các trường học', 'UBND các xã']);
  });
});
