import { type Day, showDay } from '@tddh/domain/day';
import type { Lesson } from '@tddh/domain/lesson';
import { writeSheet } from './sheet.ts';

/** What the record of lessons is made of. */
export interface LessonRecord {
  asOf: Day;
  lessons: readonly (Lesson & { attended: readonly { name: string; unit: string; account: boolean }[] })[];
  units: readonly {
    name: string;
    people: number;
    attended: number;
    guests: number;
    missing: readonly string[];
  }[];
}

/** The record as a workbook: the lessons, who attended which, and per unit who has not. */
export function lessonSheet({ asOf, lessons, units }: LessonRecord): Promise<Uint8Array> {
  const notes = [`Số liệu ngày ${showDay(asOf)}`];
  const held = lessons.filter((lesson) => !lesson.cancelled);
  return writeSheet([
    {
      ...{ name: 'Buổi tập huấn', notes },
      columns: [
        { title: 'TT', width: 6 },
        { title: 'Ngày', width: 14 },
        { title: 'Nội dung', width: 44 },
        { title: 'Địa điểm', width: 28 },
        { title: 'Người hướng dẫn', width: 26 },
        { title: 'Số người dự', width: 12 },
        { title: 'Tài liệu', width: 36 },
      ],
      rows: lessons.map((one, i) => [
        ...[i + 1, { day: one.on }, one.cancelled ? `${one.subject} (đã hủy)` : one.subject, one.place],
        ...[one.trainer, one.count, one.materials ?? null],
      ]),
    },
    {
      name: 'Người dự',
      columns: [
        { title: 'TT', width: 6 },
        { title: 'Ngày', width: 14 },
        { title: 'Nội dung', width: 44 },
        { title: 'Họ và tên', width: 28 },
        { title: 'Đơn vị', width: 40 },
        { title: 'Tài khoản', width: 14 },
      ],
      rows: held
        .flatMap((lesson) => lesson.attended.map((one) => ({ lesson, one })))
        .map(({ lesson, one }, i) => [
          ...[i + 1, { day: lesson.on }, lesson.subject, one.name, one.unit],
          one.account ? 'có' : 'chưa có',
        ]),
    },
    {
      name: 'Theo đơn vị',
      columns: [
        { title: 'TT', width: 6 },
        { title: 'Đơn vị', width: 44 },
        { title: 'Có tài khoản', width: 12 },
        { title: 'Đã dự', width: 10 },
        { title: 'Dự, chưa có tài khoản', width: 14 },
        { title: 'Chưa dự', width: 60 },
      ],
      rows: units.map((one, i) => [
        ...[i + 1, one.name, one.people, one.attended, one.guests],
        one.missing.join(', ') || null,
      ]),
    },
  ]);
}
