import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { personRoles } from '@tddh/domain/person';
import { expect, test } from 'vitest';
import { roleHelp, topicAt, topics, topicsOf } from '../src/words/help/all.ts';

const root = fileURLToPath(new URL('../src', import.meta.url));
const app = readFileSync(join(root, 'app.tsx'), 'utf8');
const pictures = join(root, 'pages/help/pictures');

/** Every address of the product; a route within another stands below it. */
function addresses(): string[] {
  const found: string[] = [];
  const frames: string[] = [];
  let path = '';
  // A tag opens; its path; it ends by itself; it ends and others stand within; those are over.
  for (const [token, own] of app.matchAll(/<Route\b|path="(\/[^"]*)"|\/>|\}>|\n\s*>|<\/Route>/g)) {
    if (token === '<Route') path = '';
    else if (own) {
      path = own;
      found.push(`${frames.join('')}${own}`);
    } else if (token === '</Route>') frames.pop();
    else if (token !== '/>') frames.push(path.replace(/\/$/, ''));
  }
  return found.map((one) => (one.length > 1 ? one.replace(/\/$/, '') : one));
}

/** Everything that the product says in Vietnamese; what stands for a value fits anything. */
async function words(): Promise<RegExp[]> {
  const folder = join(root, 'words/vi');
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else for (const one of Object.values(value as object)) walk(one);
  };
  for (const file of readdirSync(folder)) walk(await import(join(folder, file)));
  return found.map(
    (text) =>
      new RegExp(`^${text.replaceAll(/[.*+?^$()|[\]\\/]/g, '\\$&').replaceAll(/\{\{[^}]*\}\}/g, '.*')}$`),
  );
}

test('each role has its page, with its jobs, how to sign in and the keys', () => {
  expect(roleHelp.map((one) => one.role).sort()).toEqual([...personRoles].sort());
  expect(new Set(roleHelp.map((one) => one.slug)).size).toBe(7);
  for (const { role } of roleHelp) {
    const ids = topicsOf(role).map((topic) => topic.id);
    expect(ids.length, role).toBeGreaterThanOrEqual(8);
    expect(ids, role).toEqual(expect.arrayContaining(['dang-nhap', 'thong-bao', 'phim-tat']));
    expect(ids, role).toContain(role.startsWith('agency-') ? 'bao-cao' : 'doc-so-lieu');
  }
  expect(topicsOf('officer').map((topic) => topic.id)).toEqual(
    expect.arrayContaining(['nhap-van-ban', 'xac-nhan', 'tra-lai', 'bao-cao-giay']),
  );
  expect(new Set(topics.map((topic) => topic.id)).size).toBe(topics.length);
});

test('every label that the help quotes is a word of the product', async () => {
  const known = await words();
  const texts = [
    ...roleHelp.map((one) => one.lead),
    ...topics.flatMap(({ lead, steps, notes = [] }) => [lead, ...steps, ...notes]),
  ];
  const labels = texts.flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map((found) => found[1]!));
  expect(labels.length).toBeGreaterThan(100);
  expect([...new Set(labels.filter((label) => !known.some((word) => word.test(label))))]).toEqual([]);
});

test('every link of the help leads to a page, and every page has its help', () => {
  const all = addresses();
  expect(all).toContain('/quan-tri/nguoi-dung');
  const led = topics.flatMap(({ to }) => to?.href ?? []);
  expect(led.length).toBeGreaterThan(20);
  expect(led.filter((path) => !all.includes(path))).toEqual([]);
  // Before signing in there is no help; the help and the missing page need none.
  const outside = [
    ...['/dang-nhap', '/quen-mat-khau', '/lien-ket', '/cai-dat-lan-dau', '/thu-thu-nghiem', '/bao-cao'],
    '/tro-giup/:role?',
  ];
  const helpless = all.filter(
    (path) =>
      !outside.includes(path) &&
      !roleHelp.some(({ role }) => topicAt(role, path.replaceAll(/:\w+/g, 'asg_1'))),
  );
  expect(helpless).toEqual([]);
  expect(topicAt('agency-officer', '/nhiem-vu/asg_1')?.id).toBe('bao-cao');
  expect(topicAt('officer', '/van-ban/moi')?.id).toBe('nhap-van-ban');
  expect(topicAt('leader', '/')?.id).toBe('doc-so-lieu');
  expect(topicAt('leader', '/khong-co')).toBeUndefined();
});

test('every picture that the help names was taken, is named, small, and told in words', () => {
  const taken = readdirSync(pictures).filter((file) => file.endsWith('.webp'));
  const shown = topics.flatMap((topic) => topic.picture ?? []);
  expect(taken.sort()).toEqual(shown.map(({ name }) => `${name}.webp`).sort());
  const sizes = JSON.parse(readFileSync(join(root, 'pages/help/pictures.json'), 'utf8')) as object;
  expect(Object.keys(sizes).sort()).toEqual(shown.map(({ name }) => name).sort());
  const bytes = taken.map((file) => statSync(join(pictures, file)).size);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(48 * 1024);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1.5 * 1024 * 1024);
  for (const { alt } of shown) expect(alt.length).toBeGreaterThan(30);
});
