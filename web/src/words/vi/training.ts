/** Words of the training mode. */
export const training = {
  training: {
    label: 'Chế độ tập huấn',
    banner: 'CHẾ ĐỘ TẬP HUẤN',
    says: 'Dữ liệu mẫu, ngày {{day}}: làm thử thoải mái, không gửi gì ra ngoài, không vào số liệu thật.',
    saysOutside: 'Làm thử thoải mái: không gửi gì ra ngoài, không vào số liệu thật.',
    over: 'Làm lại từ đầu',
    overTitle: 'Làm lại từ dữ liệu mẫu',
    overLead:
      'Mọi điều đã làm thử của tất cả mọi người bị xóa, dữ liệu mẫu được nạp lại. Mọi người phải đăng nhập lại. Số liệu thật không liên quan.',
    overDo: 'Xóa và nạp lại',
    overBusy: 'Đang nạp lại, khoảng vài giây…',
    roles: 'Chọn vai trò để vào thử',
    rolesLead: 'Không cần mật khẩu. Vào vai nào cũng được, đổi vai bằng cách đăng xuất.',
    enter: 'Vào với vai trò {{role}}',
  },
};
