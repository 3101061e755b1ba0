import type { Desk } from '@tddh/core/desk';
import { exportedItems } from '@tddh/core/exporting';
import type { Item } from '@tddh/core/item';
import type { AssignmentFilter } from '@tddh/domain/filter';
import { Refusal } from '@tddh/domain/refusal';
import { stateWords } from '@tddh/domain/statewords';
import { streamSheet } from '@tddh/forms/stream';
import type { Ground } from './ground.ts';

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
  { title: 'Địa chỉ', width: 40, kind: 'link' },
] as const;

/**
 * A list of assignments as XLSX in one answer.
 * @throws Refusal `too_large` where it is longer than an answer holds, or takes too long to make: then it is a job
 */
export async function listPaper(
  desk: Desk,
  filter: AssignmentFilter,
  { origin, answer }: { origin: string; answer: Ground['answer'] },
): Promise<Uint8Array> {
  return collect(sheetOf(exportedItems(desk, filter), origin), answer);
}

/** The rows of a job as XLSX, however many: memory grows with the packed file alone. */
export async function listFile(items: AsyncIterable<Item>, origin: string): Promise<Uint8Array> {
  return collect(sheetOf(items, origin));
}

function sheetOf(items: AsyncIterable<Item>, origin: string): AsyncIterable<Uint8Array> {
  const rows = async function* () {
    let ordinal = 0;
    for await (const item of items) {
      ordinal += 1;
      yield rowOf(ordinal, item, origin);
    }
  };
  return streamSheet('Nhiệm vụ', columns, rows());
}

function rowOf(ordinal: number, item: Item, origin: string): (string | number | null)[] {
  const { document } = item;
  return [
    ...[ordinal, document.number, document.issuedOn, document.subject, item.content, item.agency.name],
    ...[item.role === 'lead' ? 'Chủ trì' : 'Phối hợp', item.department.name, item.assignedOn, item.dueOn],
    ...[stateWords[item.state], item.leaf, `${origin}/nhiem-vu/${item.id}`],
  ];
}

async function collect(stream: AsyncIterable<Uint8Array>, limit?: Ground['answer']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const begun = performance.now();
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (limit && (size > limit.bytes || performance.now() - begun > limit.milliseconds)) {
      throw new Refusal('too_large', 'Danh sách quá dài cho một lần trả lời.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
