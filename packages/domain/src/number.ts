/**
 * Number and symbol of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I and III): `645/VPUBND-HCQT`,
 * `42/2014/QĐ-TTg`, `497-KL/TU`, `1683/QĐ-UBND`, and `/VPUBND-HCQT` while the number is not given yet.
 */
export interface DocumentNumber {
  /** The running number as digits without leading zeros and an optional letter (`12a`); empty where not yet given. */
  number: string;
  /** The year where the symbol itself carries it (laws and decisions of the centre). */
  year?: number;
  /** The symbol: type abbreviation and issuer, e.g. `VPUBND-HCQT`, `KL/TU`, `QĐ-TTg`. */
  symbol: string;
  /** As it is written, tidied: no inner spaces, NFC. */
  written: string;
}

const government = /^(\d+[a-zđ]?)?\/(?:((?:19|20)\d{2})\/)?(\p{L}[\p{L}\d&.]*(?:[-/]\p{L}[\p{L}\d&.]*)*)$/iu;
const party = /^(\d+[a-zđ]?)?-(\p{L}{1,6}\/\p{L}[\p{L}\d&.-]*)$/iu;

/** Takes out spaces and the words "Số:", and makes letters NFC and dashes plain. */
function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\s*số\s*:?/iu, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, '');
}

/**
 * Reads a document's number and symbol in any of the five written forms, with spaces inside or not.
 * @returns undefined where it is none of them
 */
export function parseNumber(text: string): DocumentNumber | undefined {
  const written = squeeze(text);
  const asParty = party.exec(written);
  if (asParty) return { number: plain(asParty[1]), symbol: asParty[2]!, written };
  const asGovernment = government.exec(written);
  if (!asGovernment) return undefined;
  const [, number, year, symbol] = asGovernment;
  return { number: plain(number), ...(year ? { year: Number(year) } : {}), symbol: symbol!, written };
}

function plain(number: string | undefined): string {
  return (number ?? '').replace(/^0+(?=\d)/, '').toLowerCase();
}

/**
 * Folds what differs only in writing: case, NFC, `Ủy`/`Uỷ` and the like (the tone on either vowel),
 * white space, dashes. Accents stay, since `Đ` and `D` are different symbols.
 */
export function sameWriting(text: string): string {
  const tones = '\u0300\u0301\u0303\u0309\u0323';
  return text
    .normalize('NFD')
    .replace(new RegExp(`([ou])([aey])([${tones}])`, 'giu'), '$1$3$2')
    .normalize('NFC')
    .toUpperCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The key that makes a document unique: issuer, symbol, number and year (domain.md, Documents). */
export function uniqueKey(issuer: string, number: DocumentNumber, issuedOn: string): string {
  const year = number.year ?? Number(issuedOn.slice(0, 4));
  return [sameWriting(issuer), sameWriting(number.symbol), number.number.toUpperCase(), year].join('|');
}
