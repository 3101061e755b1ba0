/**
 * The appendix of the letter (27 units x 17 columns), as printed by the old software for 15/4/2023 to 30/11/2023 with
 * the clock `confirmation`: the golden case of the sample, never something to repair.
 */
export const golden: readonly { ordinal: number; unit: string; columns: readonly number[] }[] = [
  {
    ordinal: 1,
    unit: 'Sở Kế hoạch và Đầu tư',
    columns: [6, 2, 2, 33.33, 0, 0, 4, 4, 0, 0, 4, 66.67, 0, 0, 0, 0, 0],
  },
  { ordinal: 2, unit: 'Sở Công Thương', columns: [4, 1, 1, 25, 0, 0, 3, 3, 1, 25, 2, 50, 0, 0, 0, 0, 0] },
  { ordinal: 3, unit: 'Sở Xây dựng', columns: [5, 2, 2, 40, 0, 0, 3, 3, 1, 20, 2, 40, 0, 0, 0, 0, 0] },
  {
    ordinal: 4,
    unit: 'Văn phòng UBND tỉnh',
    columns: [3, 1, 1, 33.33, 0, 0, 2, 2, 0, 0, 2, 66.67, 0, 0, 0, 0, 0],
  },
  {
    ordinal: 5,
    unit: 'Sở Nội vụ',
    columns: [28, 2, 2, 7.14, 0, 0, 26, 3, 0, 0, 3, 10.71, 23, 19, 67.86, 4, 14.29],
  },
  {
    ordinal: 6,
    unit: 'Sở Nông nghiệp và Phát triển nông thôn',
    columns: [10, 2, 2, 20, 0, 0, 8, 6, 0, 0, 6, 60, 2, 0, 0, 2, 20],
  },
  { ordinal: 7, unit: 'Ban Dân tộc', columns: [2, 0, 0, 0, 0, 0, 2, 2, 1, 50, 1, 50, 0, 0, 0, 0, 0] },
  {
    ordinal: 8,
    unit: 'Sở Tài chính',
    columns: [12, 2, 2, 16.67, 0, 0, 10, 4, 1, 8.33, 3, 25, 6, 2, 16.67, 4, 33.33],
  },
  {
    ordinal: 9,
    unit: 'Sở Giao thông vận tải',
    columns: [2, 0, 0, 0, 0, 0, 2, 2, 1, 50, 1, 50, 0, 0, 0, 0, 0],
  },
  {
    ordinal: 10,
    unit: 'Sở Tài nguyên và Môi trường',
    columns: [19, 2, 2, 10.53, 0, 0, 17, 7, 0, 0, 7, 36.84, 10, 4, 21.05, 6, 31.58],
  },
  {
    ordinal: 11,
    unit: 'Sở Khoa học và Công nghệ',
    columns: [5, 1, 1, 20, 0, 0, 4, 2, 1, 20, 1, 20, 2, 2, 40, 0, 0],
  },
  {
    ordinal: 12,
    unit: 'Sở Giáo dục và Đào tạo',
    columns: [13, 2, 2, 15.38, 0, 0, 11, 11, 0, 0, 11, 84.62, 0, 0, 0, 0, 0],
  },
  {
    ordinal: 13,
    unit: 'Sở Lao động - Thương binh và Xã hội',
    columns: [4, 2, 2, 50, 0, 0, 2, 2, 1, 25, 1, 25, 0, 0, 0, 0, 0],
  },
  { ordinal: 14, unit: 'Sở Y tế', columns: [5, 2, 2, 40, 0, 0, 3, 2, 0, 0, 2, 40, 1, 0, 0, 1, 20] },
  { ordinal: 15, unit: 'Sở Tư pháp', columns: [5, 1, 1, 20, 0, 0, 4, 2, 1, 20, 1, 20, 2, 1, 20, 1, 20] },
  {
    ordinal: 16,
    unit: 'Sở Văn hóa, Thể thao và Du lịch',
    columns: [73, 21, 18, 24.66, 3, 4.11, 52, 51, 11, 15.07, 40, 54.79, 1, 0, 0, 1, 1.37],
  },
  {
    ordinal: 17,
    unit: 'Sở Thông tin và Truyền thông',
    columns: [13, 1, 1, 7.69, 0, 0, 12, 4, 0, 0, 4, 30.77, 8, 4, 30.77, 4, 30.77],
  },
  {
    ordinal: 18,
    unit: 'Ban Quản lý các Khu Công nghiệp tỉnh',
    columns: [2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 2, 100, 0, 0, 0, 0, 0],
  },
  { ordinal: 19, unit: 'Thanh tra tỉnh', columns: [4, 2, 2, 50, 0, 0, 2, 2, 1, 25, 1, 25, 0, 0, 0, 0, 0] },
  {
    ordinal: 20,
    unit: 'UBND huyện Đắk Song',
    columns: [2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 2, 100, 0, 0, 0, 0, 0],
  },
  {
    ordinal: 21,
    unit: "UBND huyện Đắk R'lấp",
    columns: [10, 2, 1, 10, 1, 10, 8, 8, 0, 0, 8, 80, 0, 0, 0, 0, 0],
  },
  { ordinal: 22, unit: 'UBND huyện Cư Jút', columns: [3, 0, 0, 0, 0, 0, 3, 3, 0, 0, 3, 100, 0, 0, 0, 0, 0] },
  {
    ordinal: 23,
    unit: 'UBND huyện Krông Nô',
    columns: [5, 1, 1, 20, 0, 0, 4, 4, 0, 0, 4, 80, 0, 0, 0, 0, 0],
  },
  {
    ordinal: 24,
    unit: 'UBND thành phố Gia Nghĩa',
    columns: [5, 1, 1, 20, 0, 0, 4, 4, 0, 0, 4, 80, 0, 0, 0, 0, 0],
  },
  {
    ordinal: 25,
    unit: 'UBND huyện Đắk Glong',
    columns: [3, 0, 0, 0, 0, 0, 3, 3, 0, 0, 3, 100, 0, 0, 0, 0, 0],
  },
  { ordinal: 26, unit: 'UBND huyện Tuy Đức', columns: [2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 2, 100, 0, 0, 0, 0, 0] },
  { ordinal: 27, unit: 'UBND huyện Đắk Mil', columns: [2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 2, 100, 0, 0, 0, 0, 0] },
];
