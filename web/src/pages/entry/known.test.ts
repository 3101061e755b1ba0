import { expect, test } from 'vitest';
import type { DocumentItem } from '../../shapes.ts';
import { knownOf } from './known.ts';

const item = (more: Partial<DocumentItem>): DocumentItem => ({
  ...{ id: 'doc_1', number: '412/UBND-KT', issuedOn: '2023-04-03', issuer: 'UBND tỉnh Hải Bình' },
  ...{ typeName: 'Công văn', subject: 'Quản lý chợ', fieldId: '', departmentId: '', departmentName: '' },
  ...{ status: 'issued', noTask: false, taskCount: 1, enteredOn: '2023-04-04', ...more },
});
const form = { number: '412 /UBND-KT', issuedOn: '2023-04-03', issuer: 'UBND tỉnh', subject: 'Quản lý chợ' };
const known = (items: DocumentItem[], more: object = {}) =>
  knownOf({ ...form, ...more }, items, 'tỉnh Hải Bình');

test('the same number, symbol and year of the same issuer is the same document, however the issuer is written', () => {
  expect(known([item({})])).toMatchObject({ id: 'doc_1', same: true });
  expect(known([item({})], { issuer: 'Ủy ban nhân dân tỉnh Hải Bình' })?.same).toBe(true);
});
test('another year or number is another document; another issuer is told as near', () => {
  expect(known([item({ issuedOn: '2022-04-03' })])).toBeUndefined();
  expect(known([item({ number: '41/UBND-KT' })])).toBeUndefined();
  expect(known([item({ issuer: 'UBND tỉnh An Giang' })])?.same).toBe(false);
});
test('without a number a draft of the same subject is the same', () => {
  const draft = item({ number: '/UBND-KT', issuedOn: null });
  expect(known([draft], { number: '/UBND-KT' })?.same).toBe(true);
  expect(known([draft], { number: '/UBND-KT', subject: 'Khác' })).toBeUndefined();
});
