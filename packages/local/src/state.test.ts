import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { businessDay, layout, readState, recordDay, type State, writeState } from './state.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tddh-state-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const sample: State = { version: layout, mode: 'sample', filled: true, lastOn: '2023-11-30' };
const real: State = { version: layout, mode: 'empty', filled: true, lastOn: '2026-03-01' };

describe('the state of a data folder', () => {
  test('is read as it was written, and leaves no second file', () => {
    expect(readState(dataDir)).toBeUndefined();
    writeState(dataDir, sample);
    expect(readState(dataDir)).toEqual(sample);
    expect(readdirSync(dataDir)).toEqual(['state.json']);
  });

  test('never goes back to an earlier day', () => {
    writeState(dataDir, sample);
    recordDay(dataDir, '2023-12-05', { sweptOn: '2023-12-05' });
    recordDay(dataDir, '2023-12-01');
    expect(readState(dataDir)).toEqual({ ...sample, lastOn: '2023-12-05', sweptOn: '2023-12-05' });
  });

  test.each([
    '{',
    '{}',
    '{"version":1,"mode":"other","lastOn":"2023-11-30"}',
    '{"version":1,"mode":"sample","lastOn":"2023-02-31"}',
  ])('%s is a clear error', (text) => {
    writeFileSync(join(dataDir, 'state.json'), text);
    expect(() => readState(dataDir)).toThrow(/bị hỏng/);
  });

  test('of a newer version is refused', () => {
    writeState(dataDir, { ...sample, version: layout + 1 });
    expect(() => readState(dataDir)).toThrow(/phiên bản mới hơn/);
  });
});

describe('the business day of a start', () => {
  const day = (state: State | undefined, mode: 'sample' | 'empty', chosen?: string) =>
    businessDay('.data', state, mode, chosen, '2026-03-02');

  test('is the last day of the sample, frozen', () => {
    expect(day(undefined, 'sample')).toEqual({ today: '2023-11-30', frozen: true });
    expect(day({ ...sample, lastOn: '2023-12-02' }, 'sample').today).toBe('2023-12-02');
  });

  test('is the real day on real data', () => {
    expect(day(undefined, 'empty')).toEqual({ today: '2026-03-02', frozen: false });
    expect(day(real, 'empty')).toEqual({ today: '2026-03-02', frozen: false });
  });

  test('is what TODAY chooses, from the last recorded day on', () => {
    expect(day(sample, 'sample', '2024-01-15')).toEqual({ today: '2024-01-15', frozen: true });
    expect(day(sample, 'sample', '2023-11-30').today).toBe('2023-11-30');
  });

  test('before the last recorded day is refused, naming both days', () => {
    expect(() => day(sample, 'sample', '2023-11-29')).toThrow(/29\/11\/2023.*30\/11\/2023.*TODAY/);
    expect(() => day(undefined, 'sample', '2023-06-01')).toThrow(/sớm hơn/);
    expect(() => day({ ...real, lastOn: '2026-03-03' }, 'empty')).toThrow(/đồng hồ/);
  });

  test('that the calendar has not is refused', () => {
    expect(() => day(sample, 'sample', '2023-02-31')).toThrow(/không phải là một ngày/);
  });

  test('is never given for a folder of the other mode', () => {
    expect(() => day(real, 'sample')).toThrow(/dữ liệu thật/);
    expect(() => day(sample, 'empty')).toThrow(/dữ liệu mẫu/);
  });
});
