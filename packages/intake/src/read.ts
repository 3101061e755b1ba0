import type { Day } from '@tddh/domain/day';
import { actorsAt } from './clause.ts';
import { type Header, headerOf } from './header.ts';
import { stem } from './judge.ts';
import { type Item, itemOf, unmarked } from './outline.ts';
import { linesOf, paragraphsOf } from './paragraphs.ts';
import { signatureOf } from './signature.ts';
import { isUpward } from './standing.ts';
import { columnsOf } from './table.ts';
import type { Task } from './task.ts';
import { plain } from './text.ts';
import { readUnits } from './units.ts';
import { type Scope, walk } from './walk.ts';

/** The fields of a document as the reader proposes them; null where the text does not say one. */
export interface DocumentFields {
  type: string | null;
  number: string | null;
  issuer: string | null;
  date: Day | null;
  subject: string | null;
  signer: string | null;
  signer_title: string | null;
}

/** What the reader found in a text. */
export interface Proposal {
  doc: DocumentFields;
  tasks: Task[];
}

const nothing: DocumentFields = {
  type: null,
  number: null,
  issuer: null,
  date: null,
  subject: null,
  signer: null,
  signer_title: null,
};

/** Types that report, ask or transmit: they give nobody a task. */
const silent = /^(?:Báo cáo|Tờ trình|Biên bản|Phiếu trình|Hợp đồng|Luật|Nghị định|Thông tư|Thư mời)$/u;

/**
 * Reads an official document (the form of Nghị định 30/2020/NĐ-CP): its fields and the tasks it orders. Pure: the same
 * text gives the same proposal. Time grows with the length of the text.
 * @param source the text as found; spans of tasks are offsets in it
 */
export function readDirective(source: string): Proposal {
  const clean = plain(source);
  const lines = linesOf(clean);
  const { recipients, official, ...header } = headerOf(
    lines.map(({ start, end }) => clean.text.slice(start, end)),
    clean.text,
  );
  if (!official) return { doc: nothing, tasks: [] };
  const closes = closeOf(lines.map(({ text }) => text));
  const signature = signatureOf(lines.slice(closes).map(({ start, end }) => clean.text.slice(start, end)));
  const doc: DocumentFields = { ...header, ...signature };
  if (silent.test(doc.type ?? '') || isUpward({ ...header, recipients, official })) return { doc, tasks: [] };
  const body = paragraphsOf(clean, lines.slice(0, closes)).map(itemOf);
  const annex = paragraphsOf(clean, lines.slice(closes)).map(itemOf);
  const issued = doc.date ?? undefined;
  const { start, root } = openOf(body, { ...header, recipients, official });
  const invitation = /^(?:Giấy mời)/u.test(doc.type ?? '');
  const tasks = walk(endOf(body.slice(start)), root, invitation, issued);
  const none: Scope = { ...root, leads: [], coordinate: [] };
  const plan = planIn(annex);
  if (plan.length) return { doc, tasks: [...tasks, ...walk(plan, none, false, issued)] };
  const rows = annex.findIndex((item) => columnsOf(item) !== undefined);
  if (rows >= 0)
    tasks.push(
      ...walk(
        annex.slice(rows).filter(({ cells }) => cells.length > 1),
        none,
        false,
        issued,
      ),
    );
  return { doc, tasks };
}

/** The line of "Nơi nhận" or of the signature: what is before it is the document's words. */
function closeOf(lines: readonly string[]): number {
  const receivers = lines.findIndex(
    (line, at) =>
      at > 3 &&
      /^(?:\p{L}[^\n]*\t)?Nơi(?:\s+nhận\s*:?|$)/u.test(line) &&
      (line !== 'Nơi' || /^nhận/u.test(lines[at + 1] ?? '')),
  );
  if (receivers >= 0) return receivers;
  const end = lines.findIndex((line, at) => at > 3 && /\.\s?\/\s?\.\s*$/.test(line));
  if (end >= 0) return end + 1;
  const sign = lines.findIndex((line, at) => at > 6 && /^(?:TM|KT|TL|TUQ)\.\s*\p{Lu}/u.test(line));
  return sign >= 0 ? sign : lines.length;
}

/** The plan that a decision issues with itself ("KẾ HOẠCH … (Kèm theo Quyết định số …)"): what stands under its heading. */
function planIn(annex: readonly Item[]): readonly Item[] {
  const title = annex.findIndex(({ words }) =>
    /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN)(?!\p{Ll})/u.test(words.text),
  );
  if (title < 0) return [];
  const near = annex.slice(title, title + 6);
  const issued = near.findIndex(({ words }) => /\((?:Ban hành )?[Kk]èm theo/u.test(words.text));
  return issued < 0 ? [] : annex.slice(title + issued + 1);
}

/** The items up to the one that closes the operative part. */
function endOf(items: readonly Item[]): readonly Item[] {
  const last = items.findIndex(({ words }) => /\.\s?\/\s?\.\s*$/.test(words.text));
  return last < 0 ? items : items.slice(0, last + 1);
}

/** Where the operative part starts, and who its stem names. */
function openOf(body: readonly Item[], header: Header): { start: number; root: Scope } {
  const greeting = body.findIndex(({ words }) => /^Kính\s+gửi/u.test(words.text));
  const from = Math.max(greeting + 1, 0);
  const at = body.findIndex(
    ({ words, rank }, index) =>
      index >= from &&
      rank === unmarked &&
      stem.test(words.text) &&
      !/(?:điện|Kính gửi)\s*:\s*$/u.test(words.text),
  );
  const root: Scope = { rank: 0, leads: [], coordinate: [], under: false, silent: false, from: 'implied' };
  const implied = impliedBy(header);
  if (at < 0) return { start: firstOf(body, from || titleEnd(body, header)), root };
  const named = stemUnits(body[at]!.words.text);
  if (named.length) return { start: at + 1, root: { ...root, leads: named, from: 'heading' } };
  return { start: at + 1, root: { ...root, leads: implied, strict: header.type === 'Công văn' } };
}

/** Without addressees and a stem: after the line that names the type, so that no capitals of the heading act. */
function titleEnd(body: readonly Item[], { type }: Header): number {
  return body.findIndex(({ words }) => words.text === type?.toUpperCase()) + 1;
}

/** Without a stem: after the addressees and the preamble. */
function firstOf(body: readonly Item[], from: number): number {
  let at = from;
  const addressee = ({ rank, words }: Item) =>
    (rank >= 7 && rank < unmarked) || (rank === unmarked && words.text.length < 70);
  while (at < body.length && from > 0 && addressee(body[at]!)) at += 1;
  return at;
}

function stemUnits(text: string): string[] {
  let units: string[] = [];
  for (const found of text.matchAll(
    /(?<!\p{L})(?<!(?:được|đã|theo)\s)(?:yêu cầu|Yêu cầu|giao|Giao|đề nghị|Đề nghị)\s+(?:cho\s+)?/gu,
  )) {
    const named = actorsAt(text, found.index + found[0].length);
    if (named) units = named.units;
  }
  return units;
}

/** A unit that only the title or the addressee names. */
function impliedBy({ type, subject, recipients }: Header): string[] {
  const visited =
    /làm việc (?:với|tại) (?:(?:Ban Thường vụ|[Tt]hường trực|[Ll]ãnh đạo|tập thể lãnh đạo|Tỉnh ủy|UBND|Ủy ban nhân dân|và|,)\s*)*((?:tỉnh|thành phố|xã|phường|huyện)\s+(?!ủy(?!\p{L}))\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,3})/iu.exec(
      subject ?? '',
    );
  if (type === 'Thông báo' && visited)
    return [`UBND ${visited[1]!.replace(/^\p{Lu}+/u, (word) => word.toLowerCase())}`];
  if (type !== 'Công văn') return [];
  const units: string[] = [];
  for (const one of recipients.split(/\s*;\s*-?\s*|\s+-\s+/)) {
    const bare = one.replace(/^[-\s]+|[\s.,;]+$/g, '');
    const { units: some, end } = readUnits(bare, 0, true);
    if (bare && (!some.length || bare.length - end > 4)) return [];
    units.push(...some);
  }
  return units;
}
