import type { FieldOfWork, Unit } from '@tddh/domain/agency';
import type { Calendar } from '@tddh/domain/calendar';
import type { Day } from '@tddh/domain/day';
import type { Actor } from '@tddh/domain/person';
import { golden } from './golden.ts';

/** The period of the letter: the sample begins and ends with it. */
export const first: Day = '2023-04-15';
export const last: Day = '2023-11-30';

/** The Office of the sample. */
export const office = { province: 'tỉnh Đắk Nông', name: 'Văn phòng UBND tỉnh Đắk Nông', since: first };

/** Days off of 2023 and early 2024 besides weekends: the Hùng Kings, 30/4 and 01/5, 02/9, New Year, Tết. */
export const calendar: Calendar = {
  off: [
    ...['2023-05-01', '2023-05-02', '2023-05-03', '2023-09-01', '2023-09-04', '2024-01-01'],
    ...['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'],
  ],
  working: [],
};

const agencyIds = (
  'skhdt sct sxd vpubnd snv snnptnt bdt stc sgtvt stnmt skhcn sgddt sldtbxh syt stp svhttdl stttt bqlkcn ttr ' +
  'daksong dakrlap cujut krongno gianghia dakglong tuyduc dakmil'
).split(' ');
const shorts = (
  'KH&ĐT|Công Thương|Xây dựng|VP UBND|Nội vụ|NN&PTNT|Dân tộc|Tài chính|GTVT|TN&MT|KH&CN|GD&ĐT|LĐ-TB&XH|Y tế|Tư pháp|' +
  "VHTT&DL|TT&TT|BQL KCN|Thanh tra|Đắk Song|Đắk R'lấp|Cư Jút|Krông Nô|Gia Nghĩa|Đắk Glong|Tuy Đức|Đắk Mil"
).split('|');
const marks =
  'SKHĐT SCT SXD VPUBND SNV SNN BDT STC SGTVT STNMT SKHCN SGDĐT SLĐTBXH SYT STP SVHTTDL STTTT BQLKCN TTr'.split(
    ' ',
  );

/** The 27 agencies, in the order of the appendix. */
export const agencies: readonly Unit[] = golden.map(({ ordinal, unit }, i) => ({
  ...{ id: agencyIds[i]!, name: unit, short: shorts[i]!, kind: 'agency', ordinal },
  isOffice: agencyIds[i] === 'vpubnd',
}));

/** The symbol with which an agency signs: `SVHTTDL`, a district `UBND`. */
export function markOf(agencyId: string): string {
  return marks[agencyIds.indexOf(agencyId)] ?? 'UBND';
}

const inner = (id: string, name: string, short: string, kind: Unit['kind'], ordinal: number): Unit => ({
  ...{ id, name, short, kind, ordinal, isOffice: false },
});
/** The departments of the Office, and the two leaderships. */
export const departments: readonly Unit[] = [
  inner('ptonghop', 'Phòng Tổng hợp', 'Tổng hợp', 'department', 101),
  inner('pkhoagiao', 'Phòng Khoa giáo - Văn xã', 'Khoa giáo - Văn xã', 'department', 102),
  inner('pnongnghiep', 'Phòng Nông nghiệp, Tài nguyên và Môi trường', 'NN, TN&MT', 'department', 103),
  inner('phcqt', 'Phòng Hành chính - Quản trị', 'HC-QT', 'department', 104),
];
export const units: readonly Unit[] = [
  ...agencies,
  ...departments,
  inner('lanhdaovp', 'Lãnh đạo Văn phòng', 'Lãnh đạo VP', 'leadership', 201),
  inner('lanhdaoubnd', 'Lãnh đạo UBND tỉnh', 'Lãnh đạo UBND', 'leadership', 202),
];

const of = (departmentId: string, list: [string, string][]): FieldOfWork[] =>
  list.map(([id, name]) => ({ id, name, departmentId }));
export const fields: readonly FieldOfWork[] = [
  ...of('ptonghop', [
    ['dautu', 'Kế hoạch - Đầu tư'],
    ['taichinh', 'Tài chính - Ngân sách'],
    ['congthuong', 'Công Thương - Khu công nghiệp'],
    ['noivu', 'Tổ chức bộ máy - Cải cách hành chính'],
    ['noichinh', 'Nội chính - Tiếp công dân'],
  ]),
  ...of('pkhoagiao', [
    ['vanhoa', 'Văn hóa - Thể thao - Du lịch'],
    ['giaoduc', 'Giáo dục và Đào tạo'],
    ['yte', 'Y tế'],
    ['xahoi', 'Lao động - Dân tộc - Thi đua'],
    ['khcn', 'Khoa học và Công nghệ'],
    ['thongtin', 'Thông tin - Chuyển đổi số'],
  ]),
  ...of('pnongnghiep', [
    ['nongnghiep', 'Nông nghiệp - Nông thôn mới'],
    ['lamnghiep', 'Lâm nghiệp'],
    ['datdai', 'Đất đai - Khoáng sản'],
    ['moitruong', 'Môi trường'],
    ['xaydung', 'Xây dựng - Giao thông'],
  ]),
];

/** A person of the sample: an actor who can sign in. */
export type SamplePerson = Actor & {
  username: string;
  email: string;
  chief?: boolean;
  invitedAt?: string;
  usedAt?: string;
};

const families = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh'.split(
  ' ',
);
const women = {
  middles: 'Thị Minh|Thị Thu|Ngọc|Thanh|Hồng|Thị Bích|Kim'.split('|'),
  givens: 'Chi Giang Hà Hạnh Hiền Hoa Hương Lan Liên Mai Nga Oanh Quyên Thảo Trang Vân Yến'.split(' '),
};
const men = {
  middles: 'Văn|Hữu|Đức|Quang|Công|Xuân|Đình'.split('|'),
  givens: 'An Bình Dũng Hải Hùng Khánh Long Nam Phong Phúc Quân Sơn Thắng Trung Tuấn Tùng Vinh'.split(' '),
};
/** An invented name; the same number gives the same name. */
export function nameOf(n: number): string {
  const at = (list: readonly string[], k: number) => list[k % list.length]!;
  const { middles, givens } = n % 3 === 0 ? women : men;
  return `${at(families, n * 7 + 3)} ${at(middles, n * 5 + 1)} ${at(givens, n * 11 + 4)}`;
}

const two = (n: number) => String(n).padStart(2, '0');
const person = (username: string, name: string, role: Actor['role'], unitId: string): SamplePerson => ({
  ...{ id: `per_${username}`, name, username, role, unitId },
  email: `${username}@tinh.example`,
  fields: fields.filter((f) => f.departmentId === unitId).map((f) => f.id),
});

/** The focal person and the head of an agency, by its place in the list. */
export function agencyPeople(unit: Unit, place: number): SamplePerson[] {
  return [
    person(`donvi${two(place)}`, nameOf(place * 2), 'agency-officer', unit.id),
    person(`lanhdao${two(place)}`, nameOf(place * 2 + 1), 'agency-leader', unit.id),
  ];
}

const fieldsOf = (...ids: string[]) => fields.filter((f) => ids.includes(f.departmentId)).map((f) => f.id);
/** Who was invited and has not come yet. */
const awaited = ['lanhdao26', 'lanhdao27'];
const everybody: readonly SamplePerson[] = [
  person('hcqt', 'Vũ Đình Phương', 'admin', 'phcqt'),
  person('tonghop', 'Nguyễn Thị Minh Châu', 'officer', 'ptonghop'),
  person('khoagiao', 'Trần Thị Thu Hiền', 'officer', 'pkhoagiao'),
  person('nongnghiep', 'Lê Văn Thuận', 'officer', 'pnongnghiep'),
  person('truongphong01', 'Đặng Quốc Toản', 'department-head', 'ptonghop'),
  person('truongphong02', 'Phạm Thị Bích Ngọc', 'department-head', 'pkhoagiao'),
  person('truongphong03', 'Y Krông Niê', 'department-head', 'pnongnghiep'),
  {
    ...person('chanhvp', 'Bùi Hữu Khoa', 'office-leader', 'lanhdaovp'),
    fields: fieldsOf('ptonghop'),
    chief: true,
  },
  {
    ...person('phochanhvp', 'Hoàng Thị Kim Dung', 'office-leader', 'lanhdaovp'),
    fields: fieldsOf('pkhoagiao', 'pnongnghiep'),
  },
  person('chutich', 'Trần Quang Vinh', 'leader', 'lanhdaoubnd'),
  ...agencies.flatMap((unit, i) => agencyPeople(unit, i + 1)),
];

/** The accounts of contracts.md: in use the day before, but for the two who were invited and have not come. */
export const people: readonly SamplePerson[] = everybody.map((one) => ({
  ...one,
  ...(awaited.includes(one.username)
    ? { invitedAt: '2023-11-27T02:00:00.000Z' }
    : { usedAt: '2023-11-29T02:00:00.000Z' }),
}));

/** Who signs documents: the chairman, and his deputies by department. */
export const signers: Readonly<Record<string, string>> = {
  chairman: 'Trần Quang Vinh',
  ptonghop: 'Phạm Hữu Tùng',
  pkhoagiao: 'Lê Thị Thanh Hà',
  pnongnghiep: 'Nguyễn Đình Khải',
};
