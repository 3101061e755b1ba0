import { agency, everybody, office, readers, type Topic } from './topic.ts';

/** Telling phòng HC-QT, answering its rounds, the Office's own figures, files that were written. */
export const tellingTopics: readonly Topic[] = [
  {
    id: 'guong-van-phong',
    title: 'Tình hình của chính Văn phòng',
    roles: readers,
    lead: 'Từng phòng, từng tuần: đã nhập bao nhiêu văn bản, nhập sau ký mấy ngày, báo cáo chờ xác nhận bao lâu.',
    steps: [
      'Chọn từ ngày, đến ngày.',
      'Bấm một con số để xem các dòng của nó.',
      'Mỗi đầu tuần, Trưởng phòng và lãnh đạo nhận một thư một trang với các số này.',
    ],
    to: { href: '/van-phong', text: 'Mở Tình hình Văn phòng' },
    pages: ['/van-phong'],
  },
  {
    id: 'gop-y',
    title: 'Góp ý với phòng HC-QT',
    roles: everybody,
    lead: 'Khó khăn, chức năng cần có hay lời khen: gửi từ bất kỳ trang nào, ai gửi cũng được trả lời.',
    steps: [
      'Bấm nút góp ý ở đầu trang, chọn “Khó khăn”, “Chức năng” hoặc “Khen”, ghi “Nội dung góp ý”, bấm “Gửi góp ý”. Địa chỉ trang đang mở được gửi kèm.',
      'Câu trả lời hiện ở hình chuông và ở “Góp ý của tôi”.',
    ],
    to: { href: '/gop-y', text: 'Mở Góp ý của tôi' },
    pages: ['/gop-y', '/quan-tri/gop-y'],
  },
  {
    id: 'danh-gia',
    title: 'Trả lời đợt đánh giá',
    roles: [...office, ...agency, 'admin'],
    lead: 'Mỗi đợt, các phòng và đơn vị nêu khó khăn, chức năng cần có, hiệu quả, đề xuất.',
    steps: [
      'Mở “Đợt đánh giá”, chọn đợt ghi “Đơn vị bạn chưa trả lời”, trả lời từng câu, “Gửi trả lời”.',
      'Phòng HC-QT mở đợt, nhắc ai chưa trả lời và lấy “Báo cáo Word” đã điền số liệu.',
    ],
    to: { href: '/danh-gia', text: 'Mở Đợt đánh giá' },
    pages: ['/danh-gia', '/danh-gia/:id', '/quan-tri/danh-gia'],
  },
  {
    id: 'tep-xuat',
    title: 'Tệp đã xuất',
    roles: everybody,
    lead: 'Danh sách quá dài để tải về ngay được ghi thành tệp; chỉ người xuất mới tải được.',
    steps: [
      'Ở danh sách nhiệm vụ, bấm “Xuất Excel”. Danh sách dài thì trang “Tệp đã xuất” mở ra.',
      'Có thể rời trang, tệp vẫn được ghi tiếp. Xong thì bấm “Tải về”.',
    ],
    to: { href: '/tep-xuat', text: 'Mở Tệp đã xuất' },
    pages: ['/tep-xuat'],
  },
];
