import { everybody, office, type Topic } from './topic.ts';

/** What everybody needs: getting in, being told, finding, keys. */
export const everyTopics: readonly Topic[] = [
  {
    id: 'dang-nhap',
    title: 'Đăng nhập & xác thực hai lớp',
    roles: everybody,
    lead: 'Mỗi người một tài khoản do phòng Hành chính - Quản trị cấp. Không dùng chung.',
    steps: [
      'Ghi “Tên đăng nhập”, “Mật khẩu”, bấm “Đăng nhập”. Sai 5 lần thì tài khoản tạm khóa ít phút.',
      'Quên mật khẩu hoặc mất điện thoại: bấm “Không vào được?” ở trang đăng nhập, một liên kết được gửi tới hộp thư của bạn.',
      'Bật xác thực hai lớp: mở “Tài khoản của tôi”, “Bật xác thực hai lớp”, quét mã bằng ứng dụng xác thực, nhập mã 6 số. Chép các mã dự phòng ra giấy.',
      'Lâu không thao tác thì phiên khóa: nhập mật khẩu để mở, nội dung đang nhập còn nguyên.',
    ],
    notes: [
      'Quản trị hệ thống phải bật xác thực hai lớp.',
      'Dùng máy người khác xong: “Đăng xuất”. Quên thì “Đăng xuất khỏi mọi nơi” ở “Tài khoản của tôi”.',
    ],
    picture: {
      name: 'tai-khoan',
      alt: 'Trang Tài khoản của tôi: đổi mật khẩu, bật xác thực hai lớp, các phiên đang mở.',
    },
    to: { href: '/tai-khoan', text: 'Mở Tài khoản của tôi' },
    pages: ['/tai-khoan'],
  },
  {
    id: 'thong-bao',
    title: 'Thông báo và thư',
    roles: everybody,
    lead: 'Mọi thông báo có ở hình chuông. Thư thì tự chọn: gửi ngay, hoặc một bản tổng hợp mỗi sáng làm việc.',
    steps: [
      'Bấm hình chuông để đọc; bấm một dòng để mở nhiệm vụ.',
      'Bấm “Cách nhận” để chọn cho từng loại: “Gửi ngay”, “Bản tổng hợp”, “Chỉ trong hệ thống”.',
    ],
    to: { href: '/thong-bao', text: 'Chọn cách nhận' },
    pages: ['/thong-bao'],
  },
  {
    id: 'tim',
    title: 'Tìm và đi tới',
    roles: everybody,
    lead: 'Một ô tìm cho tất cả: số văn bản, nội dung, đơn vị, tên trang.',
    steps: [
      'Bấm [Ctrl] [K] hoặc ô “Tìm nhiệm vụ, văn bản, đơn vị” ở đầu trang.',
      'Gõ vài chữ, không dấu cũng được: gõ dak song là ra Đắk Song.',
      'Mũi tên để chọn, [Enter] để mở.',
    ],
  },
  {
    id: 'phim-tat',
    title: 'Phím tắt',
    roles: everybody,
    lead: 'Bấm [?] ở bất kỳ trang nào để xem đủ.',
    steps: [
      'Trong danh sách: [J] xuống, [K] lên, [X] chọn, [Enter] mở.',
      '[/] tới ô tìm, [Ctrl] [K] tìm mọi thứ, [Esc] đóng.',
      '[G] rồi [O] tới “Tổng quan”, [G] rồi [N] tới “Nhiệm vụ”.',
      '[Z] hoàn tác trong 8 giây.',
    ],
    notes: ['Phím tắt không chạy khi đang gõ trong một ô.'],
  },
  {
    id: 'tap-huan',
    title: 'Tập huấn: làm thử không sợ sai',
    roles: everybody,
    lead: 'Chế độ tập huấn là một bản riêng với dữ liệu mẫu. Ai cũng vào được mọi vai trò, không gửi gì ra ngoài, không vào số liệu.',
    steps: [
      'Bấm “Mở chế độ tập huấn” ở đầu trang trợ giúp. Trang mở ra có dòng màu tím “CHẾ ĐỘ TẬP HUẤN”.',
      'Chọn một vai trò, không cần mật khẩu. Nhập văn bản, báo cáo, xác nhận như thật.',
      'Muốn bắt đầu lại: vào vai trò “Quản trị hệ thống”, bấm “Làm lại từ đầu”.',
    ],
    notes: ['Thư mà hệ thống thật sẽ gửi nằm lại ở “Thư gửi đi”, ghi rõ lý do là tập huấn.'],
  },
  {
    id: 'doi-chieu',
    title: 'Đối chiếu quốc gia',
    roles: office,
    lead: 'Chỗ văn bản, nhiệm vụ của tỉnh khác với bản quốc gia: hệ thống không tự ghi đè, phòng theo dõi quyết định.',
    steps: [
      'Mở “Đối chiếu quốc gia” từ “Sổ văn bản”.',
      'Mỗi dòng có “Của tỉnh” và “Của quốc gia”: chọn “Giữ của tỉnh” hoặc “Theo quốc gia”.',
    ],
    to: { href: '/doi-chieu', text: 'Mở Đối chiếu quốc gia' },
    pages: ['/doi-chieu'],
  },
];
