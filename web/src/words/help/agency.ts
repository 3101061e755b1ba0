import { agency, type Topic } from './topic.ts';

/** What agencies do: see their work, report, ask. */
export const agencyTopics: readonly Topic[] = [
  {
    id: 'viec-cua-toi',
    title: 'Xem việc của đơn vị',
    roles: agency,
    lead: 'Trang “Việc của tôi” xếp sẵn: bị trả lại, quá hạn, sắp đến hạn, rồi phần còn lại. Làm từ trên xuống.',
    steps: [
      'Đăng nhập xong, trang “Việc của tôi” mở ra ngay.',
      'Cột “Hạn” ghi còn mấy ngày hoặc đã quá mấy ngày. Dòng “Bị trả lại hoặc mở lại, cần báo cáo lại” làm trước tiên.',
      'Bấm vào một dòng (hoặc [J], [K] rồi [Enter]) để xem văn bản giao, hạn, lịch sử và các câu hỏi.',
      'Bấm “Tiếp nhận” để Văn phòng biết đơn vị đã nhận việc. Không bấm thì sau 2 ngày làm việc hệ thống tự chuyển sang “Đang thực hiện”.',
    ],
    notes: [
      'Chỉ việc của đơn vị mình hiện ở đây, cả việc chủ trì và việc phối hợp (ghi rõ “phối hợp”).',
      'Ngày đến hạn vẫn là trong hạn: hạn 30/6 thì báo cáo ngày 30/6 là đúng hạn.',
    ],
    picture: {
      name: 'viec-cua-toi',
      alt: 'Trang Việc của tôi: các nhóm việc, cột hạn và nút Báo cáo ở cuối mỗi dòng.',
    },
    to: { href: '/nhiem-vu', text: 'Mở Việc của tôi' },
    pages: ['/nhiem-vu'],
  },
  {
    id: 'bao-cao',
    title: 'Báo cáo kết quả',
    roles: agency,
    lead: 'Hạn được tính đến ngày đơn vị báo cáo. Văn phòng xác nhận sau cũng không làm đơn vị bị quá hạn.',
    steps: [
      'Mở nhiệm vụ. Ở khung “Báo cáo kết quả”, ghi ngắn gọn “Kết quả thực hiện”.',
      'Ghi “Số văn bản báo cáo” và “Ngày văn bản báo cáo”, hoặc kéo thả tệp vào khung “Tệp kèm theo”. Cần ít nhất một trong hai.',
      'Bấm “Báo cáo kết quả” (hoặc [Ctrl] [Enter]). Trạng thái đổi sang “Chờ xác nhận” và thôi tính hạn từ hôm nay.',
    ],
    notes: [
      'Gửi nhầm? Trong 8 giây bấm “Hoàn tác”. Sau đó mở nhiệm vụ, “Việc khác”, “Rút báo cáo”, khi Văn phòng chưa quyết định.',
      'Đang ghi dở mà đóng trang thì bản nháp vẫn còn trên máy đó.',
      'Đơn vị phối hợp không báo cáo kết quả, mà ghi tiến độ và hỏi.',
    ],
    picture: {
      name: 'bao-cao',
      alt: 'Khung Báo cáo kết quả của một nhiệm vụ: ô kết quả, số và ngày văn bản, chỗ thả tệp, nút Báo cáo kết quả.',
    },
    to: { href: '/nhiem-vu', text: 'Chọn việc để báo cáo' },
    pages: ['/nhiem-vu/:id'],
  },
  {
    id: 'bi-tra-lai',
    title: 'Khi báo cáo bị trả lại',
    roles: agency,
    lead: 'Văn phòng trả lại kèm lý do và thường kèm ngày phải báo cáo lại.',
    steps: [
      'Việc bị trả lại đứng đầu “Việc của tôi”, trong nhóm “Bị trả lại hoặc mở lại, cần báo cáo lại”.',
      'Mở việc, đọc lý do và dòng “báo cáo lại chậm nhất ngày” trong khung “Báo cáo kết quả”.',
      'Bổ sung rồi báo cáo lại như lần đầu.',
    ],
    notes: [
      'Báo cáo lại chậm nhất ngày đó thì ngày báo cáo lần đầu vẫn được tính: trong hạn vẫn là trong hạn.',
      'Quá ngày đó mà chưa báo cáo lại, nhiệm vụ được tính đến hôm nay, có thể thành quá hạn.',
    ],
  },
  {
    id: 'xin-gia-han',
    title: 'Xin gia hạn',
    roles: agency,
    lead: 'Xin trước khi đến hạn. Mỗi nhiệm vụ thường được gia hạn một lần.',
    steps: [
      'Mở nhiệm vụ, ở khung “Việc có thể làm” bấm “Xin gia hạn”. Không thấy thì bấm “Việc khác” (phím [M]).',
      'Ghi “Hạn mới” và “Lý do”. Người gửi không phải lãnh đạo đơn vị thì ghi thêm “Số văn bản đề nghị” đã được lãnh đạo ký.',
      'Gửi. Nhiệm vụ ghi rõ đang xin gia hạn cho tới khi lãnh đạo Văn phòng quyết định.',
    ],
    notes: ['Đang xin gia hạn thì vẫn tính theo hạn cũ, cho tới khi được đồng ý.'],
  },
  {
    id: 'tien-do-va-hoi',
    title: 'Ghi tiến độ, hỏi Văn phòng, đề nghị xem lại việc tính quá hạn',
    roles: agency,
    lead: 'Hỏi ngay trên nhiệm vụ thay cho gọi điện: câu hỏi có hạn trả lời và được lưu.',
    steps: [
      'Mở nhiệm vụ, bấm “Ghi tiến độ, vướng mắc” (phím [T]) hoặc “Đặt câu hỏi” (phím [H]).',
      'Bị tính quá hạn không đúng: chọn “Hỏi, đề nghị xem lại quá hạn”, đánh dấu “Đề nghị xem lại việc tính quá hạn”. Văn phòng phải trả lời trong 3 ngày làm việc.',
      'Câu trả lời hiện ở khung “Hỏi và trả lời” và ở hình chuông.',
    ],
    notes: ['Nhiệm vụ không có hạn cần ghi tiến độ 30 ngày một lần.'],
    picture: {
      name: 'viec-khac',
      alt: 'Khung Việc có thể làm của đơn vị: các nút Ghi tiến độ, vướng mắc, Đặt câu hỏi và trình đơn Việc khác.',
    },
  },
  {
    id: 'chuyen-don-vi',
    title: 'Việc giao nhầm đơn vị',
    roles: agency,
    lead: 'Đơn vị đề nghị chuyển, phòng theo dõi của Văn phòng quyết định.',
    steps: [
      'Mở nhiệm vụ, “Việc khác”, chọn “Chuyển đơn vị khác”.',
      'Chọn đơn vị ở ô “Chuyển cho”, ghi “Lý do”, gửi.',
      'Khi được đồng ý, nhiệm vụ sang đơn vị mới với ngày giao và hạn như cũ.',
    ],
  },
  {
    id: 'so-lieu-don-vi',
    title: 'Số liệu của đơn vị',
    roles: agency,
    lead: 'Trang “Tổng quan” cho biết đơn vị có bao nhiêu việc, trong hạn, quá hạn, chờ xác nhận.',
    steps: [
      'Bấm vào một con số: danh sách mở ra có đúng bấy nhiêu nhiệm vụ.',
      'Bấm nút ghi kỳ đang xem ở đầu trang (“Đổi kỳ”) để xem tháng, quý, năm hoặc ngày bất kỳ.',
      'Đổi “Theo ngày báo cáo” sang “Theo ngày xác nhận” để thấy phần chờ là của đơn vị hay của Văn phòng.',
    ],
    to: { href: '/', text: 'Mở Tổng quan' },
    pages: ['/'],
  },
];
