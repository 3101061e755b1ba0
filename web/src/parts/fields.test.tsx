import { cleanup, render } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { createSignal, type JSX } from 'solid-js';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { client } from '../queries.ts';
import { SessionProvider } from '../session.tsx';
import type { Session } from '../shapes.ts';
import { DayField } from './dayfield.tsx';
import { UnitPicker } from './unitpicker.tsx';

const session: Session = {
  person: { id: 'p', name: 'A', username: 'a', role: 'officer', unit: { id: 'x', name: 'X' }, fields: [] },
  today: '2023-11-30',
  sample: true,
  idleMinutes: 15,
  office: { province: 'tỉnh X', name: 'Văn phòng' },
  since: '2023-04-15',
};

afterEach(cleanup);
beforeAll(() => {
  const agency = (id: string, name: string, ordinal: number) => ({
    ...{ id, name, ordinal, short: name, kind: 'agency' as const, isOffice: false },
  });
  client.setQueryData(['catalog'], {
    units: [
      agency('dsong', 'UBND huyện Đắk Song', 1),
      agency('dmil', 'UBND huyện Đắk Mil', 2),
      agency('snv', 'Sở Nội vụ', 3),
    ],
    fields: [],
    types: [],
    calendar: { off: ['2024-01-01'], working: [] },
  });
});

function show(part: () => JSX.Element): HTMLElement {
  return render(() => (
    <QueryClientProvider client={client}>
      <SessionProvider session={session}>{part()}</SessionProvider>
    </QueryClientProvider>
  )).container;
}

function type(input: HTMLInputElement, text: string, event: 'input' | 'change') {
  input.value = text;
  input.dispatchEvent(new Event(event, { bubbles: true }));
}

function press(input: HTMLElement, key: string) {
  input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

test('a day is typed in short and shown in full', () => {
  const [day, setDay] = createSignal<string | null>(null);
  const root = show(() => <DayField label="Hạn" value={day()} change={setDay} tell />);
  const input = root.querySelector('input') as HTMLInputElement;
  type(input, '+15', 'change');
  expect(day()).toBe('2023-12-15');
  expect(input.value).toBe('15/12/2023');
  expect(root.textContent).toContain('Thứ Sáu, còn 15 ngày');
  type(input, '1/1', 'change');
  expect(root.textContent).toContain('Thứ Hai, là ngày nghỉ');
});

test('an impossible day is refused in words and kept as it was typed', () => {
  const [day, setDay] = createSignal<string | null>('2023-12-01');
  let said: string | undefined;
  const root = show(() => (
    <DayField
      label="Hạn"
      value={day()}
      change={(value, error) => {
        setDay(value);
        said = error;
      }}
    />
  ));
  const input = root.querySelector('input') as HTMLInputElement;
  type(input, '31/02', 'change');
  expect(day()).toBeNull();
  expect(input.value).toBe('31/02');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(said).toBe('Không có ngày 31/02: tháng 02 chỉ đến ngày 29.');
  expect(root.textContent).toContain('tháng 02 chỉ đến ngày 29');
  type(input, '', 'change');
  expect(said).toBeUndefined();
});

test('a day that looks back is told to lie ahead of today', () => {
  const root = show(() => <DayField label="Ngày" tell toward="past" value="2023-12-02" change={() => {}} />);
  expect(root.textContent).toContain('sau hôm nay 2 ngày');
});

test('what says that it is faulty is the field itself, so that the focus can go there', () => {
  const root = show(() => <UnitPicker label="Chủ trì" value={[]} change={() => {}} error="Chọn đơn vị." />);
  expect(root.querySelector('[aria-invalid="true"]')?.getAttribute('role')).toBe('combobox');
});

test('units are found without accents, taken with Enter and dropped with Backspace', () => {
  const [units, setUnits] = createSignal<string[]>([]);
  const root = show(() => <UnitPicker label="Chủ trì" value={units()} change={setUnits} />);
  const input = root.querySelector('input') as HTMLInputElement;
  type(input, 'dak', 'input');
  expect([...root.querySelectorAll('[role=option]')].map((option) => option.textContent)).toEqual([
    'UBND huyện Đắk Song',
    'UBND huyện Đắk Mil',
  ]);
  press(input, 'ArrowDown');
  press(input, 'Enter');
  type(input, 'noi vu', 'input');
  press(input, 'Enter');
  expect(units()).toEqual(['dmil', 'snv']);
  expect(root.querySelectorAll('[role=option]').length).toBe(1);
  press(input, 'Backspace');
  expect(units()).toEqual(['dmil']);
});
