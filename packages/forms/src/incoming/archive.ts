import { Refusal } from '@tddh/domain/refusal';
import { Inflate } from 'fflate';

/** Limits of what is taken out of an archive: real office files stay far below. */
const mostEntries = 5000;
const mostBytes = 48 * 1024 * 1024;
const step = 8192;

/** A refusal of a file: `path` of its fault names the kind of trouble, the message says the way out. */
export function badFile(kind: string, message: string): Refusal {
  return new Refusal('bad_file', message, [{ path: kind, message }]);
}

const damaged = () =>
  badFile('damaged', 'Tệp bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp gốc, hoặc dán nội dung.');

/**
 * Unpacks chosen entries of a zip archive (Word, Excel). What an entry says of its own size is not believed: bytes
 * are counted while they are unpacked, and a bomb ends at the limit.
 * @param want which entries, by name; all others are never unpacked
 * @throws Refusal `bad_file`
 */
export function unpack(bytes: Uint8Array, want: (name: string) => boolean): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Map<string, Uint8Array>();
  const end = directoryEnd(bytes, view);
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw badFile('bomb', 'Tệp chứa quá nhiều phần bên trong nên không mở.');
  let left = mostBytes;
  try {
    for (let i = 0; i < count; i += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) throw damaged();
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      if (want(name)) {
        if (view.getUint16(at + 8, true) & 1)
          throw badFile('locked', 'Tệp có mật khẩu. Hãy gỡ mật khẩu, hoặc dán nội dung.');
        const local = view.getUint32(at + 42, true);
        const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
        const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
        const plain = view.getUint16(at + 10, true) === 0 ? packed : inflate(packed, left);
        left -= plain.length;
        if (left < 0) throw bomb();
        out.set(name, plain);
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
  return out;
}

const bomb = () =>
  badFile('bomb', 'Tệp nén bất thường (giải nén ra quá lớn) nên không mở. Hãy dán nội dung thay cho tệp.');

/** Inflates at most `most` bytes. @throws Refusal `bad_file` beyond that, or where the stream is broken */
function inflate(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size > most) throw bomb();
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += step)
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Where the archive's directory ends; the comment after it has at most 65,535 bytes. */
function directoryEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged();
}
