import { expect, test } from 'vitest';
import { changed } from './change.ts';

const head = {
  number: '645/VPUBND-HCQT',
  issuedOn: '2023-11-30',
  issuer: 'UBND tỉnh',
  type: 'cv',
  subject: 'V/v',
  field: 'dautu',
  signer: 'Một',
};

test('a correction sends only what differs', () => {
  expect(changed(head, { ...head })).toEqual({});
  expect(changed(head, { ...head, subject: 'Khác' })).toEqual({ subject: 'Khác' });
});

test('a number that is taken away is null, a signer that is emptied stays', () => {
  expect(changed(head, { ...head, number: ' ', signer: '' })).toEqual({ number: null });
});
