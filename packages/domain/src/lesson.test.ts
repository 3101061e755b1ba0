import { describe, expect, test } from 'vitest';
import type { Unit } from './agency.ts';
import { readInput } from './input.ts';
import { type Known, newLesson, readAttendance, standingOf } from './lesson.ts';
import { Refusal } from './refusal.ts';

const unit = (id: string, name: string, kind: Unit['kind'], more: Partial<Unit> = {}): Unit => ({
  ...{ id, name, short: name, kind, ordinal: 1, isOffice: false, ...more },
});
const units = [
  unit('snv', 'Sở Nội vụ', 'agency'),
  unit('stc', 'Sở Tài chính', 'agency'),
  unit('cu', 'Sở Cũ', 'agency', { validTo: '2023-01-31' }),
  unit('tonghop', 'Phòng Tổng hợp', 'department'),
  unit('trong', 'Phòng Trống', 'department'),
];
const known = (id: string, name: string, unitId: string, more: Partial<Known> = {}): Known => ({
  ...{ id, name, unitId, username: id, ...more },
});
const people = [
  known('an', 'Nguyễn Văn An', 'snv'),
  known('an2', 'Nguyễn Văn An', 'stc'),
  known('binh', 'Trần Thị Bình', 'snv'),
  known('nghi', 'Đã Nghỉ', 'snv', { disabled: true }),
  known('dung', 'Lê Dũng', 'tonghop'),
];
const an = { personId: 'an', name: 'Nguyễn Văn An', unitId: 'snv' };

describe('a list of who attended', () => {
  test('is read with titles in any order, without accents, or without titles', () => {
    const titled = readAttendance(
      [['Buổi ngày 1/6'], ['Đơn vị', 'Họ và tên'], ['so noi vu', 'nguyen van an'], ['', '']],
      people,
      units,
    );
    expect(titled).toEqual([{ row: 3, attended: an }]);
    expect(readAttendance([['Nguyễn Văn An', 'Sở Nội vụ']], people, units)).toEqual([
      { row: 1, attended: an },
    ]);
    expect(readAttendance([['', '', 'AN']], people, units)).toEqual([{ row: 1, attended: an }]);
  });

  test('takes who has no account as a name of the unit, and says of each other row what to do', () => {
    const rows = [
      ['Phạm Mới', 'Sở Tài chính'],
      ['Nguyễn Văn An'],
      ['Ai Đó'],
      ['Ai Đó', 'Sở Không Có'],
      ['', '', 'khongco'],
      ['Phạm Mới', 'Sở Tài chính'],
    ];
    const read = readAttendance(rows, people, units);
    expect(read[0]).toEqual({ row: 1, attended: { name: 'Phạm Mới', unitId: 'stc' } });
    expect(read.slice(1).map((one) => 'fault' in one && one.fault)).toEqual([
      'Có 2 người tên “Nguyễn Văn An”: ghi thêm đơn vị hoặc tên đăng nhập.',
      'Không có ai tên “Ai Đó”: ghi thêm đơn vị để nhận người chưa có tài khoản.',
      'Không có đơn vị “Sở Không Có” trong danh mục.',
      'Không có tên đăng nhập “khongco”.',
      'Người này đã có ở dòng trên.',
    ]);
  });
});

test('per unit: who has attended, each once, who has not, and units of which nobody came', () => {
  const guest = { name: 'Phạm Mới', unitId: 'stc' };
  const standing = standingOf(units, people, [an, an, guest, guest], '2023-06-15');
  expect(standing).toEqual([
    { unitId: 'snv', people: 2, attended: 1, guests: 0, missing: ['Trần Thị Bình'] },
    { unitId: 'stc', people: 1, attended: 0, guests: 1, missing: ['Nguyễn Văn An'] },
    { unitId: 'tonghop', people: 1, attended: 0, guests: 0, missing: ['Lê Dũng'] },
  ]);
});

test('materials are an address of the web, and nothing that a page would run', () => {
  const lesson = { subject: 'Nhập văn bản', on: '2023-06-01', place: 'Hội trường', trainer: 'HC-QT' };
  expect(readInput(newLesson, { ...lesson, materials: 'https://tinh.example/a.pdf' })).not.toBeInstanceOf(
    Refusal,
  );
  for (const materials of ['javascript:alert(1)', 'data:text/html,x', 'tinh.example', 'https://a b'])
    expect(readInput(newLesson, { ...lesson, materials })).toBeInstanceOf(Refusal);
});
