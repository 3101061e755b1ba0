import { expect, test } from 'vitest';
import { proposalOf, type SheetRow } from './proposal.ts';

const today = '2023-11-30';
const row = (over: Partial<SheetRow>): SheetRow => ({
  ...{ row: 7, id: 'asg_1', stamp: 's', outcome: '', reason: '', documentNumber: '' },
  ...{ documentDate: '', reportedOn: '', cureOn: '', ...over },
});
const faults = (over: Partial<SheetRow>) => {
  const read = proposalOf(row(over), today);
  return Array.isArray(read) ? read.map((fault) => fault.path) : read.outcome;
};

test('an outcome is read with accents or without, and an empty cell leaves everything as it is', () => {
  expect(proposalOf(row({ outcome: ' XAC NHAN ' }), today)).toEqual({
    outcome: 'confirm',
    command: { verb: 'confirm', body: {} },
  });
  expect(proposalOf(row({}), today)).toEqual({ outcome: 'leave' });
  expect(proposalOf(row({ outcome: 'Giữ nguyên' }), today)).toEqual({ outcome: 'leave' });
});

test('what is owed is named by its column: a reason, a number and a day', () => {
  expect(faults({ outcome: 'Trả lại' })).toEqual(['reason']);
  expect(faults({ outcome: 'Hủy' })).toEqual(['reason']);
  expect(faults({ outcome: 'Báo cáo giấy' })).toEqual(['documentNumber', 'documentDate']);
  expect(faults({ outcome: 'Báo cáo giấy', documentNumber: '5/BC', documentDate: '31/02/2023' })).toEqual([
    'documentDate',
  ]);
  expect(faults({ outcome: 'Trả lại', reason: 'Thiếu', cureOn: 'mai kia' })).toEqual(['cureOn']);
  expect(faults({ outcome: 'Xong' })).toEqual(['outcome']);
  expect(faults({ outcome: 'Hủy', reason: 'x'.repeat(1001) })).toEqual(['reason']);
});

test('a paper report is recorded and confirmed, its day read as people write it', () => {
  const paper = {
    outcome: 'Báo cáo giấy',
    documentNumber: '88/BC-UBND',
    documentDate: '20/11',
    reportedOn: '2023-11-22',
  };
  expect(proposalOf(row(paper), today)).toEqual({
    outcome: 'report',
    command: {
      verb: 'report',
      body: {
        result: 'Báo cáo tại văn bản 88/BC-UBND ngày 20/11/2023',
        ...{
          documentNumber: '88/BC-UBND',
          documentDate: '2023-11-20',
          reportedOn: '2023-11-22',
          confirm: true,
        },
      },
    },
  });
});

test('a text that looks like a formula is a reason like any other', () => {
  expect(proposalOf(row({ outcome: 'Hủy', reason: '=HYPERLINK("http://x")' }), today)).toMatchObject({
    command: { body: { reason: '=HYPERLINK("http://x")' } },
  });
});
