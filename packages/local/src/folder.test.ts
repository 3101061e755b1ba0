import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claim, holder, prepare } from './folder.ts';
import { end, identify, isAlive, startMark } from './process.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tddh-folder-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('a folder is made where there is none, and nothing is left of the probe', () => {
  const inner = join(dataDir, 'a/b');
  prepare(inner);
  expect(readdirSync(inner)).toEqual([]);
});

test('a folder that cannot be made is a clear error', () => {
  writeFileSync(join(dataDir, 'file'), '');
  expect(() => prepare(join(dataDir, 'file'))).toThrow(/Không ghi được vào thư mục dữ liệu/);
  expect(() => prepare(join(dataDir, 'file/inner'))).toThrow(/DATA_DIR/);
});

test('a claimed folder is refused until it is given back', () => {
  const release = claim(dataDir);
  expect(holder(dataDir)?.pid).toBe(process.pid);
  expect(() => claim(dataDir)).toThrow(new RegExp(`tiến trình ${process.pid}`));
  release();
  expect(holder(dataDir)).toBeUndefined();
  claim(dataDir)();
  expect(readdirSync(dataDir)).toEqual([]);
});

test('the claim of a process that is gone is taken over, though another has its number now', () => {
  writeFileSync(join(dataDir, 'lock.json'), JSON.stringify({ pid: process.pid, mark: 'an earlier start' }));
  const release = claim(dataDir);
  expect(holder(dataDir)?.mark).toBe(startMark(process.pid));
  release();
});

test('a claim that a power cut tore is taken over', () => {
  writeFileSync(join(dataDir, 'lock.json'), '{"pid":');
  claim(dataDir)();
  expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
});

test('a process is told from a later one with its number, and ended even when it ignores SIGTERM', async () => {
  const child = spawn('/bin/sh', ['-c', 'trap "" TERM; while :; do sleep 0.1; done']);
  const identity = identify(child.pid ?? 0);
  await sleep(100);
  expect(isAlive(identity)).toBe(true);
  expect(isAlive({ ...identity, mark: 'other' })).toBe(false);
  await end(identity, 300);
  expect(isAlive(identity)).toBe(false);
  expect(startMark(0)).toBeUndefined();
});
