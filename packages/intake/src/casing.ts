import { fields } from './words.ts';

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

const fieldOf = new RegExp(`(?<=(?<!\\p{L})(?:sở|bộ|phòng)\\s)(?:${fields.source})`, 'giu');
const bodies =
  /(?<=(?<!\p{L})(?:ban|hội|viện|báo|đoàn|trường|đài|cục|chi cục|liên hiệp|hiệp hội)\s)(?:quản lý|chỉ đạo|chỉ huy|tiếp công dân|dân tộc|tuyên giáo|tổ chức|nội chính|dân vận|nông dân|cựu chiến binh|chữ thập đỏ|luật gia|người cao tuổi|liên hiệp|kiểm sát|chính trị|cao đẳng|phát thanh|thuế|thống kê|hải quan|kiểm lâm|các hội|doanh nghiệp)(?!\p{L})/gu;
const opens =
  /(?<=^|[,;:]\s|\svà\s|\s-\s)(?:sở|bộ|ban|ủy ban|hội|công an|công ty|tổng công ty|văn phòng|thanh tra|trung tâm|ngân hàng|kho bạc|bảo hiểm|đài|báo|viện|trường|cục|chi cục|đoàn|tỉnh|thành|huyện|đảng|các|phòng|điện lực|viễn thông|bưu điện|tòa án|liên minh|liên đoàn|hiệp hội|mặt trận|giám đốc|chủ tịch|thủ trưởng|chánh|trưởng|thuế|hải quan|đề nghị|giao|yêu cầu|đối với)(?!\p{L})/gu;

/** Units in capitals ("SỞ CÔNG THƯƠNG", "ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG") as a sentence writes them; other words as they are. */
export function spelled(words: string): string {
  if (words.length < 5 || words !== words.toUpperCase() || !/\p{Lu}{2}/u.test(words)) return words;
  return words
    .toLowerCase()
    .replace(/(?<!\p{L})(?:ubnd|hđnd|mttq|vpubnd|tnhh|mtv|qlda|bhxh|kbnn|bch|chqs|bđbp)(?!\p{L})/gu, (one) =>
      one.toUpperCase(),
    )
    .replace(fieldOf, (name) =>
      name.replace(/(?<=^|, | và |[-–] )(?!công nghệ thông)\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
    .replace(bodies, capital)
    .replace(/(?<=(?<!\p{L})bộ )(?:chỉ huy|tư lệnh)(?!\p{L})/gu, capital)
    .replace(/(?<=[Cc]hỉ huy )(?:quân sự|bộ đội biên phòng)/gu, capital)
    .replace(/mặt trận tổ quốc(?: việt nam)?/gu, 'Mặt trận Tổ quốc Việt Nam')
    .replace(/(?<=các (?:sở|bộ): ).+/u, (names) =>
      names.replace(/(?<=^|, | và )\p{Ll}/gu, (one) => one.toUpperCase()),
    )
    .replace(proper, (name) => name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()))
    .replace(opens, capital)
    .replace(/(?<=^(?:Đề nghị|Giao|Yêu cầu|Đối với) )\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The first letter as a capital. */
export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
