import { isSecret } from '@tddh/domain/secrecy';
import { cellsOf } from './header.ts';
import { plain } from './text.ts';

const body = /^(?:Kính\s+gửi|(?:[-–]\s*)?(?:Căn cứ|Thực hiện|Xét|Theo đề nghị|Tiếp theo|Sau khi)(?!\p{L}))/u;
const alone = /^[[(“"]?(?:tuyệtmật|tốimật|mật)[\])”".]?$/iu;

/**
 * True where a document's text bears a mark of secrecy: alone on a line anywhere (a stamp), or among the fields of its
 * header. A sentence that speaks of secrets ("bảo vệ bí mật nhà nước"), also broken over two lines, is no mark.
 */
export function bearsSecrecy(source: string): boolean {
  const lines = plain(source).text.split('\n');
  const start = lines.findIndex((line) => body.test(line.trim()));
  const head = start < 0 ? 40 : Math.min(start, 40);
  let before = '';
  return lines.some((line, at) => {
    const broken = /(?<!\p{L})(?:bí|bảo|cơ|mã)\s*$/iu.test(before);
    if (line.trim()) before = line;
    if (cellsOf(line).some((cell) => alone.test(cell.replace(/\s+/g, ''))) && !broken) return true;
    if (/(?<!\p{L})độ\s+mật\s*[:：]\s*(?:tuyệt\s+mật|tối\s+mật|mật)(?!\p{L})/iu.test(line)) return true;
    return at < head && !broken && cellsOf(line).some((cell) => isSecret(cell));
  });
}
