import { standardTypes } from '@tddh/domain/agency';
import { emptyCalendar } from '@tddh/domain/calendar';
import { describe, expect, test } from 'vitest';
import type { Surroundings } from '../surroundings.ts';
import { gridOf, isGrid } from './grid.ts';
import { readLegacy } from './legacy.ts';
import { readRegister } from './register.ts';
import { documentsOf, readTask, readTasks } from './tasks.ts';

const unit = (id: string, name: string, kind: 'agency' | 'department' = 'agency') => ({
  id,
  name,
  short: '',
  kind,
});
const around: Surroundings = {
  units: [
    unit('snv', 'Sở Nội vụ'),
    unit('svhttdl', 'Sở Văn hóa, Thể thao và Du lịch'),
    unit('stc', 'Sở Tài chính'),
    unit('binhan', 'UBND huyện Bình An'),
    unit('th', 'Phòng Tổng hợp', 'department'),
  ],
  types: standardTypes,
  province: 'tỉnh Hải Bình',
  calendar: emptyCalendar,
};
const today = '2023-11-30';
const tasks = (text: string) => readTasks(gridOf(text), around, today);

describe('rows of a table', () => {
  test('are told from a document that holds one', () => {
    expect(isGrid('a\tb\tc\nd\te\tf')).toBe(true);
    expect(isGrid('a\tb\tc')).toBe(false);
    expect(isGrid('Kính gửi: Sở Y tế\na\tb\tc\nd\te\tf')).toBe(false);
    expect(isGrid('Một đoạn văn.\nHai đoạn văn.')).toBe(false);
  });
  test('keep line breaks and quotes of a quoted cell', () => {
    expect(gridOf('a\t"b\nc ""d"""\te\r\nf\t\tg\n')).toEqual([
      ['a', 'b\nc "d"', 'e'],
      ['f', '', 'g'],
    ]);
  });
});

describe('tasks of a sheet', () => {
  const head =
    'STT\tSố, ký hiệu\tNgày ban hành\tTrích yếu\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\n';

  test('are read by their titles, with lists and groups of units', () => {
    const { rows } = tasks(
      `BẢNG GIAO VIỆC\n\n${head}1\t12/UBND-TH\t20/11/2023\tVề chợ\tRà soát chợ\tSở Nội vụ, Sở Văn hóa, Thể thao và Du lịch\tUBND các huyện\t15/12/2023\n` +
        '2\t12/UBND-TH\t20/11/2023\tVề chợ\tBáo cáo\tSở TC\t\tkhông hạn\n',
    );
    expect(
      rows.map(({ at, value, faults }) => [at, value?.leads, value?.supports, value?.dueOn, faults]),
    ).toEqual([
      [4, ['snv', 'svhttdl'], ['binhan'], '2023-12-15', []],
      [5, ['stc'], [], null, []],
    ]);
    const good = rows.flatMap(({ at, value }) => (value ? [{ at, value }] : []));
    expect(documentsOf(good).map((one) => one.rows)).toEqual([[4, 5]]);
  });

  test('say of each row what is wrong, and are read again when a cell was mended', () => {
    const { rows } = tasks(
      `${head}1\t12/UBND-TH\t31/02/2023\tVề chợ\tRà soát\tSở Nội vụ\t\t15/12/2023\n` +
        '2\t\t\t\tRà soát\tSở Ngoại vụ\t\t15/12/2023\n3\t\t\t\t\tSở Nội vụ\t\t\n4\tabc\t20/11/2023\t\tMẬT: kế hoạch\tSở Nội vụ\t\t01/11/2023\n',
    );
    expect(rows.map(({ faults }) => faults.map(({ key }) => key))).toEqual([
      ['issuedOn'],
      ['leads'],
      ['content', 'dueOn'],
      ['number', 'content', 'dueOn'],
    ]);
    expect(rows.every(({ value }) => value === undefined)).toBe(true);
    const [, second] = rows;
    expect(
      readTask(second!.at, { ...second!.cells, leads: 'Sở Nội vụ' }, around, today).value?.leads,
    ).toEqual(['snv']);
  });

  test('without titles stand as in the template; without a needed column the sheet says so', () => {
    const { rows } = tasks(
      '12/UBND-TH\t20/11/2023\tUBND tỉnh\tCông văn\tVề chợ\tA B\tRà soát\tSở Nội vụ\t\t+15\n',
    );
    expect(rows[0]?.value).toMatchObject({ content: 'Rà soát', dueOn: '2023-12-05' });
    expect(tasks('Nội dung nhiệm vụ\tHạn\na\tb\n').missing).toEqual(['Đơn vị chủ trì']);
  });
});

test('rows of the register leave the subject of a secret one out, and name each fault', () => {
  const { rows } = readRegister(
    gridOf(
      'Số ký hiệu\tNgày ký\tTrích yếu nội dung\tĐơn vị soạn thảo\tĐộ mật\n' +
        '1/UBND-TH\t01/11/2023\tVề chợ\tP. TH\t\n2/UBND-TH\t2023-11-02\tKín\tPhòng Tổng hợp\tMật\n' +
        '/UBND-TH\t03/11/2023\tVề chợ\tTổng hợp\tThường\n4/UBND-TH\t04/12/2023\t\tPhòng Lạ\tLạ\n',
    ),
    around,
    today,
  );
  expect(rows.map(({ faults }) => faults.map(({ key }) => key))).toEqual([
    ...[[], [], ['number']],
    ['issuedOn', 'department', 'secrecy'],
  ]);
  expect(rows[0]?.value).toMatchObject({ departmentId: 'th', issuedOn: '2023-11-01', secrecy: 'Thường' });
  expect(JSON.stringify(rows[1])).not.toContain('Kín');
});

test('rows of the old software name each fault of their days', () => {
  const row = (days: string) =>
    `1/UBND-TH\t01/06/2023\tUBND tỉnh\tCông văn\tVề chợ\tPhòng Tổng hợp\tRà soát\tSở Nội vụ\t${days}\n`;
  const { rows } = readLegacy(
    gridOf(
      'Số, ký hiệu\tNgày văn bản\tCơ quan ban hành\tLoại văn bản\tTrích yếu\tPhòng theo dõi\tNội dung nhiệm vụ\tĐơn vị chủ trì\tNgày giao\tHạn\tNgày báo cáo\tSố báo cáo\tNgày xác nhận\n' +
        row('02/06/2023\t30/06/2023\t20/06/2023\t5/BC\t25/06/2023') +
        row('02/06/2023\t\t\t\t') +
        row('31/05/2023\t30/06/2023\t\t\t') +
        row('02/06/2023\t30/06/2023\t20/06/2023\t\t19/06/2023') +
        row('02/06/2023\tsau\t\t\t01/12/2023'),
    ),
    around,
    today,
  );
  expect(rows.map(({ faults }) => faults.map(({ key }) => key))).toEqual([
    ...[[], [], ['assignedOn'], ['confirmedOn'], ['dueOn']],
  ]);
  expect(rows[1]?.value).toMatchObject({ dueOn: null, agencyId: 'snv', departmentId: 'th' });
});
