import { dueDay } from '@tddh/domain/clock';
import { inAppendix } from '@tddh/domain/statistics';
import { last } from './catalog.ts';
import type { Sample } from './sample.ts';

/** The titles under which the old software exports its assignments. */
export const legacyTitles = [
  ...['Số, ký hiệu', 'Ngày văn bản', 'Cơ quan ban hành', 'Loại văn bản', 'Trích yếu', 'Phòng theo dõi'],
  ...[
    'Nội dung nhiệm vụ',
    'Đơn vị chủ trì',
    'Ngày giao',
    'Hạn',
    'Ngày báo cáo',
    'Số báo cáo',
    'Ngày xác nhận',
  ],
] as const;

/** The counted assignments of the sample as the old software would export them, a row each: names and days only. */
export function legacyExport({ documents, histories }: Sample): string[][] {
  return histories
    .map(({ assignment }) => assignment)
    .filter(
      (a) =>
        inAppendix(a) && a.status !== 'transferred' && a.status !== 'cancelled' && a.status !== 'recalled',
    )
    .map((a) => {
      const document = documents.find(({ id }) => id === a.documentId)!;
      const report = a.reports.findLast(({ outcome }) => outcome === undefined || outcome === 'confirmed');
      const confirmedOn =
        report?.outcome === 'confirmed' && a.status === 'done' ? report.decidedOn : undefined;
      return [
        ...[
          document.number ?? '',
          document.issuedOn ?? '',
          document.issuer,
          document.typeName,
          document.subject,
        ],
        ...[
          document.departmentName,
          a.content,
          a.agencyName,
          a.assignedOn,
          dueDay(a, last, 'confirmation') ?? '',
        ],
        ...[report?.countedOn ?? '', report?.documentNumber ?? '', confirmedOn ?? ''],
      ];
    });
}
