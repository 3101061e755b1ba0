import type { Header } from './header.ts';
import { upward } from './judge.ts';

/** How high a body stands: 0 the centre, 1 ministries, 2 the province, 3 its agencies, 4 communes. */
function heightOf(name: string): number | undefined {
  if (
    /^(?:Thủ tướng|Chính phủ|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Ban Bí thư|Bộ Chính trị|Ban (?:Tổ chức|Tuyên giáo|Nội chính|Kinh tế) Trung ương|Văn phòng (?:Chính phủ|Quốc hội|Trung ương|Chủ tịch nước))/u.test(
      name,
    )
  )
    return 0;
  if (
    /^(?:Bộ (?!Chỉ huy|CHQS|đội)|Các Bộ|Thanh tra Chính phủ|Kiểm toán [Nn]hà nước|Tổng cục|Ngân hàng Nhà nước Việt Nam|Ủy ban Dân tộc)/u.test(
      name,
    )
  )
    return 1;
  if (
    /^(?:Ủy ban nhân dân|UBND|HĐND|Hội đồng nhân dân)\s+(?:tỉnh|thành phố|Tỉnh|Thành phố)|^(?:(?:Thường trực |Ban Thường vụ )?(?:Tỉnh|Thành) ủy|Thường trực HĐND tỉnh)/u.test(
      name,
    )
  )
    return 2;
  if (/^(?:Sở|Văn phòng|Ban|Thanh tra|Công an|Bộ Chỉ huy|Thuế|Trung tâm)/u.test(name)) return 3;
  if (/^(?:Ủy ban nhân dân|UBND)\s+(?:các\s+)?(?:xã|phường|huyện|đặc khu|thị xã)/u.test(name)) return 4;
  return undefined;
}

/** True for an answer to a person or a company: it explains the rules. */
function answers(issuer: string, recipients: string): boolean {
  if (/^(?:Ủy ban nhân dân|UBND|Thủ tướng|Văn phòng)/u.test(issuer))
    return /^[-\s]*(?:Ông|Bà|ông|bà)\s/u.test(recipients);
  const all = recipients.split(/\s*;\s*|\s+-\s+/).map((one) => one.replace(/^[-\s]+/, ''));
  return (
    recipients !== '' &&
    all.every(
      (one) =>
        !one ||
        /^(?:Ông|Bà|Công ty|Hợp tác xã|Doanh nghiệp tư nhân|Chi nhánh Công ty|\(|MST|Địa chỉ|Mã số)/u.test(
          one,
        ),
    )
  );
}

/** True for a letter to superiors: what it asks is no task. */
export function isUpward({ type, issuer, recipients }: Header): boolean {
  if (upward.test(recipients) || answers(issuer ?? '', recipients)) return true;
  if (!recipients || /^(?:Công điện|Giấy mời|Quyết định)$/u.test(type ?? '')) return false;
  const own = heightOf(issuer ?? '');
  if (!own) return false;
  const others = recipients
    .split(/\s*;\s*|\s+-\s+/)
    .map((one) =>
      heightOf(one.replace(/^[-\s]+/, '').replace(/^(?:Đồng chí|Giám đốc|Bộ trưởng|Chủ tịch)\s+/u, '')),
    )
    .filter((one) => one !== undefined);
  return others.length > 0 && others.every((one) => one < own);
}
