import * as v from 'valibot';
import { type Calendar, emptyCalendar } from './calendar.ts';
import { days, type SettingRule, whole, yesNo } from './settingrule.ts';

/** Figures that an administrator may change, with the defaults of domain.md. */
export interface Settings {
  /** Days off and make-up working days: edited year by year on a page of its own. */
  calendar: Calendar;
  /** Working days after which an assignment that nobody accepted counts as in progress. */
  startAfter: number;
  /** How often an agency may ask for an extension of one assignment. */
  extensions: number;
  /** Working days in which a question is owed an answer. */
  answerWithin: number;
  /** True where a paper report must be confirmed by another person than the one who recorded it. */
  secondPerson?: boolean;
  /** Days before the due day on which the unit is reminded; when it has passed it is told so in any case. */
  remindBefore: readonly number[];
  /** Days after which a task without a due date owes its next progress note. */
  noteEvery: number;
  /** Days for which a letter is tried again before it is given up. */
  mailDays: number;
  /** Days before its due day on which a unit that has not sent its focal persons is reminded. */
  rosterReminders: readonly number[];
  /** Working days after which a report that waits is told to the head, the deputy of the field, the chief. */
  escalateAfter: readonly number[];
  /** True where papers write 49,39; the official form writes 49.39. */
  decimalComma?: boolean;
  /** Working days from signing to entry; later ones are shown. */
  entryWithin: number;
  /** Grows by one with every change of the settings; none before the first. */
  revision?: number;
}

export const defaultSettings: Settings = {
  calendar: emptyCalendar,
  startAfter: 2,
  extensions: 1,
  answerWithin: 3,
  secondPerson: false,
  remindBefore: [7, 3, 1],
  noteEvery: 30,
  mailDays: 3,
  rosterReminders: [3, 1],
  escalateAfter: [3, 5, 10],
  decimalComma: false,
  entryWithin: 2,
};

/**
 * What may be changed on the page of settings, and within which bounds: one line for each figure. The page shows
 * them by group, in this order; its words stand in `words/vi/settings.ts` under the same names.
 */
export const settingRules = {
  startAfter: whole('work', 'Số ngày làm việc trước khi tự chuyển sang đang thực hiện', 0, 30),
  extensions: whole('work', 'Số lần gia hạn theo đề nghị của đơn vị', 0, 10),
  answerWithin: whole('work', 'Số ngày làm việc phải trả lời câu hỏi', 1, 30),
  secondPerson: yesNo('work', 'Người xác nhận khác người ghi báo cáo giấy'),
  entryWithin: whole('work', 'Số ngày làm việc từ ký đến nhập văn bản', 0, 30),
  remindBefore: days('mail', 'Số ngày nhắc trước hạn', 1, 60),
  noteEvery: whole('mail', 'Số ngày giữa hai lần ghi tiến độ của nhiệm vụ không hạn', 7, 365),
  mailDays: whole('mail', 'Số ngày gửi lại một thư', 1, 14),
  rosterReminders: days('mail', 'Số ngày nhắc trước hạn gửi nhân sự chuyên trách', 0, 30),
  escalateAfter: days('mail', 'Số ngày làm việc trước khi báo cáo chờ được chuyển lên cấp trên', 1, 60),
  decimalComma: yesNo('work', 'Dấu phẩy thập phân trên văn bản'),
} satisfies { [K in keyof Omit<Settings, 'calendar' | 'revision'>]-?: SettingRule };

/** The name of a figure that may be changed. */
export type SettingName = keyof typeof settingRules;

type Entries = {
  [K in SettingName]: v.OptionalSchema<(typeof settingRules)[K]['schema'], undefined>;
};

/** What an administrator sends: the figures to change, each within its bounds. */
export const settingsChange = v.pipe(
  v.strictObject(
    Object.fromEntries(
      Object.entries(settingRules).map(([name, rule]) => [name, v.optional(rule.schema as v.GenericSchema)]),
    ) as unknown as Entries,
  ),
  v.check((change) => Object.values(change).some((one) => one !== undefined), 'Chưa có gì để sửa.'),
);
export type SettingsChange = v.InferOutput<typeof settingsChange>;

/** The settings of a table: what was stored over the defaults, so that a new figure needs no migration. */
export function settingsFrom(stored: Partial<Settings> | undefined): Settings {
  return { ...defaultSettings, ...stored };
}
