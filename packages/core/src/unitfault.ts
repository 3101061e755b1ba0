import { isValidOn } from '@tddh/domain/agency';
import type { Assignment } from '@tddh/domain/assignment';
import { type Day, showDay } from '@tddh/domain/day';
import { invalid } from '@tddh/domain/refusal';
import { rolledUp } from '@tddh/domain/succession';
import type { Command } from '@tddh/domain/verbs';
import type { Catalog } from './catalog.ts';
import { receiver } from './taken.ts';

/**
 * Why a unit cannot be given work by a document of the day `on`, in Vietnamese with the unit that took over; undefined
 * where it can: it was valid on that day, or is today.
 */
export function unitFault(catalog: Catalog, unitId: string, on: Day, today: Day): string | undefined {
  const unit = catalog.units.find((u) => u.id === unitId);
  if (!unit || unit.kind === 'leadership') return `Không có đơn vị “${unitId}” trong danh mục.`;
  if (isValidOn(unit, on) || isValidOn(unit, today)) return undefined;
  if (unit.validFrom && on < unit.validFrom) {
    return `“${unit.name}” có hiệu lực từ ngày ${showDay(unit.validFrom)}. Hãy chọn đơn vị khác.`;
  }
  const now = catalog.units.find((u) => u.id === rolledUp(unitId, catalog.successions, today));
  const instead = now && now.id !== unitId ? `Hãy chọn “${now.name}”.` : 'Hãy chọn đơn vị khác.';
  return `“${unit.name}” đã hết hiệu lực từ sau ngày ${showDay(unit.validTo ?? on)}. ${instead}`;
}

/** Refuses to give an assignment to a unit that is over, or not there yet. @throws Refusal `invalid` */
export function refuseEnded(catalog: Catalog, a: Assignment, command: Command, today: Day): void {
  const [path, to] = receiver(a, command);
  const fault = to && unitFault(catalog, to, today, today);
  if (fault) throw invalid(path, fault);
}
