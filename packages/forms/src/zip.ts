import { Refusal } from '@tddh/domain/refusal';
import { Inflate } from 'fflate';

/** What may come out of a file at most. */
export interface Caps {
  /** Bytes of all parts together. */
  bytes: number;
  /** Parts. */
  parts: number;
}

const end = 0x06054b50;
const entry = 0x02014b50;
/** Compressed bytes that are inflated at a time: they can grow to some 16 MB before the cap is looked at. */
const slice = 16 * 1024;

/**
 * The parts of a zip, inflated with a cap: what a file says about its own sizes is not believed.
 * @param bytes a whole file
 * @param wanted the names that are inflated; others are passed over
 * @throws Refusal `bad_file` where it is no zip, is encrypted or damaged, or grows over a cap
 */
export function unzip(
  bytes: Uint8Array,
  caps: Caps,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  let left = caps.bytes;
  try {
    const at = endOf(view);
    const count = view.getUint16(at + 10, true);
    if (count > caps.parts) throw tooBig();
    let place = view.getUint32(at + 16, true);
    for (let i = 0; i < count; i += 1) {
      if (view.getUint32(place, true) !== entry) throw damaged();
      const nameLength = view.getUint16(place + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(place + 46, place + 46 + nameLength));
      if (wanted(name)) {
        const part = partAt(bytes, view, place, left);
        left -= part.length;
        parts.set(name, part);
      }
      place += 46 + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged();
  }
  return parts;
}

/** The place of the record that ends every zip. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 65_557; at -= 1) {
    if (view.getUint32(at, true) === end) return at;
  }
  throw damaged();
}

function partAt(bytes: Uint8Array, view: DataView, place: number, most: number): Uint8Array {
  const [flags, method] = [view.getUint16(place + 8, true), view.getUint16(place + 10, true)];
  const size = view.getUint32(place + 20, true);
  const local = view.getUint32(place + 42, true);
  if (flags & 1) throw new Refusal('bad_file', 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.');
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(from, from + size);
  if (packed.length !== size || (method !== 0 && method !== 8)) throw damaged();
  if (method === 8) return inflate(packed, most);
  if (size > most) throw tooBig();
  return packed;
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const machine = new Inflate((chunk) => {
    total += chunk.length;
    if (total > most) throw tooBig();
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length || at === 0; at += slice) {
    machine.push(packed.subarray(at, at + slice), at + slice >= packed.length);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function damaged(): Refusal {
  return new Refusal(
    'bad_file',
    'Tệp không phải Excel (.xlsx) hoặc đã hỏng. Hãy lưu lại thành .xlsx rồi gửi.',
  );
}
function tooBig(): Refusal {
  return new Refusal('bad_file', 'Tệp quá lớn khi mở ra. Hãy chia thành nhiều tệp nhỏ rồi gửi lần lượt.');
}
