import { actWords } from '@tddh/domain/actwords';

/** Words of the audit log. */
export const audit = {
  audit: {
    title: 'Nhật ký hệ thống',
    lead: 'Mới nhất trước. Không ai sửa hoặc xóa được dòng nào.',
    who: 'Người thực hiện',
    anybody: 'Mọi người',
    act: 'Việc',
    anything: 'Mọi việc',
    from: 'Từ ngày',
    to: 'Đến ngày',
    at: 'Thời điểm',
    subject: 'Đối tượng',
    detail: 'Chi tiết',
    nobody: 'Chưa đăng nhập',
    empty: 'Không có dòng nào',
    emptyHint: 'Hãy bỏ bớt điều kiện lọc.',
    more: 'Xem tiếp',
    export: 'Tải Excel',
    acts: actWords,
  },
};
