/**
 * The invented directives of phòng Tổng hợp (29), in the notation that `plan.ts` reads: a line of month and day,
 * field, type and subject; then a line for each task.
 */
export const general = `
0417 noivu cv: nâng cao Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân năm 2023
- snv +stttt,stp: tham mưu kế hoạch khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2022
- snv: xây dựng bộ phiếu khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước
0426 noivu cv: rà soát, sắp xếp các đơn vị sự nghiệp công lập giai đoạn 2023 - 2025
- snv +stc: tổng hợp phương án sắp xếp, tổ chức lại các đơn vị sự nghiệp công lập của các sở, ban, ngành
- snv: thẩm định đề án vị trí việc làm của các cơ quan hành chính cấp tỉnh theo quy định mới về vị trí việc làm công chức
0511 noivu kh: kiểm tra công vụ và kỷ luật, kỷ cương hành chính năm 2023
- snv +ttr: thành lập đoàn kiểm tra công vụ đột xuất tại các sở, ngành và Ủy ban nhân dân các huyện, thành phố
- vpubnd ~: đôn đốc các cơ quan, đơn vị chấn chỉnh việc chậm trả lời văn bản xin ý kiến và chậm giải quyết hồ sơ liên thông
0525 noivu tb: kết luận của Chủ tịch UBND tỉnh tại phiên họp về công tác cán bộ, công chức, viên chức
- snv: rà soát chỉ tiêu biên chế công chức chưa sử dụng và đề xuất phương án tuyển dụng năm 2023
- snv: xây dựng dự thảo quy định phân cấp quản lý cán bộ, công chức, viên chức thay thế quy định hiện hành
0609 noivu cv: thực hiện tinh giản biên chế và chính sách đối với cán bộ không chuyên trách cấp xã
- snv +stc: thẩm định danh sách đối tượng tinh giản biên chế đợt hai năm 2023 của các cơ quan, đơn vị
0622 noivu qd: phê duyệt kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức sáu tháng cuối năm 2023
- snv: mở các lớp bồi dưỡng kỹ năng lãnh đạo, quản lý cấp phòng và cấp huyện theo chỉ tiêu được giao
- snv +stc: đề xuất kinh phí bồi dưỡng kiến thức quốc phòng và an ninh cho đối tượng ba, đối tượng bốn
0714 noivu cv: lập hồ sơ sắp xếp đơn vị hành chính cấp huyện, cấp xã giai đoạn 2023 - 2025
- snv +stnmt,sxd: xây dựng phương án tổng thể sắp xếp các đơn vị hành chính cấp xã chưa bảo đảm tiêu chuẩn về diện tích và dân số
- dakrlap, gianghia: rà soát hiện trạng diện tích, dân số và yếu tố đặc thù của từng xã, phường, thị trấn phục vụ lập phương án sắp xếp
0810 noivu cv: chấn chỉnh công tác văn thư, lưu trữ tại các cơ quan, đơn vị
- snv: kiểm tra việc lập hồ sơ công việc và giao nộp hồ sơ, tài liệu vào lưu trữ cơ quan của các sở, ban, ngành
- snv ~: hướng dẫn các cơ quan, tổ chức thuộc nguồn nộp lưu chỉnh lý, số hóa tài liệu tồn đọng
0829 noivu cv: đánh giá, xếp loại mức độ hoàn thành nhiệm vụ của các cơ quan, đơn vị
- snv: sửa đổi bộ tiêu chí đánh giá, xếp loại mức độ hoàn thành nhiệm vụ của người đứng đầu cơ quan, đơn vị
- snv: tổng hợp kết quả kê khai, bổ sung lý lịch điện tử của cán bộ, công chức trên cơ sở dữ liệu quốc gia
0927 noivu kh: tuyển dụng viên chức sự nghiệp giáo dục và y tế năm 2023
- snv +sgddt,syt: thẩm định nhu cầu tuyển dụng viên chức của ngành giáo dục và ngành y tế
- snv: tham mưu thành lập hội đồng và ban giám sát kỳ tuyển dụng viên chức
0420 taichinh cv: đẩy nhanh tiến độ thu ngân sách nhà nước năm 2023
- stc: phân tích nguyên nhân hụt thu tiền sử dụng đất và đề xuất giải pháp bảo đảm dự toán thu năm 2023
- stc: rà soát các khoản nợ tạm ứng quá hạn của ngân sách cấp tỉnh và đề xuất biện pháp thu hồi
0530 taichinh cv: quản lý, sắp xếp lại, xử lý nhà, đất công
- stc +sxd,stnmt: kiểm tra hiện trạng các cơ sở nhà, đất dôi dư sau sắp xếp và lập phương án xử lý
- dakrlap: lập danh mục trụ sở, nhà văn hóa thôn, điểm trường không còn sử dụng và đề xuất phương án xử lý
0703 taichinh cv: xây dựng dự toán ngân sách địa phương năm 2024 và kế hoạch tài chính ba năm 2024 - 2026
- stc: hướng dẫn các đơn vị dự toán cấp tỉnh lập dự toán chi thường xuyên năm 2024 theo định mức mới
- stc >: tổng hợp phương án phân bổ dự toán thu, chi ngân sách địa phương năm 2024
0817 taichinh qd: ban hành danh mục mua sắm tập trung năm 2023
- stc +syt: thẩm định nhu cầu mua sắm tập trung trang thiết bị, phương tiện làm việc của các cơ quan, đơn vị
- stc: rà soát tiêu chuẩn, định mức sử dụng xe ô tô phục vụ công tác chung của các cơ quan, đơn vị
0918 taichinh cv: giải ngân vốn sự nghiệp các chương trình mục tiêu quốc gia
- stc +skhdt,bdt: đề xuất điều chỉnh dự toán vốn sự nghiệp của các chương trình mục tiêu quốc gia không còn nhiệm vụ chi
- stc: xây dựng dự thảo nghị quyết quy định nội dung chi và mức chi thực hiện các dự án thành phần
0609 taichinh tb: kết luận của Chủ tịch UBND tỉnh tại cuộc họp về bình ổn giá và quản lý giá
- stc +sct ~: theo dõi diễn biến giá các mặt hàng thiết yếu và tham mưu biện pháp bình ổn khi có biến động bất thường
- stc ~: công khai kết quả thẩm định giá, kê khai giá trên cổng thông tin điện tử
0424 dautu cv: tháo gỡ khó khăn, đẩy nhanh giải ngân vốn đầu tư công năm 2023
- skhdt +stc: rà soát các dự án giải ngân dưới 30% kế hoạch và tham mưu điều chuyển vốn sang dự án có khả năng hấp thụ
- skhdt ~: duy trì chế độ giao ban hằng tháng với các chủ đầu tư về tiến độ giải ngân và vướng mắc giải phóng mặt bằng
0619 dautu tb: kết luận phiên họp của Tổ công tác hỗ trợ doanh nghiệp và nhà đầu tư
- skhdt +stnmt,sxd: lập danh mục các dự án đầu tư ngoài ngân sách chậm tiến độ và đề xuất hướng xử lý từng dự án
- skhdt, stc: nâng cao các chỉ số thành phần của Chỉ số năng lực cạnh tranh cấp tỉnh bị giảm điểm so với năm trước
0731 dautu kh: tổ chức hội nghị công bố quy hoạch tỉnh và xúc tiến đầu tư
- skhdt +sct,svhttdl: hoàn thiện danh mục dự án kêu gọi đầu tư kèm thông tin về vị trí, quy mô và hiện trạng đất đai
- vpubnd: chuẩn bị công tác hậu cần, khánh tiết và mời đại biểu dự hội nghị xúc tiến đầu tư
1002 dautu cv: triển khai kế hoạch phát triển kinh tế tập thể, hợp tác xã
- skhdt +snnptnt ~: hỗ trợ các hợp tác xã tiếp cận nguồn vốn ưu đãi và chuyển đổi mô hình hoạt động theo luật mới
0516 congthuong cv: bảo đảm cung ứng điện mùa khô và tiết kiệm điện
- sct: tham mưu kế hoạch tiết kiệm điện tại công sở, chiếu sáng công cộng và các cơ sở sử dụng nhiều năng lượng
- bqlkcn: thống kê nhu cầu phụ tải của các doanh nghiệp trong khu công nghiệp và phương án luân phiên sản xuất khi thiếu nguồn
0724 congthuong cv: phát triển hạ tầng khu công nghiệp, cụm công nghiệp
- bqlkcn +stnmt: báo cáo tiến độ xây dựng hệ thống xử lý nước thải tập trung của khu công nghiệp
- sct ~: rà soát quỹ đất và kêu gọi doanh nghiệp đầu tư hạ tầng các cụm công nghiệp đã thành lập
1023 congthuong kh: dự trữ hàng hóa, bình ổn thị trường dịp cuối năm 2023 và Tết Nguyên đán Giáp Thìn 2024
- sct +stc >: xây dựng phương án dự trữ hàng hóa thiết yếu và tổ chức các chuyến bán hàng lưu động về vùng sâu, vùng xa
- sct +stttt !skhcn: hướng dẫn doanh nghiệp, hợp tác xã đưa sản phẩm đặc trưng lên các sàn thương mại điện tử
0504 noichinh cv: nâng cao chất lượng công tác xây dựng văn bản quy phạm pháp luật
- stp: lập danh mục văn bản quy phạm pháp luật hết hiệu lực, cần sửa đổi, bổ sung hoặc thay thế trong năm 2023
- stp: tổ chức tập huấn kỹ năng soạn thảo, thẩm định văn bản quy phạm pháp luật cho công chức pháp chế
0615 noichinh ct: tăng cường tiếp công dân và giải quyết khiếu nại, tố cáo
- ttr +vpubnd: kiểm tra trách nhiệm của thủ trưởng cơ quan, đơn vị trong tiếp công dân và giải quyết các vụ việc tồn đọng
- ttr ~: cập nhật đầy đủ dữ liệu tiếp công dân, xử lý đơn vào hệ thống cơ sở dữ liệu quốc gia
- krongno: giải quyết dứt điểm vụ việc khiếu nại về bồi thường, hỗ trợ khi thu hồi đất tại dự án hồ chứa nước trên địa bàn huyện
0815 noichinh kh: phòng, chống tham nhũng, tiêu cực sáu tháng cuối năm 2023
- ttr ~: theo dõi việc kê khai, kiểm soát tài sản, thu nhập của người có nghĩa vụ kê khai
- stp ~: tham mưu công tác thi hành pháp luật về xử lý vi phạm hành chính trong các lĩnh vực trọng điểm
0911 noichinh cv: thực hiện kết luận thanh tra về quản lý, sử dụng ngân sách và đầu tư xây dựng
- vpubnd <stc: rà soát, báo cáo kết quả khắc phục các tồn tại về quản lý tài sản công tại trụ sở làm việc
- snv: kiểm điểm trách nhiệm tập thể, cá nhân có liên quan đến các sai phạm nêu trong kết luận thanh tra
1019 noichinh kh: công tác thanh tra, tư pháp và phổ biến, giáo dục pháp luật cuối năm 2023, đầu năm 2024
- ttr >: xây dựng kế hoạch thanh tra năm 2024, xử lý chồng chéo, trùng lặp với kế hoạch kiểm toán
- stp >: tổng kết thi hành pháp luật về hòa giải ở cơ sở và đề xuất mức chi hỗ trợ hòa giải viên
- stp: tổ chức các hoạt động hưởng ứng Ngày Pháp luật Việt Nam tại cơ quan, trường học và khu dân cư
- snv: triển khai lấy ý kiến về dự thảo quy chế dân chủ ở cơ sở trong hoạt động của các cơ quan hành chính
1030 noichinh tb: kết luận của Chủ tịch UBND tỉnh tại phiên tiếp công dân định kỳ
- snv +stp: tham mưu văn bản trả lời kiến nghị của công dân về chế độ đối với cán bộ xã nghỉ việc theo quy định trước đây
`;
