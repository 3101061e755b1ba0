/** A letter as it came over the wire, in the parts that the trap shows. */
export interface Mime {
  /** Names in lower case; of a header that comes twice, the last. */
  headers: Readonly<Record<string, string>>;
  text: string;
}

/**
 * Reads a letter of one plain text part, as the product sends them; of anything else the body is shown as it is.
 * @param raw the bytes of the letter
 */
export function readMime(raw: Buffer): Mime {
  const whole = raw.toString('latin1');
  const end = whole.search(/\r?\n\r?\n/);
  const head = (end < 0 ? whole : whole.slice(0, end)).replace(/\r?\n[ \t]+/g, ' ');
  const body = end < 0 ? '' : whole.slice(end).replace(/^\r?\n\r?\n/, '');
  const headers = Object.fromEntries(
    head.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [] : [[line.slice(0, at).toLowerCase(), words(line.slice(at + 1).trim())]];
    }),
  );
  const encoding = headers['content-transfer-encoding']?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quoted(body)
        : body;
  const text = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  return { headers, text: text.toString('utf8').replaceAll('\r\n', '\n') };
}

/** Quoted-printable (RFC 2045, 6.7) as bytes. */
function quoted(text: string): Buffer {
  const joined = text.replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Encoded words of a header (RFC 2047), both encodings, in UTF-8. */
function words(value: string): string {
  return value.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) => {
    const parts = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)];
    return Buffer.concat(
      parts.map(([, kind, text = '']) =>
        kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' ')),
      ),
    ).toString('utf8');
  });
}
