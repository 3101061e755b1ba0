/** Words of files that are too long to come at once. */
export const fileout = {
  fileout: {
    title: 'Tệp đã xuất',
    lead: 'Danh sách quá dài để tải về ngay thì được ghi thành tệp tại đây; chỉ người xuất mới tải được.',
    none: 'Chưa có tệp nào',
    noneHint: 'Danh sách dài hơn mức một lần tải sẽ hiện ở đây sau khi bấm “Xuất Excel”.',
    toList: 'Mở danh sách nhiệm vụ',
    asked: 'Yêu cầu lúc {{at}}',
    working: 'Đang ghi: đã đọc {{rows}} dòng. Bạn có thể rời trang này, tệp vẫn được ghi tiếp.',
    done: '{{rows}} dòng, {{size}} MB; tải được đến {{until}}',
    fetch: 'Tải về',
  },
};
