import { readers, type Topic } from './topic.ts';

/** Reading, taking out and freezing figures. */
export const figureTopics: readonly Topic[] = [
  {
    id: 'doc-so-lieu',
    title: 'Đọc số liệu',
    roles: readers,
    lead: 'Trang “Tổng quan” có năm con số, bảng phụ lục (1) đến (17) và biểu đồ. Con số nào cũng bấm được.',
    steps: [
      'Bấm một con số: danh sách mở ra có đúng bấy nhiêu nhiệm vụ.',
      '“Theo ngày báo cáo”: tính đến ngày đơn vị báo cáo. “Theo ngày xác nhận”: tính đến ngày Văn phòng xác nhận, như phần mềm cũ.',
      'Bấm “So sánh” để thấy bao nhiêu việc đỏ chỉ vì Văn phòng chưa xác nhận.',
      'Dưới bảng, khung “Bên cạnh phụ lục” cho biết số chờ xác nhận, đã gia hạn, tạm dừng, quá hạn bao lâu.',
    ],
    notes: [
      'Màu đỏ chỉ có nghĩa quá hạn. Màu tím là chờ Văn phòng xác nhận.',
      'Trong bảng đi bằng phím mũi tên, [Enter] mở danh sách.',
    ],
    picture: {
      name: 'doc-so-lieu',
      alt: 'Trang Tổng quan: năm con số ở trên, chọn cách tính, và đầu bảng phụ lục với các cột.',
    },
    to: { href: '/', text: 'Mở Tổng quan' },
    pages: ['/'],
  },
  {
    id: 'ky-so-lieu',
    title: 'Chọn kỳ và cách tính',
    roles: readers,
    lead: 'Một dòng trên bảng luôn nói rõ: kỳ nào, lấy theo ngày nào, cách tính nào, số liệu đến hết ngày nào.',
    steps: [
      'Bấm nút ghi kỳ đang xem ở đầu trang (“Đổi kỳ”): chọn “Tháng này”, “Quý này”, “Năm nay”, “Từ 15 đến 14” hoặc “Kỳ khác”.',
      '“Số liệu đến hết ngày”: chọn một ngày đã qua, số liệu đúng như đã biết vào ngày đó.',
      '“Lấy theo” ngày giao hay ngày ban hành; “Cả chuyển kỳ trước” để gồm việc kỳ trước còn mở.',
      '“Xem theo” đơn vị, phòng, lĩnh vực hoặc người ký.',
    ],
    picture: {
      name: 'ky-so-lieu',
      alt: 'Bảng chọn Kỳ số liệu: các kỳ có sẵn, từ ngày, đến ngày, số liệu đến hết ngày, nút Xem số liệu.',
    },
  },
  {
    id: 'xuat-phu-luc',
    title: 'In và tải phụ lục',
    roles: readers,
    lead: 'Phụ lục đúng mẫu để kèm văn bản, có công thức sống trong Excel.',
    steps: [
      'Chọn kỳ, rồi bấm “Excel”, “Word” hoặc “CSV”.',
      'In thẳng từ trang: “In A4 ngang”.',
      'Biểu đồ: “Tải SVG” để chèn vào báo cáo.',
    ],
  },
  {
    id: 'chot-so-lieu',
    title: 'Chốt số liệu',
    roles: ['leader', 'office-leader', 'admin'],
    lead: 'Bản chốt giữ mãi số liệu, kỳ, cách tính và danh sách nhiệm vụ sau mỗi con số.',
    steps: [
      'Ở “Tổng quan”, chọn kỳ rồi bấm “Chốt số liệu”, đặt “Tên bản chốt”.',
      'Mở “Các bản chốt” để xem lại; bấm con số vẫn ra đúng danh sách khi chốt.',
      '“So với hôm nay” cho biết việc nào đã đổi chỗ và vì sao.',
    ],
    notes: ['Mã kiểm tra in trên giấy chứng minh số liệu không bị sửa.'],
    to: { href: '/chot-so-lieu', text: 'Mở Các bản chốt' },
    pages: ['/chot-so-lieu', '/chot-so-lieu/:id'],
  },
];
