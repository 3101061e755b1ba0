/** Words around the help; what it tells stands in `words/help/`. */
export const help = {
  help: {
    title: 'Trợ giúp: {{role}}',
    jobs: 'Các việc',
    roles: 'Trợ giúp của vai trò',
    search: 'Tìm trong trợ giúp',
    none: 'Không có việc nào khớp “{{text}}”',
    noneHint: 'Gõ ít chữ hơn; gõ không dấu cũng được.',
    notes: 'Nên biết',
    zoom: 'Phóng to: {{what}}',
    missing: 'Chưa có trang trợ giúp này',
    missingHint: 'Chọn vai trò ở trên.',
    training:
      'Muốn làm thử trước? Chế độ tập huấn có dữ liệu mẫu riêng: không gửi gì ra ngoài, không vào số liệu.',
    trainingOpen: 'Mở chế độ tập huấn',
    language: '',
  },
};
