const bytes = (text: string) => new TextEncoder().encode(text);

/** The smallest files of each kind, for tests. */
export const pdf = bytes('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);

/** A zip of entries, without sums; `deflated` says that the bytes come so. */
export function zip(entries: readonly (readonly [string, Uint8Array, 'deflated'?])[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content, deflated] of entries) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(deflated ? 8 : 0, 4);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
}

function office(part: string, type: string, more: readonly (readonly [string, string])[] = []): Uint8Array {
  const all = [[part, type] as const, ...more];
  const overrides = all.map(([name, of]) => `<Override PartName="/${name}" ContentType="${of}"/>`).join('');
  const types = `<?xml version="1.0"?><Types>${overrides}</Types>`;
  return zip([['[Content_Types].xml', bytes(types)], ...all.map(([name]) => [name, bytes('<x/>')] as const)]);
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word file, with one more part where a test wants one. */
export function wordFile(part?: string, type = ''): Uint8Array {
  const more = part ? [[part, `application/vnd.ms-office.${type}`] as const] : [];
  return office('word/document.xml', word, more);
}

/** A workbook that holds macros. */
export function macroBook(): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  return office('xl/workbook.xml', type, [['xl/vbaProject.bin', 'application/octet-stream']]);
}

/** An OpenDocument text. */
export function openText(part?: string): Uint8Array {
  return zip([
    ['mimetype', bytes('application/vnd.oasis.opendocument.text')],
    ['content.xml', bytes('<x/>')],
    ...(part ? [[part, bytes('<x/>')] as const] : []),
  ]);
}

/** A compound file (Office before 2007) whose directory names these streams. */
export function compoundFile(...streams: string[]): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return new Uint8Array(Buffer.concat([head, ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le'))]));
}
