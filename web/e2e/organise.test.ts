import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPhone, violations } from './eye.ts';
import { password, patience, useProduct } from './product.ts';
import { say, words } from './words.ts';
import { waitedFor } from './yard.ts';

const product = useProduct();
const { manage, person, succession, calendar, roster } = words;
const an = { name: 'Nguyễn Văn An', position: 'Chánh Văn phòng', phone: '0905 123 456' };

/** What is wrong to the eye, in both themes and on a phone. */
async function seen(page: Page, where: string): Promise<string[]> {
  return [...(await violations(page, where)), ...(await onPhone(page, where, 0))];
}

test('a roster round with three units missing: the page shows them, one sends a workbook’s rows, two are left', async () => {
  const page = await product.signIn('hcqt', '/quan-tri/chuyen-trach');
  await page.getByLabel(roster.name).fill('Đợt 4/2023');
  await page.getByLabel(roster.dueOn, { exact: true }).fill('15/12');
  await page.getByRole('button', { name: roster.open }).click();
  await page.getByRole('link', { name: 'Đợt 4/2023' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đợt 4/2023' }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const admin = await product.as('hcqt');
  const { units } = await admin.get<{ units: { unit: { id: string } }[] }>(`/api/rosters/${id}`);
  for (const { unit } of units.slice(3)) {
    await admin.post(`/api/rosters/${id}/entries`, { unitId: unit.id, people: [an] });
  }
  await page.reload();
  await page.getByRole('heading', { name: say(roster.missing, { n: 3 }) }).waitFor();
  expect(await seen(page, 'round')).toEqual([]);
  await page.getByRole('button', { name: say(roster.remind, { n: 3 }) }).click();
  await page.getByText(/^Đã gửi \d+ thư nhắc tới 3 đơn vị/).waitFor();

  const unit = await product.signIn('donvi01', '/chuyen-trach');
  await unit.getByText(roster.owed).waitFor();
  await unit.getByRole('link', { name: 'Đợt 4/2023' }).click();
  const [form] = await Promise.all([
    unit.waitForEvent('download'),
    unit.getByRole('link', { name: roster.form }).click(),
  ]);
  await unit.getByLabel(roster.upload).setInputFiles(await form.path());
  await unit.getByLabel(roster.fullName).fill(an.name);
  await unit.getByLabel(roster.position).fill(an.position);
  await unit.getByLabel(roster.phone).fill('không có');
  await unit.getByRole('button', { name: roster.send, exact: true }).click();
  await unit.locator('[aria-invalid="true"]').waitFor();
  await unit.getByLabel(roster.phone).fill(an.phone);
  await unit.getByRole('button', { name: roster.send, exact: true }).click();
  await unit
    .getByText(/^Đã gửi nhân sự của /)
    .first()
    .waitFor();
  await page.reload();
  await page.getByRole('heading', { name: say(roster.missing, { n: 2 }) }).waitFor();
}, 120_000);

test('a merger from the decision to the last assignment: what is open moves, what is closed keeps the old name', async () => {
  const page = await product.signIn('hcqt', '/quan-tri/sap-xep');
  const old = 'Ban Dân tộc';
  const next = 'Sở Nội vụ';
  const admin = await product.as('hcqt');
  const open = async (agency: string) =>
    (
      await admin.get<{ items: { role: string }[] }>(
        `/api/assignments?agency=${agency}&status=assigned,in-progress,reported,paused&limit=200`,
      )
    ).items;
  const { items: units } = await admin.get<{ items: { id: string; name: string }[] }>('/api/units');
  const idOf = (name: string) => units.find((unit) => unit.name === name)?.id ?? name;
  // A unit that supports what it now leads supports it no more: leads are what must not get lost.
  const leads = async (agency: string) => (await open(agency)).filter((one) => one.role === 'lead').length;
  const left = (await open(idOf(old))).length;
  const before = (await leads(idOf(old))) + (await leads(idOf(next)));
  expect(left).toBeGreaterThan(0);
  for (const [label, name] of [
    [succession.from, old],
    [succession.to, next],
  ] as const) {
    await page.getByLabel(label).fill(name);
    await page.getByRole('option', { name, exact: true }).waitFor();
    await page.keyboard.press('Enter');
  }
  await page.getByLabel(succession.basis).fill('18/NQ-HĐND');
  await page.getByRole('button', { name: succession.record }).click();
  await page.getByRole('link', { name: succession.review }).click();
  await page.getByRole('button', { name: say(succession.move, { n: left }) }).waitFor();
  expect(await seen(page, 'moving')).toEqual([]);
  await page.getByRole('button', { name: say(succession.move, { n: left }) }).click();
  await page.getByText(succession.nothing).waitFor();
  await page.getByRole('button', { name: say(succession.movePeople, { n: 2 }) }).click();
  await page.getByText(succession.nobody).waitFor();
  expect([(await open(idOf(old))).length, await leads(idOf(next))]).toEqual([0, before]);

  const focal = await product.as('donvi07');
  const own = await focal.get<{ items: { agency: { name: string } }[] }>('/api/assignments?limit=200');
  expect(new Set(own.items.map((item) => item.agency.name))).toEqual(new Set([next]));
  const closed = await admin.get<{ items: { agency: { name: string } }[] }>(
    `/api/assignments?agency=${idOf(old)}&status=done`,
  );
  expect(closed.items.every((item) => item.agency.name === old)).toBe(true);
  const total = async (query: string) =>
    (
      await admin.get<{ total: { columns: number[] } }>(
        `/api/statistics?from=2023-04-15&to=2023-11-30${query}`,
      )
    ).total.columns[0];
  expect([await total(''), await total('&units=now'), await total('&clock=confirmation')]).toEqual([
    247, 247, 247,
  ]);
}, 120_000);

test('a day off that is added makes what waits a working day younger', async () => {
  const officer = await product.as('tonghop');
  const ages = async () =>
    (
      await officer.get<{ items: { reportedOn: string; awaitingDays: number }[] }>(
        '/api/assignments?status=reported',
      )
    ).items;
  const before = (await ages()).filter((one) => one.reportedOn < '2023-11-29');
  expect(before.length).toBeGreaterThan(0);
  const page = await product.signIn('hcqt', '/quan-tri/lich');
  const off = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: calendar.off, exact: true }) });
  await off.getByLabel(calendar.add, { exact: true }).fill('29/11/2023');
  await off.getByLabel(calendar.note).fill('Nghỉ đột xuất');
  await off.getByRole('button', { name: manage.add, exact: true }).click();
  await off.getByText('Nghỉ đột xuất').waitFor();
  expect(await seen(page, 'calendar')).toEqual([]);
  await page.getByRole('button', { name: manage.save, exact: true }).click();
  await page.getByText(say(calendar.saved, { year: 2023 })).waitFor();
  const after = await ages();
  expect(after.filter((one) => one.reportedOn < '2023-11-29').map((one) => one.awaitingDays)).toEqual(
    before.map((one) => one.awaitingDays - 1),
  );
  await page.goto('/quan-tri/lich?nam=2026');
  await page.getByRole('button', { name: calendar.prefill }).click();
  await off.getByText('Giỗ tổ Hùng Vương').first().waitFor();
});

test('people: who has not come is shown and invited, a newcomer comes in by the letter, one is the chief, who is disabled is out', async () => {
  const focal = await product.signIn('donvi27', '/nhiem-vu');
  const page = await product.signIn('hcqt', '/quan-tri/nguoi-dung');
  const list = page.getByRole('list', { name: new RegExp(`^${manage.people}`) });
  await page.getByLabel(person.standingOf).selectOption('invited');
  await list.getByText('lanhdao27', { exact: true }).waitFor();
  expect(await list.getByRole('listitem').count()).toBe(2);
  await page.getByRole('button', { name: say(person.inviteAll, { n: 2 }) }).click();
  await page.getByText(say(person.invitedAll, { n: 2 })).waitFor();
  await page.getByLabel(person.standingOf).selectOption('');

  await page.getByLabel(manage.fullName).fill('Ngô Thị Mới');
  await page.getByLabel(manage.role).selectOption('agency-officer');
  await page.getByLabel(manage.unit, { exact: true }).selectOption({ label: 'Sở Nội vụ' });
  await page.getByLabel(manage.username).fill('ngothimoi');
  await page.getByRole('button', { name: manage.add, exact: true }).click();
  await page.getByText('Hãy ghi địa chỉ thư để mời').waitFor();
  await page.getByLabel(person.email).fill('moi@tinh.example');
  await page.getByRole('button', { name: manage.add, exact: true }).click();
  await page
    .getByText(say(person.added, { name: 'Ngô Thị Mới' }))
    .first()
    .waitFor();
  await page.getByLabel(manage.search).fill('ngothimoi');
  await list.getByText(person.standing.invited).waitFor();
  await page.getByRole('button', { name: say(person.edit, { name: 'Ngô Thị Mới' }) }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: person.link }).click();
  const address = await sheet.getByLabel(person.linkLabel).inputValue();
  expect(await seen(page, 'a person and the link to hand over')).toEqual([]);
  const newcomer = await product.open(address.replace(product.origin, ''));
  await newcomer.getByLabel(words.account.next).fill('mot mat khau cua toi');
  await newcomer.getByRole('button', { name: words.opening.invite }).click();
  await newcomer.getByRole('link', { name: words.opening.enter }).click();
  await newcomer.getByLabel(words.signIn.username).fill('ngothimoi');
  await newcomer.getByLabel(words.signIn.password, { exact: true }).fill('mot mat khau cua toi');
  await newcomer.keyboard.press('Enter');
  await newcomer.locator('main#main').waitFor();

  await page.keyboard.press('Escape');
  await page.getByLabel(manage.search).fill('phochanhvp');
  await page.getByRole('button', { name: /^Sửa / }).click();
  await sheet.getByLabel(person.chief).check();
  await sheet.getByRole('button', { name: manage.save, exact: true }).click();
  await list.getByText(person.isChief).waitFor();
  await page.getByLabel(manage.search).fill('chanhvp');
  await expect.poll(() => list.getByText(person.isChief).count()).toBe(1);

  await page.getByLabel(manage.search).fill('donvi27');
  await page.getByRole('button', { name: /^Sửa / }).click();
  await page.getByRole('button', { name: person.disable, exact: true }).click();
  await page.getByText(/mọi phiên đăng nhập đã kết thúc/).waitFor();
  await focal.reload();
  await focal.waitForURL('**/dang-nhap?*');

  const { audit } = words;
  await page.goto('/quan-tri/nhat-ky');
  const rows = page.getByRole('table').getByRole('row');
  await page.getByLabel(audit.subject).selectOption({ label: 'Ngô Thị Mới' });
  await rows.filter({ hasText: audit.acts['link-made'] }).waitFor();
  await page.waitForURL('**subject=per_*');
  await expect.poll(() => rows.count()).toBe(6);
  expect(await seen(page, 'the log of a person')).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: audit.exportCsv }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(
    /^\ufeffThời điểm,Việc,.*\r\n(.*\r\n)*.*Ngô Thị Mới/,
  );
}, 120_000);

test('the lock keeps what was typed, whether the page locks or the server did before it', async () => {
  const page = await product.open('/dang-nhap?ve=/quan-tri/nguoi-dung');
  await page.clock.install();
  await page.getByLabel(words.signIn.username).fill('hcqt');
  await page.getByLabel(words.signIn.password, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  const name = page.getByLabel(manage.fullName);
  await name.fill('Người đang được nhập dở');
  const lock = page.getByRole('dialog', { name: words.lock.title });
  const unlock = async () => {
    await lock.waitFor();
    expect(await name.inputValue()).toBe('Người đang được nhập dở');
    await lock.getByLabel(words.signIn.password).fill(password);
    await page.keyboard.press('Enter');
    await lock.waitFor({ state: 'hidden' });
  };
  await page.clock.fastForward('05:10');
  await lock.waitFor();
  expect(await seen(page, 'the lock')).toEqual([]);
  await unlock();
  expect(await name.inputValue()).toBe('Người đang được nhập dở');
  // Locked elsewhere: the next thing that the page asks brings the lock, and is asked again after it.
  await page.evaluate(() =>
    fetch('/api/session/lock', {
      ...{ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    }),
  );
  await page.getByLabel(manage.username).fill('nguoinhapdo');
  await page.getByLabel(manage.role).selectOption('agency-officer');
  await page.getByLabel(manage.unit, { exact: true }).selectOption({ label: 'Sở Nội vụ' });
  await page.getByLabel(person.email).fill('do@tinh.example');
  await page.getByRole('button', { name: manage.add, exact: true }).click();
  await unlock();
  await page
    .getByText(say(person.added, { name: 'Người đang được nhập dở' }))
    .first()
    .waitFor();
});

/** The national side: takes what the province sends, or fails; and signs what it sends itself. */
async function nationalSide() {
  const heard: { type: string; data: Record<string, unknown> }[] = [];
  const mood = { status: 200 };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    if (mood.status === 200) heard.push(JSON.parse(body));
    response.writeHead(mood.status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  let sent = 0;
  async function tell(secret: string, type: string, data: object) {
    sent += 1;
    const id = `msg_${sent}`;
    const body = JSON.stringify({ specversion: '1.0', id, source: 'vpcp', subject: 'vb-1', type, data });
    const at = String(Math.floor(Date.now() / 1000));
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
    const answer = await fetch(`${product.origin}/api/integrations/national/events`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': at },
        'webhook-signature': `v1,${signature}`,
      },
      body,
    });
    expect(answer.status).toBe(202);
  }
  return { heard, mood, tell, target: `http://127.0.0.1:${port}/hook`, stop: () => server.close() };
}

test('the national link by its pages: secrets, test, map and replay, decide, pause, and a dead letter corrected', async () => {
  const { national } = words;
  const nation = await nationalSide();
  try {
    const link = '/quan-tri/ket-noi';
    const page = await product.signIn('hcqt', `${link}/cau-hinh`);
    await page.getByLabel(national.target).fill(nation.target);
    await page.getByLabel(national.allowPrivate).check();
    const officer = await product.signIn('tonghop', '/doi-chieu');
    const { person } = await (await officer.request.get('/api/session')).json();
    await page.getByLabel(national.field).selectOption(person.fields[0]);
    await page.getByRole('button', { name: words.manage.save }).first().click();
    await page.getByText(words.manage.saved).waitFor();

    await page.getByRole('link', { name: national.secrets }).click();
    const secretOf = async (side: string) => {
      const line = page.getByRole('listitem').filter({ hasText: side });
      await line.getByRole('button', { name: national.rotate }).click();
      await page.getByRole('dialog').getByRole('button', { name: national.rotate }).click();
      return line.locator('code').innerText();
    };
    await secretOf(national.outbound);
    const secret = await secretOf(national.inbound);
    expect(await seen(page, 'a secret')).toEqual([]);
    await page.getByRole('link', { name: national.state }).click();
    await page.getByRole('button', { name: national.test }).click();
    await page.getByText(national.testSent, { exact: false }).waitFor();
    expect(nation.heard).toMatchObject([{ type: 'link.test' }]);

    const task = { taskId: 'NV-1', content: 'Báo cáo việc lạ', leads: ['H99.01'], dueOn: '2023-12-20' };
    const head = { number: '8877/VPCP-TH', issuedOn: '2023-11-28', issuer: 'VPCP', type: 'Công văn' };
    await nation.tell(secret, 'document.issued', { version: 1, ...head, subject: 'Về một', tasks: [task] });
    await page.goto(`${link}/chua-hieu`);
    await page.getByText(national.fault.unknown_unit).waitFor();
    expect(await seen(page, 'quarantine')).toEqual([]);
    await page.getByLabel(say(national.unitOf, { code: 'H99.01' })).fill('cong thuong');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: national.mapOne }).press('Enter');
    await page.getByText(national.quarantineNone).waitFor();
    const api = await product.as('tonghop');
    const found = () =>
      api.get<{ items: { id: string; subject: string }[] }>('/api/documents?number=8877%2FVPCP-TH');
    await expect.poll(async () => (await found()).items.length, { timeout: patience }).toBe(1);
    const [{ id } = { id: '' }] = (await found()).items;

    const headers = { origin: product.origin };
    const amend = (data: object) => officer.request.patch(`/api/documents/${id}`, { data, headers });
    expect((await amend({ subject: 'Của tỉnh', draft: true })).status()).toBe(200);
    await nation.tell(secret, 'document.updated', { version: 2, ...head, subject: 'Về hai', tasks: [task] });
    await expect
      .poll(
        async () => {
          await officer.reload();
          await officer.getByText(national.differencesLead).waitFor();
          return officer.getByText('Về hai').count();
        },
        { timeout: patience, interval: 500 },
      )
      .toBe(1);
    expect(await seen(officer, 'differences')).toEqual([]);
    await officer.getByRole('button', { name: national.take }).click();
    await officer.getByText(national.differencesNone).waitFor();
    expect((await found()).items).toMatchObject([{ subject: 'Về hai' }]);

    await page.goto(link);
    await page.getByRole('button', { name: national.pause }).press('Enter');
    await page.getByText(national.pausedLead).waitFor();
    await page.getByRole('button', { name: national.resume }).press('Enter');
    await page.getByText(national.pauseLead).waitFor();

    nation.mood.status = 500;
    expect((await amend({ draft: false })).status()).toBe(200);
    await expect
      .poll(
        async () => {
          const { outbound } = await (await page.request.get('/api/integrations/national')).json();
          return outbound.errors.length;
        },
        { timeout: patience },
      )
      .toBe(1);
    await waitedFor(product.dataDir, 'national|NV-1', 9);
    // The next event of the task rings who delivers.
    const { assignments } = await api.get<{ assignments: { id: string }[] }>(`/api/documents/${id}`);
    await api.post(`/api/assignments/${assignments[0]?.id}/note`, { text: 'Đang làm' });
    await page.goto(`${link}/dung-gui`);
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.getByText(national.look).count();
        },
        { timeout: 75_000, interval: 300 },
      )
      .toBe(1);
    await page.getByText(national.look).click();
    expect(await seen(page, 'a dead letter')).toEqual([]);
    const text = page.getByLabel(national.body);
    await text.fill('{');
    await page.getByText(national.notJson).waitFor();
    const message = await page.evaluate(() =>
      fetch('/api/integrations/national/parked').then((one) => one.json()),
    );
    const body = JSON.parse(message.items[0].event.body);
    await text.fill(JSON.stringify({ ...body, data: { ...body.data, note: 'đã sửa' } }));
    nation.mood.status = 200;
    await page.getByRole('button', { name: national.correct }).click();
    await page.getByText(national.parkedNone).waitFor();
    const corrected = () => nation.heard.some(({ data }) => data.note === 'đã sửa');
    // Rung, or by the minute at the latest where a run was under way.
    await expect.poll(corrected, { timeout: 75_000 }).toBe(true);
  } finally {
    nation.stop();
  }
}, 240_000);
