/** What a zip says of itself: its names, and where each entry lies. Nothing is inflated here. */
export interface Zip {
  names: readonly string[];
  /** True where an entry needs a password. */
  locked: boolean;
  entry(name: string): { data: Uint8Array; stored: boolean } | undefined;
}

const mostEntries = 10_000;

/** Reads the directory of a zip (PKWARE APPNOTE 4.3). Undefined for what is none, or cut, or beyond 4 GB. */
export function readZip(bytes: Uint8Array): Zip | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries || at > end) return undefined;
  const places = new Map<string, { offset: number; size: number; method: number }>();
  let locked = false;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameSize = view.getUint16(at + 28, true);
    const next = at + 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
    // Two entries of one name: readers differ in which they take.
    if (places.has(name)) return undefined;
    locked ||= (view.getUint16(at + 8, true) & 1) === 1;
    places.set(name, {
      offset: view.getUint32(at + 42, true),
      size: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
    });
    at = next;
  }
  const byPlace = [...places].sort(([, a], [, b]) => a.offset - b.offset);
  return {
    names: byPlace.map(([name]) => name),
    locked,
    entry(name) {
      const place = places.get(name);
      if (!place || (place.method !== 0 && place.method !== 8)) return undefined;
      const { offset, size } = place;
      if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return undefined;
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      if (start + size > bytes.length) return undefined;
      return { data: bytes.subarray(start, start + size), stored: place.method === 0 };
    },
  };
}

/** Where the record of the directory's end begins: within the last 64 kB, before a comment at most. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}
