import { showDay } from '@tddh/domain/day';
import type { HistoryRow } from '../../shapes.ts';
import { t } from '../../words/words.ts';

/** Names of what an event knows by its id. */
export interface Names {
  field: (id: string) => string;
  unit: (id: string) => string;
}

/** What a step of the history says, a line each: why, what was said, and of what changed the value before and after. */
export function toldOf({ event, reason, data = {} }: HistoryRow, names: Names): string[] {
  const text = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : undefined);
  const due = data.due as { dueOn?: string | null; reference?: string } | undefined;
  const paper =
    text('reference') ?? due?.reference ?? (data.pause as { reference?: string } | undefined)?.reference;
  const asked = (data.extension as { dueOn?: string } | undefined)?.dueOn;
  const to = text('toName') ?? (data.request as { to?: { name?: string } } | undefined)?.to?.name;
  const cureOn = text('cureOn');
  const blocker = text('blocker');
  const lines = [
    reason,
    paper && !reason?.includes(paper) ? `${t('ask.reference')}: ${paper}` : undefined,
    text('text'),
    text('message'),
    blocker && `${t('one.blocker')}: ${blocker}`,
    (data.question as { text?: string } | undefined)?.text,
    cureOn && t('one.cure', { day: showDay(cureOn) }),
    due && 'dueOn' in due ? `${t('list.due')}: ${showDue(due.dueOn)}` : undefined,
    asked && t('one.extensionTo', { day: showDay(asked) }),
    to && `${t('ask.to')}: ${to}`,
    ...(event === 'corrected' ? changes(data as unknown as Corrected, names) : []),
    event === 'reminded' ? auto(data.auto as Auto | undefined) : undefined,
    event === 'escalated' && data.to ? t(`life.escalated.${data.to as 'head'}`) : undefined,
  ];
  return [...new Set(lines.filter((line): line is string => Boolean(line)))];
}

interface Values {
  content?: string;
  dueOn?: string | null;
  fieldId?: string;
  departmentId?: string;
  signer?: string;
  document?: { number: string; subject: string };
}
interface Corrected {
  before: Values;
  after: Values;
}
type Auto = { kind: 'due'; dueOn: string; before: number } | { kind: 'note' };

const words = {
  content: 'ask.content',
  dueOn: 'ask.correctDue',
  fieldId: 'ask.field',
  departmentId: 'one.department',
  signer: 'ask.signer',
  document: 'one.document',
} as const;

/** Each value that a correction replaced, and what stands now. */
function changes({ before, after }: Corrected, names: Names): string[] {
  const shown: { [K in keyof Required<Values>]: (value: Required<Values>[K]) => string } = {
    content: (value) => value,
    dueOn: showDue,
    fieldId: names.field,
    departmentId: names.unit,
    signer: (value) => value,
    document: (value) => `${value.number}, ${value.subject}`,
  };
  return (Object.keys(shown) as (keyof Values)[]).flatMap((key) => {
    if (after[key] === undefined || JSON.stringify(after[key]) === JSON.stringify(before[key])) return [];
    const show = shown[key] as (value: unknown) => string;
    const was = before[key] === undefined || before[key] === '' ? '…' : show(before[key]);
    const what = t(words[key]);
    return [t('life.changed', { what, before: was, after: show(after[key]) })];
  });
}

function auto(told: Auto | undefined): string | undefined {
  if (told?.kind === 'note') return t('life.remindedNote');
  return told && t('life.remindedDue', { n: told.before, day: showDay(told.dueOn) });
}

function showDue(dueOn: string | null | undefined): string {
  return dueOn ? showDay(dueOn) : t('list.noDue');
}
