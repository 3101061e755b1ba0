import type { Topic } from './topic.ts';

/** What leaders decide. */
export const decidingTopics: readonly Topic[] = [
  {
    id: 'gia-han',
    title: 'Quyết định gia hạn',
    roles: ['office-leader'],
    lead: 'Lãnh đạo Văn phòng ghi quyết định: ai đồng ý, theo văn bản nào, đến ngày nào.',
    steps: [
      'Mở nhiệm vụ ghi có dòng đang xin gia hạn đến ngày (hình chuông có báo).',
      'Bấm “Đồng ý gia hạn”, ghi “Người đồng ý”, “Văn bản căn cứ”; “Hạn được đồng ý” để trống là đúng hạn đơn vị xin.',
      'Không đồng ý: “Không đồng ý gia hạn”, ghi lý do.',
    ],
    notes: ['Việc do chính Văn phòng chủ trì thì lãnh đạo UBND tỉnh quyết định gia hạn.'],
    picture: {
      name: 'quyet-dinh',
      alt: 'Khung Việc có thể làm của lãnh đạo Văn phòng trên một nhiệm vụ, mở trình đơn Việc khác.',
    },
    pages: ['/nhiem-vu/:id'],
  },
  {
    id: 'tam-dung',
    title: 'Tạm dừng, mở lại, thu hồi',
    roles: ['office-leader'],
    lead: 'Các quyết định này đều cần lý do và được ghi vào lịch sử nhiệm vụ.',
    steps: [
      'Mở nhiệm vụ, tìm ở khung “Việc có thể làm”, hoặc trong “Việc khác” (phím [M]).',
      '“Tạm dừng”: thôi tính hạn; “Tiếp tục” thì hạn cộng thêm số ngày tạm dừng, trừ khi ghi hạn khác.',
      '“Mở lại” việc đã xong: ghi lý do và ngày báo cáo lại.',
      '“Thu hồi”: nhiệm vụ ra khỏi số liệu, theo văn bản căn cứ.',
    ],
  },
  {
    id: 'y-kien-chi-dao',
    title: 'Ý kiến chỉ đạo',
    roles: ['leader'],
    lead: 'Lãnh đạo UBND tỉnh ghi ý kiến ngay trên nhiệm vụ; đơn vị và phòng theo dõi được báo ngay.',
    steps: [
      'Mở nhiệm vụ từ bất kỳ con số nào ở “Tổng quan”.',
      'Bấm “Ý kiến chỉ đạo”, ghi ý kiến, gửi.',
      'Ý kiến đứng đầu trang nhiệm vụ cho mọi người được xem.',
    ],
    notes: ['Trên điện thoại cũng làm được như trên máy tính.'],
    picture: {
      name: 'chi-dao',
      alt: 'Trang một nhiệm vụ của lãnh đạo UBND tỉnh, với ô ghi Ý kiến chỉ đạo.',
    },
    pages: ['/nhiem-vu/:id'],
  },
];
