import type { DocumentType } from '@tddh/domain/agency';
import type { Calendar } from '@tddh/domain/calendar';
import type { NamedUnit } from '@tddh/domain/unitname';

/** What the reader needs to know of the office whose officer reads. */
export interface Surroundings {
  units: readonly NamedUnit[];
  types: readonly DocumentType[];
  /** Name of the province with its level ("tỉnh Đắk Nông"). */
  province: string;
  calendar: Calendar;
}
