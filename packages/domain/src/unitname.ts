import { isValidOn, type Unit } from './agency.ts';
import type { Day } from './day.ts';
import { fold } from './text.ts';

/** What naming needs of a unit. */
export type NamedUnit = Pick<
  Unit,
  'id' | 'name' | 'short' | 'kind' | 'validFrom' | 'validTo' | 'formerNames'
>;

const shorthand: readonly [RegExp, string][] = [
  [/\buy ban nhan dan\b/g, 'ubnd'],
  [/\bvpubnd\b|\bvp ubnd\b/g, 'van phong ubnd'],
  [/^vp\b/, 'van phong'],
  [/\btp\b/g, 'thanh pho'],
  [/\btx\b/g, 'thi xa'],
  [/^p\b/, 'phong'],
  [/^h\b|(?<=ubnd )h\b/g, 'huyen'],
];
const weak = /\b(?:va|cac|tinh|thuoc|cua)\b/g;

/** The words of a name that tell it from others: folded, in one shorthand, without the province's name. */
function wordsOf(name: string, province: string): string[] {
  let words = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  for (const [long, short] of shorthand) words = words.replace(long, short);
  const own = fold(province)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(?:tinh|thanh pho) /, '')
    .trim();
  if (own) words = words.replace(new RegExp(`(?:\\b(?:tinh|thanh pho) )?\\b${own}$`), '');
  return words.replace(weak, ' ').split(' ').filter(Boolean);
}

/** A name without spaces, and its first word with the initials of the others ("Sở KH&ĐT"). */
function keysOf(unit: NamedUnit, province: string): string[] {
  const names = [unit, ...(unit.formerNames ?? [])].flatMap(({ name, short }) =>
    short ? [name, short] : [name],
  );
  return names.flatMap((name) => {
    const words = wordsOf(name, province);
    const [first = '', ...rest] = words;
    const initials = rest.map((word) => word[0]).join('');
    const inner = unit.kind === 'department' && first === 'phong';
    return [
      words.join(''),
      ...(rest.length > 1 ? [`${first}${initials}`] : []),
      ...(inner ? [rest.join(''), ...(rest.length > 1 ? [initials] : [])] : []),
    ];
  });
}

/**
 * Finds units by their names as people write them: accents, case, dashes and "và" do not count, initials stand for
 * words ("Sở KH&ĐT", "Ban QL các KCN", "P. HCQT"), and the province's own name may be left out.
 * @param province the name of the province, which official names repeat
 */
export function unitFinder(units: readonly NamedUnit[], province: string) {
  const known = new Map<string, NamedUnit[]>();
  for (const unit of units) {
    for (const key of new Set(keysOf(unit, province))) {
      known.set(key, [...(known.get(key) ?? []), unit]);
    }
  }
  return (written: string, on: Day | null = null): NamedUnit | undefined => {
    const words = wordsOf(written, province);
    if (words.length === 0) return undefined;
    const joined = words.join('');
    const keys = [
      joined,
      ...(/^(?:huyen|thanhpho|thixa|xa|phuong|dackhu)/.test(joined) ? [`ubnd${joined}`] : []),
    ];
    for (const key of keys) {
      const found = known.get(key)?.filter((unit) => !on || isValidOn(unit, on)) ?? [];
      if (found.length === 1) return found[0];
    }
    return undefined;
  };
}

/** Levels of committees in the words of a group. */
const levels: readonly [RegExp, RegExp][] = [
  [/\bhuyen\b/, /^ubndhuyen/],
  [/\bthanh pho\b/, /^ubndthanhpho/],
  [/\bthi xa\b/, /^ubndthixa/],
  [/\bxa\b/, /^ubndxa/],
  [/\bphuong\b/, /^ubndphuong/],
  [/\bdac khu\b/, /^ubnddackhu/],
];

/** "các sở, ban, ngành", "sở, ngành": the agencies of the province, and not a list of named ones. */
const allBodies =
  /(?:^|\s)(?:[Cc]ác\s+)?[Ss]ở\s*,?\s*(?:[Bb]an\s*,?\s*|và\s+)?(?:và\s+)?[Nn]gành|[Cc]ác\s+[Ss]ở(?=\s*$|\s*,?\s*(?:ban|ngành|địa phương|quản lý|chuyên|có|liên quan|thuộc|tỉnh)(?!\p{L})|,\s*(?:UBND|Ủy ban|Uỷ ban))/u;
/** Committees of a level, all of them. */
const allPlaces =
  /^(?!cong an|thanh tra|so |doan |hoi ).*(?:\bubnd (?:cac|cap|huyen (?:thi xa |thanh pho)|xa phuong|phuong xa)|\bcac (?:huyen|xa|phuong|thi xa|thanh pho|dia phuong)\b|\bdia phuong\b|\bhuyen (?:thi xa )?thanh pho\b|\bcap (?:huyen|xa)\b)/;

/** Units that a group names, and whether the words leave no doubt which. */
export interface Group {
  units: NamedUnit[];
  sure: boolean;
}

/**
 * The units that a group stands for on a day: "các sở, ban, ngành", "UBND các huyện, thành phố", "các phòng, đơn vị
 * thuộc Văn phòng". Undefined where the words name no such group.
 * @param byOffice true where the Office itself speaks: "các phòng, đơn vị" are then its own
 */
export function groupOf(
  written: string,
  units: readonly NamedUnit[],
  on: Day | null,
  byOffice: boolean,
): Group | undefined {
  const words = fold(written)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\buy ban nhan dan\b/g, 'ubnd');
  const valid = units.filter((unit) => !on || isValidOn(unit, on));
  const key = (unit: NamedUnit) => wordsOf(unit.name, '').join('');
  const some = /(?<!\p{L})(?:có|liên quan|được giao|chuyên ngành|chuyên môn)(?!\p{L})/iu.test(
    written.normalize('NFC'),
  );
  if (/^(?:thu truong |truong |lanh dao )?(?:cac )?phong\b/.test(words)) {
    const inner = /\bvan phong\b/.test(words);
    if (!inner && !byOffice) return undefined;
    return { units: valid.filter((unit) => unit.kind === 'department'), sure: !some };
  }
  const agencies = valid.filter((unit) => unit.kind === 'agency');
  const committees = agencies.filter((unit) => key(unit).startsWith('ubnd'));
  const named = levels.filter(([word]) => word.test(words.replace(/\b(?:tinh|thanh pho) truc thuoc\b/g, '')));
  const places = /\bdia phuong\b/.test(words)
    ? committees
    : committees.filter((unit) => named.some(([, level]) => level.test(key(unit))));
  const bodies = allBodies.test(written.normalize('NFC'))
    ? agencies.filter((unit) => !committees.includes(unit))
    : [];
  const both = [...bodies, ...(allPlaces.test(words) ? places : [])];
  return both.length > 0 ? { units: both, sure: !some } : undefined;
}
