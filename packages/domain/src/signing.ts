import * as v from 'valibot';
import { tidy } from './text.ts';

/** Who signs a paper, where, and who gets it: the defaults of the settings, written over for one paper. */
export interface Signing {
  /** The place of the date line; empty is the name of the province. */
  place: string;
  /** On whose behalf, such as "KT. CHÁNH VĂN PHÒNG"; empty where the title signs itself. */
  onBehalf: string;
  title: string;
  name: string;
  /** Who gets it, parted by semicolons, without "Nơi nhận". */
  recipients: string;
}

const text = (most: number, say: string) =>
  v.optional(v.pipe(v.string(say), v.transform(tidy), v.maxLength(most, say)));

/** What a person writes over for one paper, as a query. An empty one is empty on the paper. */
export const signingQuery = {
  place: text(60, 'Địa danh dài tối đa 60 ký tự.'),
  onBehalf: text(80, 'Dòng ký thay dài tối đa 80 ký tự.'),
  title: text(80, 'Chức vụ dài tối đa 80 ký tự.'),
  name: text(80, 'Tên người ký dài tối đa 80 ký tự.'),
  recipients: text(600, 'Nơi nhận dài tối đa 600 ký tự, cách nhau bằng dấu chấm phẩy.'),
};

/** The defaults as the settings hold them. */
export interface SigningDefaults {
  paperPlace: string;
  signOnBehalf: string;
  signTitle: string;
  signName: string;
  recipients: string;
}

/** What goes before the name of a province: "tỉnh Đắk Nông" is "Đắk Nông" in a date line. */
const rank = /^(tỉnh|thành phố) /i;

/** The body above the Office: "UBND tỉnh Đắk Nông", whether the province is kept with its rank or without. */
export function committeeOf(province: string): string {
  return `UBND ${rank.test(province) ? '' : 'tỉnh '}${province}`;
}

/** Who signs one paper: what was asked for it, else the settings. */
export function signingOf(
  settings: SigningDefaults,
  province: string,
  asked: { [K in keyof Signing]?: string | undefined } = {},
): Signing {
  return {
    place: asked.place ?? (settings.paperPlace || province.replace(rank, '')),
    onBehalf: asked.onBehalf ?? settings.signOnBehalf,
    title: asked.title ?? settings.signTitle,
    name: asked.name ?? settings.signName,
    recipients: asked.recipients ?? settings.recipients,
  };
}

/** The recipients, one each. */
export function recipientsOf({ recipients }: Pick<Signing, 'recipients'>): string[] {
  return recipients
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
}
