import { describe, expect, test } from 'vitest';
import { groupOf, type NamedUnit, unitFinder } from './unitname.ts';

const unit = (
  id: string,
  name: string,
  kind: NamedUnit['kind'] = 'agency',
  more: object = {},
): NamedUnit => ({
  ...{ id, name, short: '', kind },
  ...more,
});
const units: readonly NamedUnit[] = [
  unit('skhdt', 'Sở Kế hoạch và Đầu tư', 'agency', { validTo: '2025-02-28' }),
  unit('stc', 'Sở Tài chính'),
  unit('snn', 'Sở Nông nghiệp và Phát triển nông thôn'),
  unit('sldtbxh', 'Sở Lao động - Thương binh và Xã hội'),
  unit('kcn', 'Ban Quản lý các Khu Công nghiệp tỉnh'),
  unit('ttr', 'Thanh tra tỉnh'),
  unit('vp', 'Văn phòng UBND tỉnh'),
  unit('daksong', 'UBND huyện Đắk Song'),
  unit('dakrlap', "UBND huyện Đắk R'lấp"),
  unit('gianghia', 'UBND thành phố Gia Nghĩa'),
  unit('hcqt', 'Phòng Hành chính - Quản trị', 'department'),
  unit('th', 'Phòng Tổng hợp', 'department'),
  unit('ld', 'Lãnh đạo Văn phòng', 'leadership'),
];
const find = unitFinder(units, 'tỉnh Đắk Nông');
const ids = (written: string, on: string | null = null, byOffice = false) =>
  groupOf(written, units, on, byOffice)?.units.map(({ id }) => id);

describe('a unit is found', () => {
  test.each([
    ['Sở KH&ĐT', 'skhdt'],
    ['Sở Kế hoạch & Đầu tư', 'skhdt'],
    ['Sở Tài chính tỉnh Đắk Nông', 'stc'],
    ['Sở NN&PTNT', 'snn'],
    ['Sở LĐ-TB&XH', 'sldtbxh'],
    ['Ban QL các KCN', 'kcn'],
    ['Thanh tra tỉnh', 'ttr'],
    ['Văn phòng Ủy ban nhân dân tỉnh', 'vp'],
    ['VP UBND tỉnh', 'vp'],
    ['Uỷ ban nhân dân huyện Đắk Song', 'daksong'],
    ['UBND H. Đắk Rlấp', 'dakrlap'],
    ['TP. Gia Nghĩa', 'gianghia'],
    ['phòng Hành chính – Quản trị', 'hcqt'],
    ['P. HCQT', 'hcqt'],
    ['Tổng hợp', 'th'],
  ])('as %s', (written, id) => expect(find(written)?.id).toBe(id));

  test('only while it stands', () => {
    expect(find('Sở Kế hoạch và Đầu tư', '2025-02-28')?.id).toBe('skhdt');
    expect(find('Sở Kế hoạch và Đầu tư', '2025-03-01')).toBeUndefined();
  });

  test('by a name that it bore before', () => {
    const former = { formerNames: [{ name: 'Sở Thương mại', short: '', until: '2008-02-29' }] };
    expect(unitFinder([unit('sct', 'Sở Công Thương', 'agency', former)], '')('Sở Thương mại')?.id).toBe(
      'sct',
    );
  });

  test.each(['Sở Y tế', 'Bộ Tài chính', '', 'UBND huyện'])('not as %j', (written) =>
    expect(find(written)).toBeUndefined(),
  );
});

describe('a group stands for', () => {
  test('the departments, where the Office speaks or is named', () => {
    expect(ids('các phòng, đơn vị thuộc Văn phòng')).toEqual(['hcqt', 'th']);
    expect(ids('Các phòng, đơn vị')).toBeUndefined();
    expect(ids('Các phòng, đơn vị', null, true)).toEqual(['hcqt', 'th']);
  });
  test('the agencies that are no committees, of those that stand on the day', () => {
    expect(ids('các sở, ban, ngành', '2025-03-01')).toEqual(['stc', 'snn', 'sldtbxh', 'kcn', 'ttr', 'vp']);
  });
  test('committees of the levels that it names', () => {
    expect(ids('UBND các huyện, thành phố')).toEqual(['daksong', 'dakrlap', 'gianghia']);
    expect(ids('Ủy ban nhân dân các huyện')).toEqual(['daksong', 'dakrlap']);
    expect(ids('UBND các xã, phường')).toBeUndefined();
    expect(ids('các địa phương')).toEqual(['daksong', 'dakrlap', 'gianghia']);
  });
  test('both, where both are named', () => {
    expect(ids('các sở, ngành, địa phương')).toHaveLength(10);
  });
  test.each(['UBND huyện Lạ', 'Sở Tài chính, Sở Y tế', 'Sở Ngoại vụ', 'Công an các xã, phường', 'UBND tỉnh'])(
    'nobody, where it is %s',
    (written) => expect(ids(written)).toBeUndefined(),
  );
  test('some only, where the words do not say which', () => {
    expect(groupOf('các sở, ngành có liên quan', units, null, false)?.sure).toBe(false);
    expect(ids('các cơ quan, đơn vị liên quan')).toBeUndefined();
  });
});
