import { enters, office, type Topic } from './topic.ts';

/** Confirming, giving back, paper reports, reminding, campaigns. */
export const queueTopics: readonly Topic[] = [
  {
    id: 'xac-nhan',
    title: 'Xác nhận',
    roles: office,
    lead: 'Trang “Chờ xác nhận” xếp cũ nhất trước. Đơn vị đã báo cáo thì phần chờ là của Văn phòng.',
    steps: [
      'Đi bằng [J], [K]; nội dung báo cáo của dòng đang chọn hiện ở bên phải.',
      'Đạt yêu cầu: bấm [C] hoặc “Xác nhận”.',
      'Nhiều dòng một lúc: [X] chọn từng dòng, [Shift] [A] chọn tất cả, rồi [C].',
      'Bấm nhầm: trong 8 giây bấm “Hoàn tác” (phím [Z]).',
    ],
    notes: [
      'Xem “Theo nhiệm vụ” để xác nhận mọi đơn vị của một nhiệm vụ, hoặc “Từng báo cáo”.',
      'Không ai xác nhận báo cáo của chính đơn vị mình.',
      'Báo cáo chờ quá 3, 5, 10 ngày làm việc được báo lên Trưởng phòng, Phó Chánh, Chánh Văn phòng.',
    ],
    picture: {
      name: 'cho-xac-nhan',
      alt: 'Trang Chờ xác nhận: danh sách báo cáo bên trái, cũ nhất trước, và nội dung báo cáo đang chọn bên phải.',
    },
    to: { href: '/cho-xac-nhan', text: 'Mở Chờ xác nhận' },
    pages: ['/cho-xac-nhan'],
  },
  {
    id: 'tra-lai',
    title: 'Trả lại báo cáo',
    roles: office,
    lead: 'Trả lại phải có lý do; có ngày báo cáo lại thì đơn vị không bị thiệt về thời hạn.',
    steps: [
      'Chọn dòng, bấm [R] hoặc “Trả lại”.',
      'Ghi “Lý do” để đơn vị biết cần bổ sung gì.',
      'Ghi “Báo cáo lại chậm nhất ngày”. Báo cáo không có nội dung thì để trống.',
      'Gửi. Đơn vị nhận thông báo ngay.',
    ],
  },
  {
    id: 'nhiem-vu',
    title: 'Tìm và theo dõi nhiệm vụ',
    roles: [...office, 'leader', 'admin'],
    lead: 'Trang “Nhiệm vụ” lọc theo đơn vị, phòng, lĩnh vực, trạng thái. Bộ lọc nằm trong địa chỉ trang: chép gửi người khác được.',
    steps: [
      'Gõ vào ô tìm: số văn bản, nội dung hoặc tên đơn vị, không dấu cũng được.',
      'Bấm các trạng thái ở trên danh sách để lọc; “Bỏ lọc” để xem lại tất cả.',
      'Bấm vào một dòng để xem hạn, các lần đặt hạn, báo cáo, câu hỏi và lịch sử từng bước.',
    ],
    to: { href: '/nhiem-vu', text: 'Mở Nhiệm vụ' },
    pages: ['/nhiem-vu', '/nhiem-vu/:id'],
  },
  {
    id: 'bao-cao-giay',
    title: 'Ghi báo cáo giấy thay đơn vị',
    roles: enters,
    lead: 'Đơn vị báo cáo bằng văn bản giấy: ghi vào hệ thống một lần cho nhiều nhiệm vụ.',
    steps: [
      'Mở “Ghi báo cáo giấy” từ trang “Chờ xác nhận”.',
      'Gõ số văn bản giao việc hoặc tên đơn vị, [Enter] để lấy nhiệm vụ. Dán nhiều dòng cũng được.',
      'Ghi “Số văn bản đến”, “Ngày văn bản đến”. “Ngày tính báo cáo” để trống là hôm nay.',
      'Đánh dấu “Xác nhận hoàn thành luôn” nếu đã đạt, rồi [Ctrl] [Enter].',
    ],
    notes: [
      'Chỉ Văn phòng ghi lùi ngày được, không sớm hơn ngày văn bản đến; việc ghi lùi được thống kê riêng.',
    ],
    picture: {
      name: 'bao-cao-giay',
      alt: 'Trang Ghi báo cáo giấy: ô tìm nhiệm vụ, số và ngày văn bản đến, danh sách nhiệm vụ đã chọn.',
    },
    to: { href: '/bao-cao-giay', text: 'Mở Ghi báo cáo giấy' },
    pages: ['/bao-cao-giay'],
  },
  {
    id: 'don-doc',
    title: 'Đôn đốc, trả lời câu hỏi, điều chỉnh hạn',
    roles: office,
    lead: 'Hệ thống tự nhắc trước hạn 7, 3, 1 ngày và khi quá hạn. Các bước này dùng khi cần thêm.',
    steps: [
      'Một nhiệm vụ: mở ra, “Việc khác”, “Đôn đốc”, ghi “Lời nhắc”.',
      'Cả nhóm chưa báo cáo: ở “Chờ xác nhận”, xem “Theo nhiệm vụ”, bấm [D].',
      'Công văn đôn đốc: ở “Nhiệm vụ”, lọc đơn vị rồi bấm “Công văn đôn đốc”.',
      'Trả lời câu hỏi của đơn vị: mở nhiệm vụ, “Trả lời câu này”, trong 3 ngày làm việc.',
      'Đổi hạn theo văn bản mới: “Việc khác”, “Điều chỉnh hạn”, ghi “Văn bản căn cứ”.',
    ],
  },
  {
    id: 'dot-xu-ly',
    title: 'Đợt xử lý tồn đọng',
    roles: office,
    lead: 'Chốt một danh sách nhiệm vụ, một ngày mục tiêu, xử lý bằng tệp Excel.',
    steps: [
      'Ở “Nhiệm vụ”, lọc rồi bấm “Mở đợt xử lý”; đặt “Tên đợt”, “Ngày mục tiêu”.',
      'Trong đợt: “Tải tệp Excel”, ghi cột “Kết quả đề xuất”, “Nhập tệp đã ghi”.',
      'Xem trước từng dòng rồi mới áp dụng. Dòng đã có người khác sửa được báo “Đã thay đổi”, không bị ghi đè.',
    ],
    to: { href: '/dot-xu-ly', text: 'Mở Đợt xử lý' },
    pages: ['/dot-xu-ly', '/dot-xu-ly/moi', '/dot-xu-ly/:id'],
  },
];
