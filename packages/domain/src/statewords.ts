import type { State } from './state.ts';

/** What each state is called, on the page and on paper (design.md). It imports nothing that runs: the first page reads it. */
export const stateWords: Readonly<Record<State, string>> = {
  assigned: 'Mới giao',
  working: 'Đang thực hiện',
  soon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  awaiting: 'Chờ xác nhận',
  done: 'Hoàn thành',
  late: 'Hoàn thành trễ',
  nodue: 'Không thời hạn',
  support: 'Phối hợp',
  paused: 'Tạm dừng',
  recalled: 'Thu hồi',
  transferred: 'Chuyển giao',
  cancelled: 'Đã hủy',
};
