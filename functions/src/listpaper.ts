import type { Desk } from '@tddh/core/desk';
import { exportedItems } from '@tddh/core/exporting';
import type { Item } from '@tddh/core/item';
import type { AssignmentFilter } from '@tddh/domain/filter';
import { Refusal } from '@tddh/domain/refusal';

const columns = [
  { title: 'Stt', width: 6, kind: 'number' },
  { title: 'Số, ký hiệu', width: 20 },
  { title: 'Ngày ban hành', width: 14, kind: 'day' },
  { title: 'Trích yếu', width: 50 },
  { title: 'Nội dung nhiệm vụ', width: 70 },
  { title: 'Đơn vị', width: 34 },
  { title: 'Vai trò', width: 12 },
  { title: 'Phòng theo dõi', width: 30 },
  { title: 'Ngày giao', width: 14, kind: 'day' },
  { title: 'Hạn', width: 14, kind: 'day' },
  { title: 'Tình trạng', width: 28 },
  { title: 'Cột phụ lục', width: 12, kind: 'number' },
  { title: 'Địa chỉ', width: 40 },
] as const;

const states: Readonly<Record<Item['state'], string>> = {
  assigned: 'Mới giao',
  working: 'Đang thực hiện',
  soon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  awaiting: 'Chờ xác nhận',
  done: 'Hoàn thành đúng hạn',
  late: 'Hoàn thành quá hạn',
  nodue: 'Không có hạn',
  support: 'Phối hợp',
  paused: 'Tạm dừng',
  recalled: 'Thu hồi',
  transferred: 'Đã chuyển',
  cancelled: 'Đã hủy',
};

/** A list of assignments as XLSX, written page by page: memory does not grow with it. */
export async function listPaper(desk: Desk, filter: AssignmentFilter, origin: string) {
  const { streamSheet } = await import('@tddh/forms/stream');
  const rows = async function* () {
    let ordinal = 0;
    for await (const item of exportedItems(desk, filter)) {
      ordinal += 1;
      yield rowOf(ordinal, item, origin);
    }
  };
  return collect(await streamSheet('Nhiệm vụ', columns, rows()));
}

function rowOf(ordinal: number, item: Item, origin: string): (string | number | null)[] {
  const { document } = item;
  return [
    ...[ordinal, document.number, document.issuedOn, document.subject, item.content, item.agency.name],
    ...[item.role === 'lead' ? 'Chủ trì' : 'Phối hợp', item.department.name, item.assignedOn, item.dueOn],
    ...[states[item.state], item.leaf, `${origin}/nhiem-vu/${item.id}`],
  ];
}

/** Bytes of an answer at most: Lambda answers at most 6 MB, a third of which base64 takes. */
const mostBytes = 4 * 1024 * 1024;

/** The whole of a stream. @throws Refusal `too_large` as soon as it grows over what an answer may hold */
async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) {
      throw new Refusal('too_large', 'Tệp xuất ra lớn hơn 4 MB. Hãy lọc hẹp lại rồi xuất từng phần.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
