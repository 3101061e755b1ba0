/** Words of the page of settings: for each figure of `settingRules` its name and a hint. */
export const settings = {
  settings: {
    lead: 'Các con số mà hệ thống dùng. Thay đổi có hiệu lực ngay với mọi người và được ghi nhật ký.',
    group: {
      work: 'Nhiệm vụ',
      mail: 'Nhắc việc và thư',
      access: 'Đăng nhập',
      files: 'Tệp',
      record: 'Lưu trữ',
    },
    startAfter: 'Tự chuyển sang đang thực hiện sau (ngày làm việc)',
    startAfterHint: 'Nhiệm vụ chưa ai tiếp nhận. Từ 0 đến 30.',
    extensions: 'Số lần gia hạn theo đề nghị của đơn vị',
    extensionsHint: 'Tính cho mỗi nhiệm vụ. Từ 0 đến 10.',
    answerWithin: 'Hạn trả lời câu hỏi (ngày làm việc)',
    answerWithinHint: 'Từ 1 đến 30.',
    secondPerson: 'Báo cáo giấy phải do người khác xác nhận',
    secondPersonHint: 'Người ghi báo cáo thay đơn vị không tự xác nhận được.',
    decimalComma: 'Văn bản xuất ra dùng dấu phẩy thập phân',
    decimalCommaHint: 'Biểu mẫu chính thức dùng dấu chấm (49.39). Tệp Excel giữ số là số.',
    remindBefore: 'Nhắc đơn vị trước hạn (ngày)',
    remindBeforeHint: 'Ví dụ 7, 3, 1. Rơi vào ngày nghỉ thì nhắc vào ngày làm việc liền trước.',
    noteEvery: 'Nhiệm vụ không hạn phải ghi tiến độ sau mỗi (ngày)',
    noteEveryHint: 'Từ 7 đến 365.',
    mailDays: 'Gửi lại thư chưa đi được trong (ngày)',
    mailDaysHint: 'Sau đó thư nằm ở trang Thư gửi đi, chờ quản trị gửi lại. Từ 1 đến 14.',
    rosterReminders: 'Nhắc gửi nhân sự chuyên trách trước hạn (ngày)',
    rosterRemindersHint: 'Các số cách nhau bằng dấu phẩy, ví dụ 3, 1. Để trống là không nhắc.',
    escalateAfter: 'Báo cáo chờ xác nhận được báo lên cấp trên sau (ngày làm việc)',
    escalateAfterHint:
      'Lần lượt Trưởng phòng, Phó Chánh Văn phòng phụ trách, Chánh Văn phòng; ví dụ 3, 5, 10.',
  },
};
