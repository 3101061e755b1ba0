import * as v from 'valibot';
import { isDay } from './day.ts';

/** Schema of a day in an input. */
export const day = v.pipe(
  v.string('Cần một ngày dạng năm-tháng-ngày.'),
  v.trim(),
  v.check(isDay, 'Ngày này không có trong lịch. Ghi ngày dạng 2023-11-30.'),
);
