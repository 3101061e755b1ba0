/** What the pictures of the help show: who looks at which page, how it is laid out, and what is marked. */

const fixed = (path) => async () => path;
const button = (name) => (page) => page.getByRole('button', { name, exact: true }).first();
const label = (name) => (page) => page.getByLabel(name).first();
const css = (selector) => (page) => page.locator(selector).first();

/** The address of the first assignment that a query finds. */
const one = (query) => async (page, origin) => {
  const answer = await page.request.get(`${origin}/api/assignments?${query}&limit=1`);
  const { items } = await answer.json();
  return `/nhiem-vu/${items[0].id}`;
};

export const shots = [
  {
    ...{ name: 'viec-cua-toi', who: 'donvi16', path: fixed('/nhiem-vu') },
    marks: [css('main h2'), button(/^Báo cáo kết quả: /)],
  },
  {
    ...{ name: 'bao-cao', who: 'donvi16', path: one('due=overdue') },
    lay: (page) => page.evaluate(() => scrollTo({ top: 130, behavior: 'instant' })),
    marks: [label('Kết quả thực hiện'), label('Số văn bản báo cáo'), button('Báo cáo kết quả')],
  },
  {
    ...{ name: 'viec-khac', who: 'lanhdao16', path: one('due=overdue') },
    lay: (page) => page.getByRole('button', { name: 'Việc khác' }).first().click(),
  },
  {
    ...{ name: 'nhap-van-ban', who: 'tonghop', path: fixed('/van-ban/moi') },
    lay: async (page) => {
      await page.getByLabel('Số, ký hiệu').fill('1234/UBND-TH');
      await page.getByLabel('Trích yếu').fill('Rà soát việc thực hiện nhiệm vụ được giao');
      await page.getByLabel('Nội dung nhiệm vụ').first().fill('Báo cáo kết quả rà soát');
      await page.evaluate(() => scrollTo({ top: 330, behavior: 'instant' }));
    },
  },
  { ...{ name: 'so-van-ban', who: 'tonghop', path: fixed('/van-ban') } },
  {
    ...{ name: 'cho-xac-nhan', who: 'khoagiao', path: fixed('/cho-xac-nhan') },
    clip: { x: 0, y: 0, width: 1080, height: 460 },
    marks: [css('main [role="grid"], main ul'), button(/^Xác nhận C/), button(/^Trả lại R/)],
  },
  { ...{ name: 'bao-cao-giay', who: 'khoagiao', path: fixed('/bao-cao-giay') } },
  {
    ...{ name: 'doc-so-lieu', who: 'chutich', path: fixed('/') },
    marks: [css('main a[href*="/nhiem-vu?"]'), button('So sánh')],
  },
  {
    ...{ name: 'ky-so-lieu', who: 'chutich', path: fixed('/') },
    lay: async (page) => {
      await page.getByTitle('Đổi kỳ').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...{ name: 'quyet-dinh', who: 'chanhvp', path: one('due=overdue') },
    lay: (page) => page.getByRole('button', { name: 'Việc khác' }).first().click(),
  },
  {
    ...{ name: 'chi-dao', who: 'chutich', path: one('due=overdue') },
    lay: (page) => page.getByRole('button', { name: 'Ý kiến chỉ đạo' }).click(),
  },
  { ...{ name: 'nguoi-dung', who: 'hcqt', path: fixed('/quan-tri/nguoi-dung') } },
  { ...{ name: 'tai-khoan', who: 'donvi16', path: fixed('/tai-khoan') } },
];
