import { agency, enters, type Topic } from './topic.ts';

/** Rounds in which units name their focal persons. */
export const rosterTopics: readonly Topic[] = [
  {
    id: 'nhan-su',
    title: 'Gửi nhân sự chuyên trách',
    roles: [...agency, ...enters],
    lead: 'Mỗi đợt, từng đơn vị và phòng gửi tên, chức vụ, điện thoại của người chuyên trách về phòng HC-QT.',
    steps: [
      'Mở “Nhân sự chuyên trách”, chọn đợt ghi “Đơn vị bạn chưa gửi”.',
      'Ghi từng người, “Thêm người” nếu có nhiều; hoặc “Nhập từ Excel” bằng “Tệp mẫu Excel”.',
      'Bấm “Gửi”. Gửi lại được: lần gửi sau thay lần trước.',
    ],
    to: { href: '/chuyen-trach', text: 'Mở Nhân sự chuyên trách' },
    pages: ['/chuyen-trach', '/chuyen-trach/:id'],
  },
];
