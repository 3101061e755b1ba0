import { type Day, showDay } from '@tddh/domain/day';
import { agencies } from './catalog.ts';
import type { Dice } from './random.ts';

const nameOfUnit = (id: string) => agencies.find((u) => u.id === id)?.name ?? id;

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const urgent = /^(rà soát|thống kê|lập|kiểm tra|hoàn thiện|tổng hợp|báo cáo|thẩm định|xây dựng|đề xuất)/;
const drafted = /tham mưu|xây dựng|đề xuất|phương án|kế hoạch|hồ sơ|dự thảo/;

/** The order as a directive says it: who joins in, what to do, and by when. */
export function orderText(order: string, supports: readonly string[], dueOn: Day | null, dice: Dice): string {
  const end =
    dueOn === null ? dice.pick(standingEnds) : dueEnd(order, dice).replace('{ngày}', showDay(dueOn));
  if (supports.length > 0) {
    const others = supports.map(nameOfUnit).join(', ');
    return `Chủ trì, phối hợp với ${others} và các đơn vị có liên quan ${order}${end}`;
  }
  const pushed = urgent.test(order) && dice.chance(0.45);
  return `${pushed ? `${dice.pick(['Khẩn trương', 'Chủ động', 'Tập trung'])} ${order}` : capital(order)}${end}`;
}

function dueEnd(order: string, dice: Dice): string {
  if (order.startsWith('báo cáo')) return dice.pick(plainEnds);
  const more = drafted.test(order) ? paperEnds : [];
  return dice.pick([...plainEnds, ...reportEnds, ...more]);
}

const standingEnds = [
  '.',
  '; thường xuyên báo cáo UBND tỉnh kết quả thực hiện.',
  '; kịp thời đề xuất UBND tỉnh xử lý các vướng mắc vượt thẩm quyền.',
  '; lồng ghép kết quả vào báo cáo tháng gửi Văn phòng UBND tỉnh.',
];
const plainEnds = [
  '. Hoàn thành trước ngày {ngày}.',
  '. Thời gian hoàn thành: đến ngày {ngày}.',
  '; gửi Văn phòng UBND tỉnh trước ngày {ngày} để tổng hợp.',
];
const reportEnds = [
  '; báo cáo UBND tỉnh trước ngày {ngày}.',
  '; báo cáo kết quả về UBND tỉnh chậm nhất đến ngày {ngày}.',
];
const paperEnds = [
  ', trình UBND tỉnh xem xét trước ngày {ngày}.',
  '; trình Chủ tịch UBND tỉnh trước ngày {ngày}.',
];

const results = [
  'Đã {việc}. Kết quả chi tiết nêu tại văn bản kèm theo.',
  'Đơn vị đã hoàn thành việc {việc}; kính trình UBND tỉnh xem xét.',
  'Báo cáo kết quả: đã {việc}. Đề nghị Văn phòng UBND tỉnh xác nhận hoàn thành.',
  'Đã {việc} theo đúng nội dung chỉ đạo, các đơn vị liên quan đã thống nhất.',
  'Thực hiện chỉ đạo của UBND tỉnh, đơn vị đã {việc}, không có khó khăn, vướng mắc lớn.',
];
/** What an agency reports of an order. */
export const resultText = (order: string, dice: Dice) => dice.pick(results).replace('{việc}', order);
/** The report that follows a return. */
export const mendedText = (order: string, dice: Dice) =>
  `${dice.pick(['Đã bổ sung số liệu theo yêu cầu.', 'Đã chỉnh sửa, giải trình các nội dung còn thiếu.', 'Bổ sung phụ lục và ý kiến của các đơn vị liên quan.'])} Kết quả: đã ${order}.`;

export const returnReasons = [
  'Báo cáo chưa có số liệu cụ thể theo từng huyện, thành phố; đề nghị bổ sung.',
  'Chưa nêu rõ trách nhiệm và thời gian khắc phục; đề nghị làm rõ.',
  'Thiếu ý kiến của Sở Tài chính về nguồn kinh phí.',
  'Nội dung mới dừng ở kế hoạch, chưa có kết quả thực hiện.',
  'Phụ lục không khớp với số liệu trong báo cáo; đề nghị rà soát lại.',
  'Chưa có văn bản thẩm định kèm theo.',
] as const;
export const progress = [
  'Đã phân công phòng chuyên môn chủ trì và ban hành kế hoạch thực hiện.',
  'Đã có văn bản lấy ý kiến các đơn vị liên quan, đang chờ trả lời.',
  'Đã nhận được góp ý của đa số đơn vị, đang tiếp thu, hoàn thiện dự thảo.',
  'Đã làm việc trực tiếp với các địa phương, đang tổng hợp số liệu.',
  'Đã hoàn thành khoảng một nửa khối lượng công việc theo kế hoạch.',
  'Đang thực hiện đúng tiến độ, chưa phát sinh vướng mắc.',
  'Đã kiểm tra thực tế tại ba địa bàn, đang hoàn thiện biên bản.',
  'Tiếp tục triển khai trong tháng; kết quả được cập nhật vào báo cáo tháng của đơn vị.',
  'Đã phối hợp rà soát hồ sơ, bổ sung các tài liệu còn thiếu.',
  'Đã trình lãnh đạo đơn vị dự thảo lần hai.',
] as const;
export const blockers = [
  'Một số huyện chưa gửi số liệu dù đã đôn đốc hai lần.',
  'Chưa được bố trí kinh phí thực hiện.',
  'Đang chờ hướng dẫn của bộ chuyên ngành.',
  'Hồ sơ nguồn gốc thiếu, phải xác minh lại từ đầu.',
  'Cán bộ phụ trách mới thay đổi, cần thời gian bàn giao.',
] as const;
export const extensionReasons = [
  'Cần thêm thời gian lấy ý kiến các huyện, thành phố để số liệu đầy đủ.',
  'Phải chờ kết quả thẩm định giá nên không kịp thời hạn ban đầu.',
  'Nội dung phức tạp, liên quan nhiều ngành, đề nghị được gia hạn để bảo đảm chất lượng.',
] as const;
export const questions = [
  [
    'Đề nghị làm rõ số liệu báo cáo tính đến thời điểm nào?',
    'Số liệu tính đến hết tháng liền trước ngày ban hành văn bản.',
  ],
  [
    'Kinh phí thực hiện lấy từ nguồn nào?',
    'Sử dụng dự toán đã giao trong năm; phần thiếu đơn vị đề xuất bằng văn bản riêng.',
  ],
  ['Có yêu cầu biểu mẫu báo cáo thống nhất không?', 'Đơn vị dùng mẫu phụ lục kèm theo văn bản.'],
  [
    'Phạm vi thực hiện có bao gồm các đơn vị ngành dọc không?',
    'Chỉ thực hiện đối với các cơ quan, đơn vị thuộc UBND tỉnh và UBND cấp huyện.',
  ],
] as const;
export const opinions = [
  'Yêu cầu Giám đốc Sở trực tiếp chỉ đạo, báo cáo kết quả trong tuần tới.',
  'Việc này đã chậm, đề nghị làm rõ nguyên nhân và trách nhiệm.',
  'Đề nghị ưu tiên xử lý dứt điểm, không để kéo dài sang năm sau.',
] as const;
export const reminders = [
  'Nhiệm vụ đã quá hạn, đề nghị đơn vị khẩn trương báo cáo kết quả.',
  'Đề nghị đơn vị cho biết tiến độ và thời điểm hoàn thành.',
  'Lãnh đạo Văn phòng đề nghị đơn vị sớm có báo cáo để tổng hợp phiên họp thường kỳ.',
] as const;
