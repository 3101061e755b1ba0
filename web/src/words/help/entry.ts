import { enters, office, type Topic } from './topic.ts';

/** Entering documents, and the register. */
export const entryTopics: readonly Topic[] = [
  {
    id: 'nhap-van-ban',
    title: 'Nhập văn bản',
    roles: enters,
    lead: 'Một văn bản, nhiều nhiệm vụ, không cần chuột, dưới một phút.',
    steps: [
      'Bấm [N] hoặc nút “Nhập văn bản”.',
      'Ghi “Số, ký hiệu”, “Ngày ban hành”, “Cơ quan ban hành”, “Loại văn bản”, “Trích yếu”. [Enter] sang ô kế tiếp. Chưa có số thì để trống: văn bản là dự thảo.',
      'Mỗi nhiệm vụ một dòng: “Nội dung nhiệm vụ”, “Đơn vị chủ trì” (gõ vài chữ không dấu, [Enter] để chọn, chọn được nhiều), “Đơn vị phối hợp”, “Hạn”.',
      'Ngày gõ nhanh: 30/6, 311223, +15, cuối tháng. Không có hạn thì chọn “Không hạn”.',
      'Bấm “Lưu và giao việc” ([Ctrl] [Enter]). Việc tới các đơn vị ngay.',
    ],
    notes: [
      'Văn bản không giao việc gì: chọn “Không giao nhiệm vụ”, câu trả lời được tính vào độ phủ.',
      'Văn bản có độ mật không nhập vào hệ thống này.',
      'Đóng trang giữa chừng không mất: lần sau mở lại, nội dung đang nhập còn nguyên.',
    ],
    picture: {
      name: 'nhap-van-ban',
      alt: 'Trang Nhập văn bản: phần đầu văn bản, một dòng nhiệm vụ với đơn vị chủ trì và hạn, nút Lưu và giao việc.',
    },
    to: { href: '/van-ban/moi', text: 'Mở Nhập văn bản' },
    pages: ['/van-ban/moi'],
  },
  {
    id: 'doc-van-ban',
    title: 'Để máy đọc văn bản',
    roles: enters,
    lead: 'Dán toàn văn hoặc thả tệp, hệ thống điền sẵn nhiệm vụ, đơn vị, hạn; người nhập chỉ kiểm tra.',
    steps: [
      'Ở trang “Nhập văn bản”, dán bằng [Ctrl] [V] hoặc thả tệp Word, PDF có chữ, TXT. Tệp được đọc ngay trên máy.',
      'Xem từng dòng có dấu “Cần xem lại” và sửa. Bên trái là nguồn: chữ nào làm căn cứ được tô màu.',
      'Thiếu nhiệm vụ thì bôi đen chữ ở nguồn rồi bấm [Alt] [A].',
      'Đúng hết thì “Lưu và giao việc”.',
    ],
    notes: ['Bảng chép từ Excel hoặc Word cũng dán được: mỗi dòng một nhiệm vụ, lỗi báo từng dòng.'],
  },
  {
    id: 'so-van-ban',
    title: 'Sổ văn bản, dự thảo, sửa chỗ nhập nhầm',
    roles: office,
    lead: '“Sổ văn bản” có mọi văn bản đã nhập, tìm theo số, trích yếu, cơ quan ban hành.',
    steps: [
      'Mở “Văn bản”, gõ vào ô tìm; gõ không dấu cũng được.',
      'Dự thảo: mở ra, “Ghi số và giao việc”. Có số và ngày thì mọi nhiệm vụ được giao ngay.',
      'Sửa số, trích yếu: “Sửa văn bản”, ghi lý do. Giao thêm việc: “Thêm nhiệm vụ”.',
      'Nhập nhầm nhiệm vụ: mở nhiệm vụ, “Việc khác”, “Hủy do nhập nhầm”; chỉ nhầm đơn vị thì chọn luôn “Đơn vị đúng”.',
    ],
    picture: {
      name: 'so-van-ban',
      alt: 'Trang Sổ văn bản: ô tìm, bộ lọc phòng nhập và danh sách văn bản với số nhiệm vụ.',
    },
    to: { href: '/van-ban', text: 'Mở Sổ văn bản' },
    pages: ['/van-ban', '/van-ban/:id'],
  },
  {
    id: 'do-phu',
    title: 'Độ phủ sổ văn bản đi',
    roles: [...office, 'admin'],
    lead: 'Văn bản đi nào đã nhập, văn bản nào không giao việc, văn bản nào chưa ai trả lời.',
    steps: [
      'Mở “Độ phủ sổ văn bản đi” từ “Sổ văn bản”.',
      'Dán hoặc chọn tệp Excel của sổ văn bản đi. Nhập lại nhiều lần không sao.',
      'Bấm vào số ở cột “Chưa phân loại” để xem từng văn bản: “Nhập”, hoặc “Không giao nhiệm vụ”.',
    ],
    to: { href: '/van-ban/do-phu', text: 'Mở Độ phủ' },
    pages: ['/van-ban/do-phu'],
  },
];
