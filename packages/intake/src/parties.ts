import type { Day } from '@tddh/domain/day';
import { groupOf, unitFinder } from '@tddh/domain/unitname';
import type { Span } from './places.ts';
import type { Surroundings } from './surroundings.ts';
import { readUnits } from './units.ts';

/** A unit or group as the document names it, and the units that are proposed for it. */
export interface Said {
  words: string;
  /** Empty where no unit of the catalog is meant. */
  ids: string[];
  /** True where the words name a group, which may be narrowed. */
  group: boolean;
  /** False where the words do not say which of the group. */
  sure: boolean;
  at?: Span;
}

/** Groups that say nothing of their own: whom they mean, the addressees tell. */
const addressed =
  /^(?:(?:các|mỗi|từng|thủ trưởng các)\s+)?(?:cơ quan|đơn vị)(?:,? (?:đơn vị|địa phương|tổ chức))*(?:\s+(?:có\s+)?liên quan|\s+nêu trên)?$/iu;

/** True where the Office itself issues: its "các phòng" are its departments. */
export function byOffice(issuer: string): boolean {
  return /^văn phòng/iu.test(issuer);
}

/** The units proposed as leads and as supports, each once; a lead supports nobody. */
export function idsOf(said: { leads: readonly Said[]; supports: readonly Said[] }) {
  const leads = [...new Set(said.leads.flatMap(({ ids }) => ids))];
  const supports = [...new Set(said.supports.flatMap(({ ids }) => ids))];
  return { leads, supports: supports.filter((id) => !leads.includes(id)) };
}

/**
 * Resolves the units that a document names against the catalog, as they stood on its day.
 * @param office true where the Office itself issues
 */
export function resolverOf(around: Surroundings, on: Day | null, office: boolean, source: string) {
  const find = unitFinder(around.units, around.province);
  const one = (words: string): Omit<Said, 'words' | 'at'> => {
    const unit = find(words, on);
    if (unit && unit.kind !== 'leadership') return { ids: [unit.id], group: false, sure: true };
    const group = groupOf(words, around.units, on, office);
    return group
      ? { ids: group.units.map(({ id }) => id), group: true, sure: group.sure }
      : { ids: [], group: false, sure: true };
  };
  let addressees: string[] | undefined;
  const toAll = () => {
    addressees ??= addresseesOf(source).flatMap((words) => one(words).ids);
    return addressees;
  };
  return (words: readonly string[], where: (words: string) => Span | undefined): Said[] =>
    words.map((said) => {
      const at = where(said);
      const found = one(said);
      const more = found.ids.length === 0 && addressed.test(said.trim()) ? toAll() : [];
      const resolved = more.length > 0 ? { ids: [...new Set(more)], group: true, sure: false } : found;
      return { words: said, ...resolved, ...(at ? { at } : {}) };
    });
}

/** The units after "Kính gửi". */
function addresseesOf(source: string): string[] {
  const start = source.search(/Kính\s+gửi\s*:?/u);
  if (start < 0) return [];
  const lines = source
    .slice(start, start + 1500)
    .replace(/^Kính\s+gửi\s*:?/u, '')
    .split('\n');
  const out: string[] = [];
  for (const line of lines) {
    const bare = line.replace(/^[-–•\s]+|[\s.,;]+$/g, '');
    if (!bare) {
      if (out.length > 0) break;
      continue;
    }
    const { units, end } = readUnits(bare, 0, true);
    if (units.length === 0 || bare.length - end > 40) break;
    out.push(...units);
  }
  return out;
}
