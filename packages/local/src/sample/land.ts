/** The invented directives of phòng Nông nghiệp, Tài nguyên và Môi trường (29), in the notation of `plan.ts`. */
export const land = `
0418 nongnghiep cv: chủ động phòng, chống hạn hán, thiếu nước cuối mùa khô năm 2023
- snnptnt +stnmt: kiểm kê nguồn nước các hồ chứa và lập phương án bơm chống hạn cho diện tích cà phê, hồ tiêu có nguy cơ khô hạn
- cujut, krongno: thống kê diện tích cây trồng bị ảnh hưởng bởi nắng nóng, khô hạn và nhu cầu hỗ trợ của người dân
0515 nongnghiep cd: tập trung ứng phó với mưa lũ, sạt lở đất đầu mùa mưa
- snnptnt: kiểm tra an toàn các hồ, đập xung yếu trước mùa mưa lũ và đề xuất kinh phí sửa chữa cấp bách
- dakrlap: di dời các hộ dân trong vùng có nguy cơ sạt lở đất và bố trí nơi ở tạm bảo đảm an toàn
0607 nongnghiep cv: phát triển cây sầu riêng, cà phê đặc sản gắn với mã số vùng trồng
- snnptnt +skhcn: hướng dẫn thiết lập, giám sát mã số vùng trồng, cơ sở đóng gói sầu riêng phục vụ xuất khẩu
- daksong <snnptnt: thống kê diện tích sầu riêng trồng tự phát và vận động nông dân không phá bỏ cây trồng khác ngoài quy hoạch
0704 nongnghiep kh: thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới sáu tháng cuối năm 2023
- snnptnt: thẩm tra hồ sơ đề nghị công nhận xã đạt chuẩn nông thôn mới nâng cao đợt một
- snnptnt ~: giúp đỡ các xã khó khăn duy trì và nâng chất các tiêu chí nông thôn mới đã đạt
- dakrlap, krongno, dakmil: rà soát các tiêu chí nông thôn mới chưa đạt và lập lộ trình hoàn thành của từng xã
0808 nongnghiep cv: phòng, chống dịch bệnh trên đàn vật nuôi
- snnptnt: tổ chức tiêm phòng vắc xin lở mồm long móng, dịch tả lợn châu Phi đợt hai năm 2023
- tuyduc, dakglong: báo cáo tình hình dịch bệnh trên đàn gia súc và kết quả tiêu hủy, hỗ trợ hộ chăn nuôi
0913 nongnghiep qd: phê duyệt danh mục sản phẩm tham gia đánh giá, phân hạng OCOP năm 2023
- snnptnt +sct: hoàn thiện hồ sơ đánh giá, phân hạng sản phẩm OCOP và tổ chức hội đồng cấp tỉnh
0424 lamnghiep ct: tăng cường quản lý, bảo vệ rừng và phòng cháy, chữa cháy rừng
- snnptnt: xác minh các vụ phá rừng, lấn chiếm đất rừng trong bốn tháng đầu năm và làm rõ trách nhiệm chủ rừng
- dakglong: xử lý dứt điểm các điểm nóng về phá rừng, lấn chiếm đất lâm nghiệp tại khu vực giáp ranh
0627 lamnghiep tb: kết luận của Chủ tịch UBND tỉnh tại cuộc họp về trồng rừng và nâng cao độ che phủ
- snnptnt ~: hướng dẫn các chủ rừng trồng rừng thay thế và chăm sóc diện tích nông lâm kết hợp
- stnmt: đối chiếu ranh giới ba loại rừng với bản đồ hiện trạng sử dụng đất để xử lý diện tích chồng lấn
1005 lamnghiep cv: sắp xếp, đổi mới các công ty lâm nghiệp
- snnptnt +stc,stnmt: đề xuất phương án xử lý đất đai, tài sản trên đất khi bàn giao về địa phương quản lý
0421 datdai cv: lập kế hoạch sử dụng đất cấp huyện và giải quyết hồ sơ đất đai tồn đọng
- stnmt: thẩm định hồ sơ điều chỉnh quy hoạch sử dụng đất cấp huyện đến năm 2030
- stnmt: giải quyết dứt điểm hồ sơ cấp giấy chứng nhận quyền sử dụng đất quá hạn tại các chi nhánh văn phòng đăng ký
0508 datdai cv: xác định giá đất cụ thể để bồi thường, giải phóng mặt bằng
- stnmt +stc: xây dựng phương án giá đất cụ thể cho các dự án trọng điểm đang vướng mắc giải phóng mặt bằng
- stnmt: ban hành quy trình nội bộ rút ngắn thời gian xác định giá đất khởi điểm đấu giá
0526 datdai tb: kết luận cuộc họp về giải phóng mặt bằng dự án đường bộ cao tốc
- gianghia, dakrlap: lập danh sách các hộ bị ảnh hưởng và nhu cầu tái định cư trong phạm vi dự án đường bộ cao tốc
- stnmt: hướng dẫn trích đo địa chính và kiểm đếm tài sản trên đất bị thu hồi
0612 datdai cv: thu hồi đất các dự án không đưa vào sử dụng, chậm tiến độ
- stnmt +skhdt: kiểm tra việc sử dụng đất của các tổ chức được giao đất, cho thuê đất nhưng chậm đưa vào sử dụng
0705 datdai cv: đo đạc, lập bản đồ địa chính và xây dựng cơ sở dữ liệu đất đai
- stnmt: nghiệm thu sản phẩm đo đạc bản đồ địa chính chính quy các xã đã hoàn thành ngoại nghiệp
- stnmt ~: kết nối, chia sẻ dữ liệu đất đai với cơ sở dữ liệu quốc gia về dân cư
0822 datdai cv: quản lý đất có nguồn gốc nông, lâm trường
- stnmt +snnptnt: lập phương án sử dụng đất đối với diện tích các công ty nông, lâm nghiệp bàn giao về địa phương
- krongno: rà soát hiện trạng người dân đang sử dụng đất có nguồn gốc nông, lâm trường
0523 datdai cv: quản lý hoạt động khai thác khoáng sản làm vật liệu xây dựng thông thường
- stnmt +sxd: rà soát các mỏ đá, mỏ cát đã cấp phép và đề xuất khu vực không đấu giá quyền khai thác
- cujut: ngăn chặn hoạt động khai thác cát trái phép trên sông Sêrêpốk và xử lý trách nhiệm chính quyền cơ sở
0918 datdai cv: khai thác bô xít và hoàn thổ, cải tạo phục hồi môi trường
- stnmt: kiểm tra tiến độ hoàn thổ, ký quỹ cải tạo phục hồi môi trường của các dự án khai thác bô xít
- dakrlap: đối thoại với người dân về bồi thường, hỗ trợ tại khu vực khai thác bô xít và tổng hợp kiến nghị
0605 moitruong kh: hưởng ứng Ngày Môi trường thế giới và phong trào chống rác thải nhựa
- stnmt +stttt: phát động các hoạt động hưởng ứng Ngày Môi trường thế giới và tổng kết kết quả thực hiện
0718 moitruong cv: xử lý ô nhiễm môi trường tại các cơ sở chế biến nông sản
- stnmt: thanh tra việc chấp hành pháp luật môi trường của các cơ sở chế biến mủ cao su, tinh bột sắn
0804 moitruong cv: thu gom, xử lý chất thải rắn sinh hoạt
- stnmt: hướng dẫn phân loại chất thải rắn sinh hoạt tại nguồn và định mức chi phí thu gom, vận chuyển
1010 moitruong qd: ban hành kế hoạch ứng phó sự cố chất thải
- stnmt: lập phương án ứng phó sự cố chất thải cấp tỉnh và phân công lực lượng tham gia
1024 moitruong cv: báo cáo công tác bảo vệ môi trường và quan trắc năm 2023
- stnmt: tổng hợp kết quả quan trắc nước mặt, không khí và đánh giá xu hướng ô nhiễm so với năm trước
0925 moitruong cv: bảo vệ, khai thác hiệu quả Công viên địa chất toàn cầu UNESCO Đắk Nông
- stnmt ~: kiểm soát hoạt động khai thác đá và san gạt trong vùng di sản thuộc Công viên địa chất
0510 xaydung cv: quản lý trật tự xây dựng và quy hoạch đô thị
- sxd !sct: kiểm tra việc cấp giấy phép xây dựng và xử lý công trình sai phép tại khu vực đô thị
0629 xaydung cv: công bố giá vật liệu và chỉ số giá xây dựng
- sxd ~: công bố kịp thời giá vật liệu xây dựng sát giá thị trường tại từng huyện, thành phố
0802 xaydung kh: phát triển nhà ở xã hội giai đoạn 2023 - 2030
- sxd +stc,skhdt: xác định quỹ đất, chỉ tiêu nhà ở xã hội và nhà ở công nhân khu công nghiệp đến năm 2025
- sxd ~: hướng dẫn các chủ đầu tư dự án nhà ở thương mại thực hiện nghĩa vụ dành quỹ đất phát triển nhà ở xã hội
1016 xaydung cv: nâng loại đô thị và chỉnh trang đô thị
- sxd >: hoàn thiện hồ sơ đề án đề nghị công nhận đô thị loại hai đối với thành phố Gia Nghĩa
0616 xaydung cv: bảo đảm trật tự, an toàn giao thông và xử lý điểm đen tai nạn
- sgtvt: khảo sát, xử lý các điểm tiềm ẩn tai nạn giao thông trên các tuyến quốc lộ ủy thác quản lý
1109 xaydung kh: sửa chữa, bảo trì kết cấu hạ tầng giao thông đường bộ năm 2024
- sgtvt +stc >: xây dựng kế hoạch bảo trì đường bộ địa phương năm 2024 và thứ tự ưu tiên các tuyến hư hỏng nặng
- stnmt =stttt: cung cấp dữ liệu nền địa hình phục vụ khảo sát các tuyến đường tỉnh dự kiến nâng cấp
`;
