/** What a paragraph of the operative part is for, by its words. */

/** Headings under which nothing is ordered: aims, evaluation, money, and the like. */
export const idle =
  /^(?:MỤC ĐÍCH|MỤC TIÊU|YÊU CẦU$|YÊU CẦU[,:]|QUAN ĐIỂM|NGUYÊN TẮC|ĐÁNH GIÁ|KẾT QUẢ|TÌNH HÌNH|TỒN TẠI|HẠN CHẾ|KHÓ KHĂN|NHỮNG KẾT QUẢ|NHỮNG TỒN TẠI|NGUYÊN NHÂN|ĐỐI TƯỢNG|PHẠM VI|CĂN CỨ|KINH PHÍ|NGUỒN (?:KINH PHÍ|LỰC|VỐN)|NHU CẦU KINH PHÍ|DỰ TOÁN|THÀNH PHẦN|THỜI GIAN|ĐỊA ĐIỂM|CHỦ TRÌ CUỘC|NỘI DUNG CUỘC|BỐI CẢNH|SỰ CẦN THIẾT|HIỆU LỰC|ĐIỀU KHOẢN|CHỈ TIÊU|(?:CÁC|MỘT SỐ) (?:CHỈ TIÊU|MỤC TIÊU|KẾT QUẢ)|ƯU ĐIỂM|VỀ KẾT QUẢ|VỀ ƯU ĐIỂM|HÌNH THỨC|MỘT SỐ KẾT QUẢ|ĐẶC ĐIỂM|DỰ BÁO|TỔNG KINH PHÍ|GIẢI THÍCH)(?!\p{L})/u;

/** Sentences that tell, approve, limit or close, and give nobody a task. */
const tells =
  /^(?:Đồng ý|Thống nhất|Cơ bản (?:đồng ý|thống nhất|nhất trí)|Chấp thuận|Nhất trí|Ghi nhận|Đánh giá cao|Hoan nghênh|Khen ngợi|(?:Ủy ban nhân dân|UBND|Văn phòng|Bộ|Sở|(?:Phó )?Chủ tịch)[^,.;]{0,60} nhận được|Biểu dương|Phê duyệt|Ban hành kèm|Ban hành(?: Kế hoạch| Quy chế| Quy định| Danh mục)|Thành lập|Công nhận|Công bố|Bãi bỏ|Thay thế|Kèm theo|Chính phủ (?:cơ bản )?thống nhất|Thời gian qua|Trong thời gian qua|Hiện nay|Tuy nhiên|Quyết định này|Nghị quyết này|Chỉ thị này|Kế hoạch này|Công điện này|Thông báo này|Văn bản này (?:thay|có)|Kính mời|Xin gửi|Trân trọng|Nội dung chi tiết|Chi tiết|\(|Ghi chú|Lưu ý:)/u;
const carriesOut =
  /(?:chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Công điện)|(?:này|Quyết định|Kế hoạch) có hiệu lực (?:kể )?từ|này có hiệu lực thi hành|căn cứ Quyết định (?:này )?thi hành|theo Quyết định này thi hành|thi hành Quyết định này)/u;
const closing =
  /^(?:Căn cứ (?:nội dung|ý kiến|văn bản|chỉ đạo|các nội dung|chức năng)|Nhận được|Trên đây là|Yêu cầu|Đề nghị|(?:Văn phòng|(?:Chủ tịch )?(?:Ủy ban nhân dân|UBND)|Bộ|Sở|Thủ tướng)(?!\p{L})[^.;]{0,90}?(?:yêu cầu|đề nghị|thông báo|truyền đạt|kính|trân trọng|xin|mong|gửi|giao)(?!\p{L})|Đây là|Thừa lệnh|Thừa ủy quyền)[\s\S]*?(?:thông báo|triển khai|tổ chức|nghiêm túc|biết|quan tâm|phối hợp|thực hiện|chỉ đạo)/u;
const closes =
  /(?:thực hiện|thi hành|triển khai|biết|phối hợp(?: thực hiện)?|hoàn thành|chỉ đạo|đúng quy định|theo quy định)(?:\s+(?:ngay|theo quy định|theo đúng quy định|nghiêm túc|đầy đủ|kịp thời|có hiệu quả|nghiêm|các nội dung trên|nội dung trên|Công điện này|Chỉ thị này|Kế hoạch này|Thông báo này|văn bản này))*[\s./]*$/u;
const contingent =
  /^(?:Trong quá trình|Quá trình|Nếu (?:có|phát sinh)|Trường hợp (?:có|phát sinh|gặp)|Khi có (?:khó khăn|vướng mắc)|Mọi (?:khó khăn|vướng mắc))[^.]*(?:khó khăn|vướng mắc|phát sinh|thay đổi|vấn đề|sửa đổi|điều chỉnh)/u;
const attitude =
  /^(?:(?:Người đứng đầu|Thủ trưởng|Chủ tịch|Giám đốc|Bộ trưởng|Các)[^.,;]{0,90}\s)?(?:[Cc]hịu trách nhiệm (?:toàn diện|trước|về (?:kết quả|tính|việc)|hoàn toàn|nếu)|[Đđ]ề cao trách nhiệm|[Nn]âng cao (?:tinh thần )?trách nhiệm)/u;

/** True for a paragraph that carries no task though it stands in the operative part. */
export function isIdle(text: string, marked: boolean): boolean {
  if (text.length < 18 || carriesOut.test(text) || contingent.test(text)) return true;
  if (attitude.test(text)) return true;
  if (marked) return false;
  if (
    /(?:thông báo (?:để|đến|và)|xin thông báo|trân trọng|kính mời|kính đề nghị|rất mong)[^.]{0,300}[./\s]*$/iu.test(
      text,
    ) &&
    /^(?:Văn phòng|Ủy ban|UBND|Trên đây|Sở|Bộ|Cục|Rất mong|Trân trọng)/u.test(text)
  )
    return true;
  return isClosing(text);
}

/** True for words that only close a document: all are asked to carry it out. */
export function isClosing(text: string): boolean {
  return (
    closing.test(text) &&
    closes.test(text.replace(/[;\s]+$/u, '')) &&
    !/chủ trì|theo dõi|đôn đốc/u.test(text) &&
    !/(?:trước|đến|chậm nhất)[^.]{0,12}ngày/u.test(text)
  );
}

/** What is to be founded or issued by a day is an order, and no act of the document itself. */
const founds =
  /^(?:Thành lập|Ban hành|Công bố)[^.]*(?:hoàn thành|xong|chậm nhất|trước)[^.]{0,20}(?:ngày|tháng|quý)\s*\d/u;

/** What a unit is told to do under its name, or with its name in brackets, though a decision's own articles open with the same words. */
const makes = /^(?:Thành lập|Ban hành|Phê duyệt|Công bố|Công nhận|Bãi bỏ|Thay thế)(?! kèm)(?!\p{L})/u;

/**
 * True for a sentence that tells what is so and orders nothing.
 * @param under true where a heading above names the unit that acts
 */
export function isTelling(sentence: string, under = false): boolean {
  if (founds.test(sentence)) return false;
  if (makes.test(sentence) && (under || /\([^()]{0,200}chủ trì/u.test(sentence))) return false;
  return (
    tells.test(sentence) ||
    carriesOut.test(sentence) ||
    /^[^.;]{0,120}chịu trách nhiệm về việc báo cáo/u.test(sentence)
  );
}

/** A stem: the sentence that opens the operative part. */
export const stem =
  /(?:(?:như sau|sau đây|(?:nội dung|nhiệm vụ|giải pháp|công việc|vấn đề|việc|ý kiến|biện pháp) (?:cụ thể )?(?:sau|dưới đây|trọng tâm sau)|yêu cầu|kết luận|chỉ đạo|chỉ thị|quyết định|quyết nghị|đề nghị|giao|giao nhiệm vụ|có ý kiến|cụ thể|thông báo|nêu trên|thực hiện)(?:[\s,]+(?:cụ thể )?như sau)?)\s*[:：]\s*$/iu;

/** A letter's sentence that asks a superior. */
export const upward = /(?:trân trọng|kính)\s+(?:đề nghị|trình|báo cáo|đề xuất|mong)/iu;
