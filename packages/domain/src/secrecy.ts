/**
 * True where a text bears a mark of secrecy (Mật, Tối mật, Tuyệt mật): as a stamp does (alone on its line, in
 * capitals, in brackets, before a dash or colon, after "Độ mật:"), and not where a sentence only speaks of secrets
 * ("bảo vệ bí mật nhà nước", "mật độ", "mật khẩu").
 */
export function isSecret(text: string): boolean {
  const tidy = text.normalize('NFC');
  return marks.some((mark) => mark.test(tidy)) || (!isAllCapitals(tidy) && capitals.test(tidy));
}

const word = '(?:tuyệt\\s+mật|tối\\s+mật|mật)';
const marks = [
  new RegExp(`^\\s*[\\[(“"]?${word}[\\])”"]?\\s*$`, 'imu'),
  new RegExp(`^\\s*[\\[(]?${word}[\\])]?\\s*[-–—:.,;/]`, 'imu'),
  new RegExp(`[\\[(]\\s*(?:độ\\s+)?${word}\\s*[\\])]`, 'iu'),
  new RegExp(`[-–—]\\s*${word}\\s*\\.?\\s*$`, 'imu'),
  new RegExp(`độ\\s+mật\\s*[:：]\\s*${word}`, 'iu'),
  new RegExp(`đóng dấu\\s+[“"]?${word}`, 'iu'),
];
const capitals = /(?<!BÍ\s)(?<!\p{L})(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)(?!\s+(?:ĐỘ|KHẨU|ONG|MÃ|THƯ|VỤ))(?!\p{L})/u;

function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && text.trim().split(/\s+/).length > 4;
}
