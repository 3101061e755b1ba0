/** Words of the locked screen, which must stand without a network. */
export const lock = {
  lock: {
    title: 'Phiên đã khóa',
    lead: 'Lâu không thao tác nên phiên được khóa. Nội dung đang nhập vẫn còn nguyên.',
    submit: 'Mở khóa',
    leave: 'Đăng xuất',
  },
};
