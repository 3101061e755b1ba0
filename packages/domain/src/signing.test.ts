import { expect, test } from 'vitest';
import { committeeOf, recipientsOf, signingOf } from './signing.ts';

const settings = {
  ...{ paperPlace: '', signOnBehalf: 'KT. Chánh Văn phòng', signTitle: 'Phó Chánh Văn phòng', signName: '' },
  recipients: 'Như trên;  Lưu: VT;',
};

test('who signs is what was asked for one paper, else the settings; an empty answer is an answer', () => {
  expect(signingOf(settings, 'tỉnh Đắk Nông', { onBehalf: '', name: 'A' })).toEqual({
    ...{ place: 'Đắk Nông', onBehalf: '', title: 'Phó Chánh Văn phòng', name: 'A' },
    recipients: settings.recipients,
  });
  expect(signingOf({ ...settings, paperPlace: 'Gia Nghĩa' }, 'Đắk Nông').place).toBe('Gia Nghĩa');
});

test('a province is told with its rank once, and recipients are parted by semicolons', () => {
  expect(['tỉnh Đắk Nông', 'Đắk Nông', 'thành phố Huế'].map(committeeOf)).toEqual([
    ...['UBND tỉnh Đắk Nông', 'UBND tỉnh Đắk Nông', 'UBND thành phố Huế'],
  ]);
  expect(recipientsOf(settings)).toEqual(['Như trên', 'Lưu: VT']);
});
