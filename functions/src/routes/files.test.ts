import { change } from '@tddh/core/change';
import { removeStale } from '@tddh/core/files';
import { actors, aDocument, testDesk } from '@tddh/core/testing';
import { pdf } from '@tddh/domain/filesamples';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { entered, memoryStore, testApi, type Who } from '../testing.ts';

let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  api = await testApi(inject('endpoint'));
});

/** An assignment of the agency. */
async function given(): Promise<string> {
  return (await entered(api.ask, aDocument())).assignments[0]!.id;
}

/** A file that somebody announced, with its content in the store. */
async function sent(who: Who, content: Uint8Array = pdf, name = 'Báo cáo quý.pdf'): Promise<string> {
  const answer = await api.ask(who, 'POST', '/api/files', { name, size: content.length, type: '' });
  expect(answer.status).toBe(201);
  const { id } = answer.json.file;
  api.stored.set(id, content);
  return id;
}
const report = (who: Who, assignment: string, files: string[], more = {}) =>
  api.ask(who, 'POST', `/api/assignments/${assignment}/report`, { result: 'Đã xong', files, ...more });

describe('a file', () => {
  test('is announced, examined, sent with a report, and shown with it', async () => {
    const assignment = await given();
    const id = await sent('agency');
    const examined = await api.ask('agency', 'POST', `/api/files/${id}/examine`, {});
    expect(examined.json.file).toEqual({ id, name: 'Báo cáo quý.pdf', size: pdf.length, kind: 'pdf' });
    expect((await report('agency', assignment, [id])).json.assignment.status).toBe('reported');
    const { json } = await api.ask('officer', 'GET', `/api/assignments/${assignment}`);
    expect(json.reports[0].files).toEqual([id]);
    expect(json.files).toEqual([examined.json.file]);
  });

  test('stands for the document number that a report owes; several may come with one', async () => {
    const assignment = await given();
    const files = [await sent('agency'), await sent('agency')];
    expect((await report('agency', assignment, files)).status).toBe(200);
    expect((await report('agency', await given(), [])).json.errors).toMatchObject([
      { path: 'documentNumber' },
    ]);
  });

  test('that is a page named .pdf is refused in words, is never attached, and the report is not filed', async () => {
    const assignment = await given();
    const html = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
    const id = await sent('agency', html, 'ban-ve.pdf');
    for (const answer of [
      await api.ask('agency', 'POST', `/api/files/${id}/examine`, {}),
      await report('agency', assignment, [id]),
    ]) {
      expect(answer).toMatchObject({ status: 422, json: { code: 'bad_file', errors: [{ path: 'files' }] } });
      expect(answer.json.detail).toContain('không phải PDF');
    }
    expect((await api.ask('agency', 'GET', `/api/assignments/${assignment}`)).json.reports).toEqual([]);
  });

  test.each([
    ['a path in its name', { name: '../../x.pdf' }, 'name'],
    ['a type that is not allowed', { name: 'x.html' }, 'name'],
    ['too many bytes', { size: 20 * 1024 * 1024 + 1 }, 'size'],
    ['a field that nobody asked for', { ownerId: 'per_officer' }, 'ownerId'],
  ])('with %s is refused before it is sent', async (_, over, path) => {
    const answer = await api.ask('agency', 'POST', '/api/files', { name: 'x.pdf', size: 9, ...over });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid', errors: [{ path }] } });
  });

  test('that is not whole yet, or not there, cannot be sent with a report', async () => {
    const assignment = await given();
    const { json } = await api.ask('agency', 'POST', '/api/files', { name: 'x.pdf', size: 999 });
    expect(await report('agency', assignment, [json.file.id])).toMatchObject({ json: { code: 'invalid' } });
    api.stored.set(json.file.id, pdf);
    expect(await report('agency', assignment, [json.file.id])).toMatchObject({ json: { code: 'bad_file' } });
    expect(await report('agency', assignment, ['fil_x'])).toMatchObject({
      status: 422,
      json: { code: 'invalid', errors: [{ path: 'files' }] },
    });
  });

  test('is attached once, and only by who sent it', async () => {
    const [first, second] = [await given(), await given()];
    const id = await sent('agency');
    expect(await report('agencyHead', first, [id])).toMatchObject({ status: 422 });
    expect(await api.ask('agencyHead', 'POST', `/api/files/${id}/examine`, {})).toMatchObject({
      status: 404,
    });
    const both = await Promise.all([report('agency', first, [id]), report('agency', second, [id])]);
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await report('agency', await given(), [id])).toMatchObject({
      status: 422,
      json: { code: 'invalid' },
    });
  });

  test('comes with a note, a question and an answer as well, for the two sides and nobody else', async () => {
    const assignment = await given();
    const say = async (who: Who, verb: string, body: object) => {
      const id = await sent(who);
      const answer = await api.ask(who, 'POST', `/api/assignments/${assignment}/${verb}`, {
        ...{ text: 'Xem tệp', files: [id] },
        ...body,
      });
      expect(answer.status).toBe(200);
      return id;
    };
    const noted = await say('agency', 'note', { blocker: 'Thiếu vốn' });
    const asked = await say('agency', 'ask', {});
    const answered = await say('officer', 'answer', {});
    const { json } = await api.ask('agency', 'GET', `/api/assignments/${assignment}`);
    expect(json.questions).toMatchObject([{ files: [asked], answerFiles: [answered] }]);
    expect(json.files.map((file: { id: string }) => file.id).sort()).toEqual([noted, asked, answered].sort());
    expect((await api.ask('agencyHead', 'GET', `/api/files/${answered}`)).status).toBe(302);
    expect((await api.ask('stranger', 'GET', `/api/files/${noted}`)).status).toBe(404);
    const twice = { text: 'Lại', files: [noted] };
    expect((await api.ask('agency', 'POST', `/api/assignments/${assignment}/note`, twice)).status).toBe(422);
  });

  test('comes with a report that an officer records for the agency', async () => {
    const assignment = await given();
    const answer = await report('officer', assignment, [await sent('officer')], { confirm: true });
    expect(answer.json.assignment.status).toBe('done');
  });
});

describe('a document', () => {
  const pack = { name: 'goi.edxml', sender: 'Văn phòng Chính phủ' };
  const enter = (files: string[], who: Who = 'officer') =>
    api.ask(who, 'POST', '/api/documents', { ...aDocument(), files, package: pack });

  test('is entered with the files of its package, which whoever has a part in it may fetch', async () => {
    const [first, second] = [await sent('officer'), await sent('officer', pdf, 'phu-luc.pdf')];
    const entered = await enter([first, second, first]);
    expect(entered.status).toBe(201);
    const { id } = entered.json.document;
    const origin = { way: 'package', ...pack };
    for (const who of ['officer', 'other', 'chief', 'leader', 'admin', 'agency'] as const) {
      const { files } = (await api.ask(who, 'GET', `/api/documents/${id}`)).json;
      expect(files, who).toMatchObject([
        { id: first, name: 'Báo cáo quý.pdf', origin },
        { id: second, name: 'phu-luc.pdf', origin },
      ]);
      expect((await api.ask(who, 'GET', `/api/files/${first}`)).status, who).toBe(302);
    }
    expect((await api.ask('stranger', 'GET', `/api/files/${first}`)).status).toBe(404);
    expect((await api.ask('nobody', 'GET', `/api/files/${first}`)).status).toBe(401);
    expect(
      (await api.ask('officer', 'PATCH', `/api/documents/${id}`, { subject: 'Sửa', reason: 'x' })).status,
    ).toBe(200);
    expect((await api.ask('officer', 'GET', `/api/documents/${id}`)).json.files).toHaveLength(2);
  });

  test('is not entered with a file that is hostile, another person’s, given already or not there', async () => {
    const page = await sent('officer', new TextEncoder().encode('<script>1</script>'), 'trang.pdf');
    expect(await enter([page])).toMatchObject({ status: 422, json: { code: 'bad_file' } });
    const given = await sent('officer');
    expect((await enter([given])).status).toBe(201);
    for (const file of [given, await sent('other'), 'fil_none']) {
      const answer = await enter([file]);
      expect(answer).toMatchObject({ status: 422, json: { code: 'invalid', errors: [{ path: 'files' }] } });
    }
    const many = Array.from({ length: 21 }, (_, i) => `fil_${i}`);
    expect(await enter(many)).toMatchObject({ status: 422, json: { errors: [{ path: 'files' }] } });
  });
});

describe('the content of a file', () => {
  test('is for those who may see its assignment; for others, and before it is attached, it is not there', async () => {
    const assignment = await given();
    const id = await sent('agency');
    expect(await api.ask('agency', 'GET', `/api/files/${id}`)).toMatchObject({ status: 404 });
    await report('agency', assignment, [id]);
    for (const who of ['agency', 'agencyHead', 'officer', 'other', 'chief', 'leader', 'admin'] as const) {
      const answer = await api.app.request(`http://office.test/api/files/${id}`, {
        headers: api.cookieOf(who),
      });
      expect(answer.status, who).toBe(302);
      expect(answer.headers.get('location')).toBe(`/get/${id}/${encodeURIComponent('Báo cáo quý.pdf')}`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect(await api.ask('stranger', 'GET', `/api/files/${id}`)).toMatchObject({ status: 404 });
    expect(await api.ask('nobody', 'GET', `/api/files/${id}`)).toMatchObject({ status: 401 });
    for (const path of ['/api/files', `/api/files/${id}/examine`]) {
      expect(await api.ask('nobody', 'POST', path, {})).toMatchObject({ status: 401 });
    }
  });

  test('goes with a transferred assignment to the unit that carries it on', async () => {
    const assignment = await given();
    const id = await sent('agency');
    await report('agency', assignment, [id]);
    await api.ask('officer', 'POST', `/api/assignments/${assignment}/return`, { reason: 'Thiếu số liệu' });
    expect(await api.ask('stranger', 'GET', `/api/files/${id}`)).toMatchObject({ status: 404 });
    const moved = { to: 'stc', reason: 'Đúng chức năng' };
    expect(await api.ask('officer', 'POST', `/api/assignments/${assignment}/transfer`, moved)).toMatchObject({
      status: 200,
    });
    const answer = await api.app.request(`http://office.test/api/files/${id}`, {
      headers: api.cookieOf('stranger'),
    });
    expect(answer.status).toBe(302);
  });
});

describe('what was never attached', () => {
  test('is taken away after a week, with its content; what was attached stays', async () => {
    const assignment = await given();
    const [kept, left] = [await sent('agency'), await sent('agency')];
    await report('agency', assignment, [kept]);
    const desk = (day: string) => ({
      ...testDesk(api.db, actors.admin, day),
      store: memoryStore(api.stored),
    });
    expect(await removeStale(desk('2023-06-20'))).toBe(0);
    expect(await removeStale(desk('2023-06-23'))).toBeGreaterThan(0);
    expect([api.stored.has(kept), api.stored.has(left)]).toEqual([true, false]);
    expect(await api.ask('agency', 'POST', `/api/files/${left}/examine`, {})).toMatchObject({ status: 404 });
    expect(await report('agency', await given(), [left])).toMatchObject({ status: 422 });
    expect(await removeStale(desk('2023-06-23'))).toBe(0);
  });

  test('cannot be attached while it is being taken away', async () => {
    const id = await sent('agency');
    const assignment = await given();
    const later = { ...testDesk(api.db, actors.admin, '2023-06-23'), store: memoryStore(api.stored) };
    const store = memoryStore(api.stored);
    const slow = {
      ...store,
      read: async (file: string, most: number) => {
        const content = await store.read(file, most);
        await removeStale(later);
        return content;
      },
    };
    const desk = { ...testDesk(api.db, actors.agency), store: slow };
    const body = { result: 'Xong', files: [id] };
    await expect(change(desk, assignment, { verb: 'report', body })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await api.ask('agency', 'GET', `/api/assignments/${assignment}`)).json.reports).toEqual([]);
  });

  test('is limited for each person', async () => {
    const ask = () => api.ask('head', 'POST', '/api/files', { name: 'x.pdf', size: 1 });
    const answers = await Promise.all(Array.from({ length: 60 }, ask));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(await ask()).toMatchObject({ status: 429, json: { code: 'too_many_attempts' } });
  });
});
