const proper =
  /(?<=(?:tỉnh|thành phố|huyện|quận|phường|xã|thị xã)\s)((?!ủy)\p{Ll}[\p{L}'’]*(?:\s\p{Ll}[\p{L}'’]*){0,3})(?=$|[,.;)])/gu;
const field = /(?<=^(?:bộ|sở|cục|vụ|tổng cục|ban)\s)(.+)$/u;

/**
 * Words in capitals as a text writes them: as the body of the document has the same phrase, otherwise in small
 * letters with the capitals that names of bodies and places have. Other words stay as they are.
 */
export function written(words: string, body: string): string {
  if (words !== words.toUpperCase()) return words;
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  for (const found of body.matchAll(new RegExp(pattern, 'giu'))) {
    const tidy = found[0].replace(/\s+/g, ' ');
    if (tidy !== tidy.toUpperCase()) return tidy;
  }
  const small = words
    .toLowerCase()
    .replace(/(?<!\p{L})(?:ubnd|hđnd|ttg|vpcp|mttq|tnhh|mtv|qlda|tms|gis|ai|csdl|pccc)(?!\p{L})/gu, (one) =>
      one.toUpperCase(),
    )
    .replace(proper, (name) => name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()))
    .replace(/(?<=^(?:tỉnh|thành|huyện|thị) ủy ).+$/u, (name) =>
      name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
    .replace(field, (name) => name.replace(/(?<=^|, | và )\p{Ll}/gu, (letter) => letter.toUpperCase()))
    .replace(/(?<!\p{L})(?:chính phủ|thủ tướng|việt nam|luật)(?!\p{L})/gu, capital)
    .replace(/việt nam/giu, 'Việt Nam')
    .replace(/(?<=^chủ tịch )ủy ban/u, capital);
  return /^(?:ủy ban|chủ tịch|bộ|sở|cục|thủ tướng|chính phủ|văn phòng|tổng cục|hội đồng|thanh tra|ban|tỉnh ủy|thành ủy|huyện ủy)(?!\p{L})/u.test(
    small,
  )
    ? capital(small)
    : small;
}

/** The first letter as a capital. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
