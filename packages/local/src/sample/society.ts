/** The other invented directives of phòng Khoa giáo - Văn xã, in the notation of `plan.ts`. */
export const society = `
0420 giaoduc cv: chuẩn bị Kỳ thi tốt nghiệp trung học phổ thông năm 2023
- sgddt: lập phương án bố trí điểm thi, cán bộ coi thi và điều kiện in sao đề thi
0512 giaoduc cv: tuyển sinh đầu cấp và bảo đảm chỗ học năm học 2023 - 2024
- sgddt: tham mưu kế hoạch tuyển sinh lớp sáu trường dân tộc nội trú và lớp mười trung học phổ thông
- gianghia ~: công khai phân tuyến tuyển sinh mầm non, tiểu học và xử lý tình trạng quá tải trường lớp trung tâm
0601 giaoduc cv: lựa chọn sách giáo khoa và chuẩn bị thiết bị dạy học tối thiểu
- sgddt +stc: báo cáo tiến độ mua sắm thiết bị dạy học tối thiểu lớp bốn, lớp tám, lớp mười một
- sgddt: tổng hợp danh mục sách giáo khoa được lựa chọn sử dụng trong cơ sở giáo dục phổ thông
0705 giaoduc kh: xây dựng trường đạt chuẩn quốc gia năm 2023
- sgddt: đánh giá ngoài các trường đăng ký đạt chuẩn quốc gia và đề xuất hỗ trợ trường chưa đạt
- dakrlap: bố trí vốn xây dựng phòng học bộ môn cho các trường đăng ký đạt chuẩn trong năm
0802 giaoduc cv: tổ chức tổng kết năm học và khai giảng năm học mới
- sgddt: báo cáo tổng kết năm học 2022 - 2023 và phương hướng năm học mới
- sgddt ~: kiểm soát các khoản thu đầu năm học, không để xảy ra lạm thu tại các trường
0825 giaoduc cv: tình trạng thiếu giáo viên và thừa thiếu cục bộ
- sgddt +snv: thống kê số giáo viên còn thiếu theo môn học, cấp học và phương án điều động, biệt phái
- snv, sgddt: thẩm định nhu cầu hợp đồng giáo viên theo nghị định về hợp đồng chuyên môn trong đơn vị sự nghiệp
0922 giaoduc cv: bảo đảm an toàn trường học, phòng, chống bạo lực học đường
- sgddt ~: duy trì đường dây nóng và tổ tư vấn tâm lý học đường tại các trường trung học
- sgddt: kiểm tra an toàn thực phẩm bếp ăn bán trú, căng tin trường học
1012 giaoduc tb: kết luận buổi làm việc về phát triển giáo dục mầm non, giáo dục thường xuyên
- sgddt: đề xuất chính sách hỗ trợ giáo viên mầm non dân lập, tư thục tại khu vực có khu công nghiệp
- dakrlap: xóa điểm trường lẻ không đủ điều kiện và bố trí xe đưa đón trẻ khi sáp nhập điểm trường
1027 giaoduc cv: kỷ niệm Ngày Nhà giáo Việt Nam và tôn vinh nhà giáo
- sgddt: tổ chức gặp mặt nhà giáo tiêu biểu và xét tặng danh hiệu nhà giáo ưu tú
0424 yte cv: phòng, chống dịch bệnh mùa hè
- syt: giám sát ca bệnh sốt xuất huyết, tay chân miệng và tổ chức chiến dịch diệt lăng quăng
0613 yte cv: bảo đảm thuốc, vật tư, trang thiết bị y tế cho công tác khám bệnh, chữa bệnh
- syt +stc: hoàn thành đấu thầu thuốc tập trung cấp địa phương và báo cáo các mặt hàng thiếu
- syt ~: điều phối thuốc, vật tư giữa các cơ sở y tế công lập khi thiếu cục bộ
0823 yte kh: tiêm chủng mở rộng và khắc phục gián đoạn vắc xin
- syt ~: rà soát trẻ chưa tiêm đủ mũi và tổ chức tiêm bù ngay khi có vắc xin
1009 yte cv: củng cố mạng lưới y tế cơ sở và bảo hiểm y tế toàn dân
- syt: đề xuất phương án bố trí bác sĩ về công tác tại trạm y tế xã còn thiếu bác sĩ
0428 xahoi cv: thực hiện Tháng Công nhân và Tháng hành động về an toàn, vệ sinh lao động
- sldtbxh +bqlkcn: kiểm tra an toàn lao động tại các công trình xây dựng và cơ sở khai thác khoáng sản
0620 xahoi cv: chăm sóc người có công và giảm nghèo bền vững
- sldtbxh ~: hỗ trợ sửa chữa nhà ở cho người có công và hộ nghèo còn ở nhà tạm
- dakrlap ~: phân công đảng viên, đoàn thể giúp đỡ từng hộ nghèo là đồng bào dân tộc thiểu số tại chỗ
0915 xahoi cv: bảo vệ trẻ em và giải quyết việc làm
- sldtbxh ~: kết nối cung cầu lao động, tổ chức phiên giao dịch việc làm lưu động tại các huyện
1102 xahoi cv: chăm lo Tết Nguyên đán cho người có công, hộ nghèo và người lao động
- sldtbxh +bqlkcn >: tổng hợp tình hình lương, thưởng Tết và phương án thăm hỏi, tặng quà đối tượng chính sách
0518 xahoi cv: thực hiện chính sách dân tộc và Chương trình mục tiêu quốc gia vùng dân tộc thiểu số
- bdt +skhdt: rà soát thôn, bon đặc biệt khó khăn và tiến độ giải ngân các dự án do Ban chủ trì
1018 xahoi cv: chuẩn bị Đại hội đại biểu các dân tộc thiểu số và biểu dương người có uy tín
- bdt +snv >: hướng dẫn đại hội cấp huyện và xây dựng đề án tổ chức đại hội cấp tỉnh
0503 xahoi cv: tổ chức phong trào thi đua yêu nước năm 2023
- snv: tham mưu phát động phong trào thi đua đặc biệt chào mừng hai mươi năm tái lập tỉnh
0606 xahoi cv: hướng dẫn hoạt động tín ngưỡng, tôn giáo
- snv: hướng dẫn các tổ chức tôn giáo đăng ký chương trình hoạt động hằng năm theo luật
0711 xahoi tb: kết luận của Hội đồng Thi đua - Khen thưởng tỉnh
- snv: thẩm định hồ sơ đề nghị tặng Huân chương Lao động và Bằng khen của Thủ tướng Chính phủ
0818 xahoi cv: công tác thanh niên và bình đẳng giới
- snv +sldtbxh: kiểm tra việc thực hiện luật thanh niên và chương trình phát triển thanh niên
- snv ~: lồng ghép mục tiêu bình đẳng giới trong quy hoạch, bổ nhiệm cán bộ nữ
0921 xahoi cv: quản lý hội quần chúng và quỹ từ thiện
- snv +stc: rà soát tổ chức, hoạt động và kinh phí của các hội có tính chất đặc thù
1026 xahoi cv: sơ kết công tác dân vận chính quyền
- snv: báo cáo kết quả thực hiện năm dân vận chính quyền và đề xuất mô hình tiêu biểu
0505 khcn cv: đăng ký, xét chọn nhiệm vụ khoa học và công nghệ năm 2024
- skhcn: tổng hợp danh mục đề xuất đặt hàng nhiệm vụ khoa học và công nghệ cấp tỉnh
0728 khcn cv: phát triển tài sản trí tuệ cho sản phẩm chủ lực
- skhcn +snnptnt: hỗ trợ đăng ký chỉ dẫn địa lý, nhãn hiệu chứng nhận cho bơ, xoài, khoai lang
- skhcn ~: hướng dẫn truy xuất nguồn gốc và quản lý nhãn hiệu tập thể sau khi được bảo hộ
0907 khcn kh: phát triển hệ sinh thái khởi nghiệp đổi mới sáng tạo
- skhcn: tổ chức cuộc thi ý tưởng khởi nghiệp đổi mới sáng tạo của thanh niên, học sinh
1031 khcn cv: kiểm tra đo lường, chất lượng hàng hóa
- skhcn +sct >: kiểm tra phương tiện đo, lượng hàng đóng gói sẵn và chất lượng xăng dầu dịp cuối năm
0418 thongtin kh: chuyển đổi số năm 2023
- stttt: đánh giá mức độ hoàn thành các chỉ tiêu chuyển đổi số của từng sở, ngành, địa phương
- stttt +snv: đề xuất chương trình tập huấn kỹ năng số cho cán bộ, công chức và tổ công nghệ số cộng đồng
0522 thongtin cv: cung cấp dịch vụ công trực tuyến toàn trình
- stttt +vpubnd: tích hợp dịch vụ công trực tuyến toàn trình đủ điều kiện lên Cổng Dịch vụ công quốc gia
- stttt: khắc phục lỗi thanh toán trực tuyến và ký số trên hệ thống thông tin giải quyết thủ tục hành chính
0608 thongtin cv: triển khai đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử
- stttt: hoàn thiện kết nối trục liên thông của tỉnh với cơ sở dữ liệu quốc gia về dân cư
0713 thongtin cv: bảo đảm an toàn thông tin mạng theo cấp độ
- stttt: phê duyệt hồ sơ đề xuất cấp độ an toàn hệ thống thông tin của các cơ quan nhà nước
- stttt ~: giám sát, cảnh báo mã độc và lỗ hổng bảo mật tại trung tâm dữ liệu tỉnh
0809 thongtin cv: phát triển hạ tầng viễn thông, xóa vùng lõm sóng
- stttt: lập danh sách thôn, bon chưa có sóng di động và kế hoạch phủ sóng của từng doanh nghiệp
0905 thongtin cv: quản lý thông tin trên mạng xã hội và phòng, chống tin giả
- stttt: xử lý các tài khoản đăng tải thông tin sai sự thật về tình hình của tỉnh
1004 thongtin tb: kết luận phiên họp Ban Chỉ đạo chuyển đổi số tỉnh
- stttt: xây dựng kế hoạch tổ chức các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia
- stttt: thẩm định phương án thuê dịch vụ trung tâm điều hành thông minh cấp tỉnh
1101 thongtin cv: củng cố đài truyền thanh cơ sở
- stttt: báo cáo kết quả đầu tư đài truyền thanh ứng dụng công nghệ thông tin tại các xã
`;
