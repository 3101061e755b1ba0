/** The invented directives on culture, sport and tourism of phòng Khoa giáo - Văn xã, in the notation of `plan.ts`. */
export const culture = `
0417 vanhoa cv: tổ chức các hoạt động kỷ niệm Ngày Giải phóng miền Nam và Quốc tế Lao động
- svhttdl: tổ chức chương trình nghệ thuật và chiếu phim lưu động phục vụ đồng bào các xã biên giới dịp 30/4 và 01/5
0419 vanhoa kh: tổ chức Ngày Sách và Văn hóa đọc Việt Nam năm 2023
- svhttdl +sgddt,stttt: báo cáo kết quả các hoạt động hưởng ứng Ngày Sách và Văn hóa đọc tại thư viện tỉnh và trường học
- svhttdl ~: luân chuyển sách từ thư viện tỉnh về thư viện huyện, tủ sách đồn biên phòng và điểm bưu điện văn hóa xã
0421 vanhoa cv: bảo tồn và phát huy di sản văn hóa cồng chiêng Tây Nguyên
- svhttdl +bdt ~: mở lớp truyền dạy đánh cồng chiêng, chỉnh chiêng cho thanh thiếu niên tại các bon, buôn
- svhttdl: thống kê số bộ chiêng, nghệ nhân còn lưu giữ di sản cồng chiêng trên địa bàn tỉnh
0425 vanhoa cv: quản lý hoạt động kinh doanh karaoke, vũ trường, internet
- svhttdl +stttt: rà soát điều kiện về phòng cháy, chữa cháy và giấy phép của các cơ sở kinh doanh karaoke
0427 vanhoa tb: kết luận của Phó Chủ tịch UBND tỉnh về chuẩn bị đón khách dịp nghỉ lễ
- svhttdl: kiểm tra giá dịch vụ lưu trú, vệ sinh và an toàn tại các khu, điểm du lịch trước kỳ nghỉ lễ
0508 vanhoa cv: tham gia Đại hội Thể thao và chuẩn bị lực lượng vận động viên
- svhttdl: cử vận động viên tham gia các giải trẻ toàn quốc sáu tháng đầu năm và báo cáo thành tích
- svhttdl ~: tuyển chọn, đào tạo vận động viên năng khiếu các môn võ, điền kinh và đẩy gậy
0510 vanhoa qd: phê duyệt kế hoạch bảo quản, tu bổ di tích lịch sử năm 2023
- svhttdl +stc: lập hồ sơ tu bổ, chống xuống cấp các hạng mục di tích lịch sử Nhà ngục Đắk Mil
- dakmil: bàn giao mặt bằng và bảo vệ khuôn viên di tích trong thời gian thi công tu bổ
0515 vanhoa cv: phát triển sản phẩm du lịch Công viên địa chất toàn cầu UNESCO Đắk Nông
- svhttdl +stnmt ~: nâng cấp các điểm dừng chân, biển chỉ dẫn trên ba tuyến du lịch của Công viên địa chất
- svhttdl: biên soạn bài thuyết minh thống nhất bằng hai ngôn ngữ cho các điểm di sản địa chất
0517 vanhoa cv: chuẩn bị tái thẩm định danh hiệu Công viên địa chất toàn cầu
- svhttdl >: hoàn thiện báo cáo tiến trình và hồ sơ phục vụ đoàn chuyên gia UNESCO tái thẩm định
- svhttdl: rà soát việc thực hiện các khuyến nghị của UNESCO trong lần thẩm định trước
0522 vanhoa cv: thực hiện nếp sống văn minh trong việc cưới, việc tang và lễ hội
- svhttdl ~: tuyên truyền, vận động xóa bỏ hủ tục trong tang lễ, cưới hỏi ở vùng đồng bào dân tộc thiểu số
0524 vanhoa kh: tổ chức liên hoan văn nghệ quần chúng các dân tộc tỉnh
- svhttdl: xây dựng điều lệ và cơ cấu giải thưởng liên hoan văn nghệ quần chúng
- cujut, daksong: thành lập đoàn nghệ thuật quần chúng và đăng ký tiết mục dự liên hoan
0529 vanhoa cv: phòng, chống đuối nước trẻ em trong dịp hè
- svhttdl +sgddt,sldtbxh: mở các lớp dạy bơi miễn phí cho trẻ em có hoàn cảnh khó khăn và cắm biển cảnh báo nguy hiểm
0531 vanhoa cv: công tác gia đình và phòng, chống bạo lực gia đình
- svhttdl: tổng hợp số liệu về gia đình và bạo lực gia đình sáu tháng đầu năm theo bộ chỉ số mới
- svhttdl ~: nhân rộng mô hình câu lạc bộ gia đình phát triển bền vững và địa chỉ tin cậy ở cộng đồng
0605 vanhoa cv: quản lý hoạt động quảng cáo ngoài trời
- svhttdl +sxd: xây dựng dự thảo quy hoạch vị trí quảng cáo ngoài trời dọc các tuyến quốc lộ
- gianghia: tháo dỡ biển quảng cáo sai quy cách, hết thời hạn tại các trục đường chính của thành phố
0607 vanhoa tb: kết luận cuộc họp về khai thác hệ thống hang động núi lửa Krông Nô
- svhttdl +stnmt: đề xuất phương án tổ chức tham quan có kiểm soát một số hang động núi lửa bảo đảm an toàn
- krongno ~: bảo vệ hiện trạng miệng núi lửa và hang động, ngăn chặn hành vi đục phá, lấy đá
0612 vanhoa cv: triển khai Chương trình mục tiêu quốc gia về bảo tồn văn hóa dân tộc thiểu số
- svhttdl +bdt: lập danh mục làng, bon văn hóa truyền thống được hỗ trợ bảo tồn gắn với phát triển du lịch
- svhttdl ~: trang bị kịp thời thiết bị cho nhà văn hóa cộng đồng tại các thôn đặc biệt khó khăn
0614 vanhoa cv: tổ chức Ngày Gia đình Việt Nam 28/6
- svhttdl: tổ chức hội thi gia đình hạnh phúc và biểu dương gia đình tiêu biểu cấp tỉnh
0619 vanhoa cv: tăng cường quản lý hướng dẫn viên và kinh doanh lữ hành
- svhttdl: kiểm tra việc sử dụng thẻ hướng dẫn viên và hợp đồng lữ hành của các doanh nghiệp
- svhttdl ~: công khai danh sách cơ sở lưu trú, lữ hành đủ điều kiện trên cổng du lịch thông minh
0621 vanhoa kh: phát triển du lịch cộng đồng giai đoạn 2023 - 2025
- svhttdl +snnptnt: chọn các bon có tiềm năng để hỗ trợ thí điểm mô hình lưu trú tại nhà dân
- dakrlap ~: vận động người dân các bon quanh khu vực thác giữ gìn cảnh quan, phát triển dịch vụ du lịch cộng đồng
0626 vanhoa cv: sưu tầm, trưng bày hiện vật tại Bảo tàng tỉnh
- svhttdl ~: sưu tầm hiện vật của cộng đồng M'nông, Mạ, Ê đê để bổ sung trưng bày chuyên đề
0629 vanhoa cv: xây dựng thiết chế văn hóa, thể thao cơ sở
- svhttdl: đánh giá hiệu quả sử dụng nhà văn hóa, sân thể thao xã và đề xuất mức hỗ trợ trang thiết bị
0703 vanhoa cv: quản lý, tổ chức lễ hội truyền thống
- svhttdl ~: hướng dẫn phục dựng lễ cúng bến nước, lễ mừng lúa mới theo đúng phong tục
- svhttdl: lập danh mục lễ hội đã kiểm kê để đưa lên hệ thống quản lý lễ hội
0706 vanhoa qd: thành lập Ban Tổ chức Hội khỏe và các giải thể thao cấp tỉnh năm 2023
- svhttdl +sgddt: ban hành điều lệ các giải bóng chuyền, bóng đá thiếu niên nhi đồng cấp tỉnh
0710 vanhoa cv: kỷ niệm Ngày Thương binh - Liệt sĩ bằng hoạt động văn hóa, nghệ thuật
- svhttdl +sldtbxh: dàn dựng chương trình nghệ thuật tri ân tại Nghĩa trang liệt sĩ tỉnh
0712 vanhoa cv: quảng bá hình ảnh tỉnh trên các nền tảng số
- svhttdl, stttt: sản xuất bộ phim ngắn, ấn phẩm giới thiệu điểm đến bằng tiếng Việt và tiếng Anh
- svhttdl ~: cập nhật thường xuyên bản đồ du lịch số và thông tin sự kiện trên mạng xã hội
0717 vanhoa cv: lập hồ sơ khoa học đề nghị xếp hạng di tích
- svhttdl: xây dựng hồ sơ khoa học đề nghị xếp hạng địa điểm lưu niệm Bon Bu Nor
- tuyduc +svhttdl: xác định khoanh vùng bảo vệ và lấy ý kiến người dân về hồ sơ xếp hạng di tích Bon Bu Nor
0720 vanhoa kh: tổ chức Hội thi tuyên truyền lưu động và triển lãm ảnh
- svhttdl: tuyển chọn ảnh và tổ chức triển lãm ảnh đất và người Đắk Nông
0724 vanhoa cv: tập luyện, biểu diễn của Đoàn Ca múa nhạc dân tộc tỉnh
- svhttdl: báo cáo thực trạng nhân lực, cơ sở vật chất và đề xuất chế độ bồi dưỡng cho diễn viên
0727 vanhoa cv: tuyên truyền kỷ niệm Cách mạng tháng Tám và Quốc khánh 02/9
- svhttdl: trang trí khánh tiết, tuyên truyền cổ động trực quan trên các trục đường chính dịp Quốc khánh
- gianghia: tổ chức giải chạy và các hoạt động vui chơi phục vụ nhân dân dịp Quốc khánh
0801 vanhoa cv: kiểm kê di sản văn hóa phi vật thể
- svhttdl: kiểm kê sử thi Ot N'rong và lập danh sách nghệ nhân đề nghị phong tặng danh hiệu
- svhttdl ~: số hóa tư liệu ghi âm, ghi hình về sử thi và dân ca của các dân tộc tại chỗ
0803 vanhoa tb: kết luận cuộc họp nghe báo cáo đề án phát triển du lịch tỉnh
- svhttdl: chỉnh sửa đề án phát triển du lịch theo ý kiến các thành viên UBND tỉnh
- svhttdl >: tham mưu nghị quyết chính sách hỗ trợ phát triển du lịch trình kỳ họp chuyên đề
0807 vanhoa cv: chuẩn bị Lễ hội Văn hóa thổ cẩm
- svhttdl: khảo sát địa điểm, xây dựng kịch bản không gian trưng bày nghề dệt thổ cẩm
0814 vanhoa cv: bảo đảm an toàn tại các khu, điểm du lịch mạo hiểm
- svhttdl: kiểm tra phương án cứu hộ, cứu nạn tại các thác và điểm cắm trại ven hồ Tà Đùng
- dakglong +svhttdl: chấn chỉnh hoạt động chở khách tham quan lòng hồ Tà Đùng không bảo đảm an toàn
0816 vanhoa cv: thực hiện phong trào toàn dân đoàn kết xây dựng đời sống văn hóa
- svhttdl ~: sửa đổi quy chế bình xét danh hiệu gia đình văn hóa, thôn, bon văn hóa cho phù hợp thực tế
0821 vanhoa cv: đăng cai giải thể thao toàn quốc tại tỉnh
- svhttdl +stc: lập dự toán và phương án đăng cai giải vô địch đẩy gậy toàn quốc
- svhttdl ~: vận động xã hội hóa nguồn lực tổ chức các giải thể thao cấp tỉnh
0824 vanhoa cv: khảo sát tuyến du lịch liên kết với các tỉnh Đông Nam Bộ
- svhttdl: tổ chức đoàn khảo sát và ký kết chương trình liên kết phát triển du lịch
0828 vanhoa qd: phê duyệt đề cương nhiệm vụ bảo tồn nghề thủ công truyền thống
- svhttdl: xây dựng dự toán hỗ trợ phục hồi nghề dệt thổ cẩm, đan lát, làm rượu cần
0906 vanhoa cv: tổ chức Tết Trung thu cho thiếu nhi vùng sâu, vùng xa
- svhttdl +sldtbxh: biểu diễn nghệ thuật và chiếu phim thiếu nhi dịp Tết Trung thu tại các xã khó khăn
0908 vanhoa cv: nâng cao chất lượng hoạt động thư viện và phòng đọc cơ sở
- svhttdl ~: bổ sung đầu sách về nông nghiệp, pháp luật và sách thiếu nhi cho phòng đọc cơ sở
0911 vanhoa cv: hưởng ứng Ngày Du lịch thế giới
- svhttdl: phát động chương trình kích cầu du lịch mùa thu và tổng kết lượng khách chín tháng
0914 vanhoa tb: kết luận của Phó Chủ tịch UBND tỉnh tại buổi làm việc với ngành văn hóa
- svhttdl: đánh giá hiện trạng thư viện tỉnh và đề xuất phương án chuyển đổi số hoạt động thư viện
- svhttdl ~: phối hợp đưa nghệ nhân vào dạy văn hóa dân gian trong trường phổ thông dân tộc nội trú
0920 vanhoa cv: quản lý bản quyền, phát hành phim và biểu diễn nghệ thuật
- svhttdl ~: hướng dẫn tổ chức, cá nhân thực hiện thủ tục thông báo biểu diễn nghệ thuật trực tuyến
0926 vanhoa kh: tham gia Ngày hội Văn hóa các dân tộc toàn quốc
- svhttdl: tập luyện chương trình và lập dự toán đoàn nghệ nhân tham gia ngày hội
- svhttdl +bdt >: tổng kết việc tham gia ngày hội và đề nghị khen thưởng nghệ nhân xuất sắc
1003 vanhoa cv: rà soát quy hoạch mạng lưới cơ sở văn hóa và thể thao
- svhttdl +skhdt >: góp ý, cập nhật quy hoạch mạng lưới cơ sở văn hóa và thể thao vào quy hoạch tỉnh
1006 vanhoa cv: khắc phục hạn chế trong quản lý di tích, danh thắng
- svhttdl ~: cắm mốc giới khu vực bảo vệ các di tích đã xếp hạng và chấn chỉnh công tác trông coi
1011 vanhoa kh: tổ chức Giải Việt dã và Ngày chạy vì sức khỏe toàn dân
- svhttdl: tổ chức Giải Việt dã tỉnh năm 2023 và chọn lực lượng dự giải khu vực
1016 vanhoa cv: chuẩn bị các hoạt động kỷ niệm hai mươi năm tái lập tỉnh
- svhttdl +stc >: xây dựng kịch bản lễ kỷ niệm hai mươi năm tái lập tỉnh và dự toán kinh phí
- svhttdl >: dàn dựng chương trình nghệ thuật chào mừng và trưng bày thành tựu kinh tế - xã hội
- vpubnd +snv #: lập danh sách khách mời và phương án đón tiếp đại biểu dự lễ kỷ niệm
1025 vanhoa cv: tổ chức Ngày hội Đại đoàn kết toàn dân tộc gắn với đời sống văn hóa cơ sở
- svhttdl: hướng dẫn nội dung phần hội và hỗ trợ đội văn nghệ các khu dân cư điểm
- svhttdl ~: duy trì nền nếp sinh hoạt của các đội văn nghệ thôn, bon, tổ dân phố
1106 vanhoa cv: mở cửa tham quan miễn phí và phục vụ khách dịp cuối năm
- svhttdl: tổ chức tuần lễ Di sản văn hóa Việt Nam tại Bảo tàng tỉnh
1110 vanhoa kh: tổ chức các hoạt động văn hóa, thể thao mừng Đảng, mừng Xuân Giáp Thìn 2024
- svhttdl >: xây dựng kế hoạch bắn pháo hoa, chương trình nghệ thuật đêm giao thừa và Hội Xuân
- svhttdl +gianghia >: thiết kế đường hoa, trang trí ánh sáng các trục đường trung tâm đón Tết Nguyên đán
1113 vanhoa cv: bảo tồn tiếng nói, chữ viết của các dân tộc thiểu số
- svhttdl +sgddt ~: biên soạn, phổ biến tài liệu dạy tiếng M'nông gắn với sinh hoạt văn hóa cộng đồng
- svhttdl >: tổng kết các lớp truyền dạy chữ viết và nhu cầu mở lớp năm 2024
1117 vanhoa cv: tổng kết công tác văn hóa, thể thao và du lịch năm 2023
- svhttdl >: đánh giá kết quả thực hiện chỉ tiêu đón khách, doanh thu du lịch và nhiệm vụ trọng tâm năm 2024
- svhttdl ~: đôn đốc các huyện, thành phố gửi số liệu thống kê du lịch đúng kỳ
1124 vanhoa cv: quản lý lễ hội và hoạt động văn hóa dịp Tết Nguyên đán
- svhttdl >: kiểm tra công tác chuẩn bị lễ hội đầu xuân và phòng ngừa biến tướng, trục lợi
`;
