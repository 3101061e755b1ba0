/** Invented documents for the tests, in the forms that real ones have. No such letter was ever sent. */
import { readDirective } from './read.ts';

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

/** A letter as a PDF's text gives it: two columns, first lines indented, a page number inside a sentence. */
export const letter = `ỦY BAN NHÂN DÂN                          ${nation}
   TỈNH HẢI BÌNH                               Độc lập - Tự do - Hạnh phúc

   Số:  412 /UBND-KT                          Hải Bình, ngày 03 tháng 4 năm 2024
V/v tăng cường quản lý
  chợ và kho bãi

                     Kính gửi:
                              - Các Sở: Công Thương, Xây dựng;
                              - Ủy ban nhân dân các xã, phường.

      Thực hiện Công văn số 88/BCT-TTTN ngày 01/3/2024 của Bộ Công Thương về quản lý
chợ, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
      1. Sở Công Thương
      - Chủ trì, phối hợp với Công an tỉnh và các cơ quan liên quan kiểm tra kho bãi
chứa hàng dễ cháy; lập danh mục các chợ phải sửa chữa và các

                                      2

chợ phải di dời, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/5/2024.
      - Hằng quý tổng hợp tình hình quản lý chợ trên địa bàn tỉnh.
      2. Ủy ban nhân dân các xã, phường
      Bố trí lực lượng trực tại chợ trong các ngày lễ. Hoàn thành việc cắm biển báo
trong tháng 6/2024.
      Căn cứ nội dung trên, yêu cầu các cơ quan, đơn vị triển khai thực hiện./.

Nơi nhận:                                           KT. CHỦ TỊCH
- Như trên;                                         PHÓ CHỦ TỊCH
- Lưu: VT, KT.


                                                  Đỗ Minh Khang
`;

/** A plan: aims, blocks of three parts, duties, and an annex with a table. */
export const planOfWork = `ỦY BAN NHÂN DÂN\t${nation}
HUYỆN SÔNG TRÀ\tĐộc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND\tSông Trà, ngày 20 tháng 01 năm 2024

KẾ HOẠCH
Cải cách hành chính năm 2024

Ủy ban nhân dân huyện ban hành Kế hoạch cải cách hành chính năm 2024 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao chất lượng phục vụ người dân; các phòng, ban chủ động thực hiện.
II. NHIỆM VỤ CỤ THỂ
1. Cải cách thể chế
a) Nhiệm vụ: Rà soát văn bản do huyện ban hành.
b) Cơ quan thực hiện:
- Cơ quan chủ trì: Phòng Tư pháp.
- Cơ quan phối hợp: UBND các xã, thị trấn.
c) Thời gian thực hiện: Quý II/2024.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ chủ trì theo dõi, kiểm tra; định kỳ trước ngày 15 tháng cuối quý báo cáo UBND huyện.
2. Thủ trưởng các phòng, ban; Chủ tịch UBND các xã, thị trấn
- Gửi kế hoạch của đơn vị về Phòng Nội vụ trước ngày 15/02/2024.
Trên đây là Kế hoạch cải cách hành chính năm 2024, yêu cầu các đơn vị triển khai thực hiện./.

Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lương Thị Hòa

PHỤ LỤC
TT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn hoàn thành
1\tBan hành quy chế làm việc mới\tVăn phòng HĐND và UBND huyện\tPhòng Nội vụ\t30/3/2024
2\tKiểm tra công vụ tại các xã\tPhòng Nội vụ\tThanh tra huyện; các đơn vị liên quan\tHằng quý
`;

/** A notice of conclusions: topics, several units in an item, an approval before an order. */
export const conclusions = `VĂN PHÒNG CHÍNH PHỦ\t${nation}
Số: 77/TB-VPCP\tHà Nội, ngày 12 tháng 02 năm 2025
THÔNG BÁO
Kết luận của Phó Thủ tướng Trần Văn Bình tại buổi làm việc với lãnh đạo tỉnh Hải Bình

Sau khi nghe báo cáo, Phó Thủ tướng kết luận như sau:
I. ĐÁNH GIÁ CHUNG
Tỉnh đã giao Sở Tài chính chủ trì rà soát và đạt kết quả tích cực.
II. NHIỆM VỤ
1. Rà soát quy hoạch và các dự án chậm tiến độ.
2. Thống nhất chủ trương xây dựng cầu. Giao Bộ Xây dựng hướng dẫn tỉnh hoàn thiện hồ sơ trong quý II năm 2025.
3. Về mặt bằng: Bộ Tài chính bố trí vốn; Bộ Quốc phòng bàn giao đất trước ngày 31/3/2025.
Văn phòng Chính phủ thông báo để các cơ quan liên quan biết, thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. BỘ TRƯỞNG, CHỦ NHIỆM
PHÓ CHỦ NHIỆM
Lý Thanh Sơn
`;

/** A letter to a ministry: what it asks is no task of anybody here. */
export const upwards = `UBND TỈNH HẢI BÌNH\t${nation}
Số: 900/UBND-KT\tHải Bình, ngày 02 tháng 6 năm 2024
V/v đề nghị hỗ trợ kinh phí
Kính gửi: Bộ Tài chính
UBND tỉnh trân trọng đề nghị Bộ Tài chính xem xét như sau:
1. Bộ Tài chính hướng dẫn thủ tục trước ngày 30/6/2024.
Kính đề nghị Bộ Tài chính quan tâm./.
Nơi nhận:
- Như trên.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Đỗ Minh Khang
`;

/** A decision that rewards: nobody gets a task. */
export const reward = `BỘ NỘI VỤ\t${nation}
Số: 150/QĐ-BNV\tHà Nội, ngày 12 tháng 3 năm 2024
QUYẾT ĐỊNH
Về việc tặng Bằng khen
QUYẾT ĐỊNH:
Điều 1. Tặng Bằng khen cho 03 tập thể đã có thành tích xuất sắc.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.
Điều 3. Chánh Văn phòng Bộ và các tập thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3.
BỘ TRƯỞNG
Lê Thị Thu
`;

/** A report: it tells what was done. */
export const report = `UBND TỈNH HẢI BÌNH\t${nation}
Số: 12/BC-UBND\tHải Bình, ngày 05 tháng 7 năm 2024
BÁO CÁO
Kết quả 6 tháng đầu năm
UBND tỉnh báo cáo như sau:
1. UBND tỉnh đã giao Sở Y tế chủ trì rà soát, hoàn thành trước ngày 30/9/2024.
2. Sở Nội vụ tiếp tục rà soát biên chế./.
Nơi nhận:
- Như trên.
CHỦ TỊCH
Võ Văn Tâm
`;

/** News: no document at all. */
export const news = `Chủ tịch tỉnh yêu cầu đẩy nhanh tiến độ
Sáng 5/6, Chủ tịch UBND tỉnh giao Sở Xây dựng chủ trì rà soát, báo cáo trước ngày 20/6/2024.
Các sở, ngành phối hợp thực hiện.
`;

/** A letter of the Office to its departments, not yet numbered, with a footnote inside a sentence. */
export const officeLetter = `VĂN PHÒNG\t${nation}
UBND TỈNH HẢI BÌNH\tĐộc lập - Tự do - Hạnh phúc
Số: /VPUBND-HCQT\tHải Bình, ngày   tháng 12 năm 2023
V/v triển khai phần mềm
Theo dõi điều hành

Kính gửi: Các phòng, đơn vị thuộc Văn phòng

Phần mềm Theo dõi điều hành đã được triển khai từ ngày 15/4/2023. Tuy nhiên, việc cập nhật còn hạn chế.

Thực hiện ý kiến của Chủ tịch UBND tỉnh, Chánh Văn phòng UBND tỉnh chỉ đạo như sau:

1. Yêu cầu các phòng, đơn vị thuộc Văn phòng:

- Bố trí nhân sự chuyên trách cập nhật phần mềm. Đồng thời, thông báo danh sách về phòng Hành chính – Quản trị trước ngày **15/12/2023** để được hỗ trợ.

- Cập nhật đầy đủ, kịp thời các thông tin chỉ đạo trên phần mềm. Đồng thời, thường xuyên theo dõi kết quả nhằm đôn đốc thực

¹ Từ ngày 15/4/2023 đến ngày 30/11/2023, chỉ 148 văn bản được cập nhật.

hiện, xác nhận hoàn thành đối với nhiệm vụ đã có kết quả cuối cùng. Tập trung thực hiện đến ngày **31/01/2024**.

- Sau giai đoạn nêu trên, các phòng, đơn vị đánh giá kết quả và góp ý đối với phần mềm, báo cáo Lãnh đạo Văn phòng UBND tỉnh trước ngày **03/02/2024**.

2. Giao phòng Hành chính – Quản trị:

- Tổ chức tập huấn sử dụng phần mềm cho công chức được giao nhiệm vụ. Hoàn thành trước ngày **26/12/2023**.

- Tiếp tục phối hợp với phòng Tổng hợp bảo đảm hiệu quả, an toàn thông tin khi sử dụng phần mềm.

- Chủ trì, phối hợp với Sở Thông tin và Truyền thông và các đơn vị có liên quan, hoàn thành việc kết nối phần mềm với hệ thống của Văn phòng Chính phủ.

- Tổng hợp, báo cáo Lãnh đạo Văn phòng UBND tỉnh về kết quả triển khai tại các phòng, đơn vị. Hoàn thành trước ngày **29/2/2024**.

Nhận được văn bản này, yêu cầu các phòng, đơn vị nghiêm túc triển khai thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT, HCQT.

CHÁNH VĂN PHÒNG

Đặng Văn Hòa
`;

/** A directive of another year: what is to be founded by a day, and a report every month. */
export const directive = `ỦY BAN NHÂN DÂN
TỈNH HẢI BÌNH
-------
${nation}
Độc lập - Tự do - Hạnh phúc
---------------
Số: 07/CT-UBND
Hải Bình, ngày 08 tháng 5 năm 2019

CHỈ THỊ
Về việc tăng cường công tác phòng, chống bệnh dịch tả lợn Châu Phi

Thời gian qua, dịch bệnh diễn biến phức tạp. Để chủ động phòng, chống dịch, Chủ tịch UBND tỉnh chỉ thị:
1. Sở Nông nghiệp và PTNT:
a) Chủ trì, phối hợp với các sở, ngành liên quan tổ chức kiểm soát vận chuyển lợn.
b) Báo cáo UBND tỉnh định kỳ vào ngày 25 hàng tháng.
2. Chủ tịch UBND các huyện, thị xã, thành phố
- Chịu trách nhiệm trước Chủ tịch UBND tỉnh về kết quả phòng, chống dịch trên địa bàn.
- Thành lập Ban Chỉ đạo phòng, chống dịch bệnh cấp huyện, hoàn thành trước ngày 20/5/2019.
Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc triển khai thực hiện Chỉ thị này./.

Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH

Trần Văn Bảo
`;

/** An urgent letter: the stamp under the subject, a count from a named day, a report every day. */
export const urgent = `ỦY BAN NHÂN DÂN\t${nation}
TỈNH HẢI BÌNH\tĐộc lập - Tự do - Hạnh phúc
Số: 3381/UBND-VX\tHải Bình, ngày 21 tháng 7 năm 2021
V/v tổ chức xét nghiệm diện rộng
HỎA TỐC
Kính gửi:
- Sở Y tế;
- UBND các huyện, thị xã, thành phố.

Xét đề nghị của Sở Y tế tại Tờ trình số 210/TTr-SYT ngày 20/7/2021, Chủ tịch UBND tỉnh có ý kiến như sau:
1. Đồng ý chủ trương tổ chức xét nghiệm diện rộng theo đề nghị của Sở Y tế.
2. Giao Sở Y tế hướng dẫn các địa phương lấy mẫu; hoàn thành trong 03 ngày kể từ ngày 22/7/2021.
3. Yêu cầu UBND các huyện, thị xã, thành phố bố trí nhân lực; báo cáo kết quả về Sở Y tế trước 17 giờ hằng ngày để tổng hợp./.

Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Thị Hoa
`;

/** A document of an invented province in one of the forms that provinces use. */
export function paper(type: string, about: string, body: string, annex = ''): string {
  const named = type !== 'CÔNG VĂN';
  return `ỦY BAN NHÂN DÂN
TỈNH HƯNG AN
-------
Số: 512/UBND-TH
${named ? '' : `V/v ${about}\n`}${nation}
Độc lập - Tự do - Hạnh phúc
Hưng An, ngày 16 tháng 7 năm 2025
${named ? `${type}\n${about}\n` : '\nKính gửi:\n- Các sở, ban, ngành;\n- UBND các xã, phường.\n'}
${body}

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lý Văn Sơn
${annex}`;
}
/** What is ordered, in short: the first letters, who leads, with whom, until when. */
export const ordered = (source: string) =>
  readDirective(source).tasks.map(({ text, lead, coordinate, deadline }) => ({
    start: text.slice(0, 14),
    lead: lead.join(' | '),
    with: coordinate.join(' | '),
    due: deadline.date ?? deadline.kind,
  }));
