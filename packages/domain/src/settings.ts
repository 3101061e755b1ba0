import * as v from 'valibot';
import { type Calendar, emptyCalendar } from './calendar.ts';
import { days, line, type SettingRule, whole, yesNo } from './settingrule.ts';

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
  /** Days before the due day of a round on which a unit that has not sent is reminded: focal persons, an evaluation. */
  rosterReminders: readonly number[];
  /** Working days after which a report that waits is told to the head, the deputy of the field, the chief. */
  escalateAfter: readonly number[];
  /** True where papers write 49,39; the official form writes 49.39. */
  decimalComma?: boolean;
  /** Who signs papers, where, and who gets them, unless somebody writes it over for one paper (signing.ts). */
  paperPlace: string;
  signOnBehalf: string;
  signTitle: string;
  signName: string;
  recipients: string;
  /** Working days from signing to entry; later ones are shown. */
  entryWithin: number;
  /** Minutes without doing anything after which a session locks, and for administrators. */
  idleMinutes: number;
  adminIdleMinutes: number;
  /** Hours after which a session ends whatever happens. */
  sessionHours: number;
  /** Characters that a password has at least: alone, and with a second factor beside it. */
  passwordLength: number;
  factorPasswordLength: number;
  /** Failed sign-ins after which an account is locked, and for how many minutes. */
  failures: number;
  lockMinutes: number;
  /** Days without signing in after which an account asks for reactivation by a mailed link. */
  staleDays: number;
  /** True where administrators owe a second factor. */
  adminFactor: boolean;
  /** Minutes for which a mailed link of a password, a second factor or a reactivation opens; days of an invitation. */
  linkMinutes: number;
  inviteDays: number;
  /** Months for which the audit log is kept; what was recorded before a change keeps its end. */
  auditMonths: number;
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
  paperPlace: '',
  signOnBehalf: '',
  signTitle: 'Chánh Văn phòng',
  signName: '',
  recipients: 'Như trên; Lưu: VT, HC-QT',
  entryWithin: 2,
  idleMinutes: 15,
  adminIdleMinutes: 5,
  sessionHours: 12,
  passwordLength: 14,
  factorPasswordLength: 8,
  failures: 5,
  lockMinutes: 15,
  staleDays: 45,
  adminFactor: true,
  linkMinutes: 60,
  inviteDays: 7,
  auditMonths: 24,
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
  rosterReminders: days('mail', 'Số ngày nhắc trước hạn gửi nhân sự chuyên trách, phiếu đánh giá', 0, 30),
  escalateAfter: days('mail', 'Số ngày làm việc trước khi báo cáo chờ được chuyển lên cấp trên', 1, 60),
  decimalComma: yesNo('paper', 'Dấu phẩy thập phân trên văn bản'),
  paperPlace: line('paper', 'Địa danh dài tối đa 60 ký tự.', 60, /^[^\n]*$/),
  signOnBehalf: line('paper', 'Dòng ký thay dài tối đa 80 ký tự.', 80, /^[^\n]*$/),
  signTitle: line('paper', 'Cần chức vụ người ký, tối đa 80 ký tự.', 80, /^[^\n]+$/),
  signName: line('paper', 'Tên người ký dài tối đa 80 ký tự.', 80, /^[^\n]*$/),
  recipients: line('paper', 'Nơi nhận dài tối đa 600 ký tự, cách nhau bằng dấu chấm phẩy.', 600, /^[^\n]*$/),
  idleMinutes: whole('access', 'Số phút không thao tác trước khi khóa phiên', 1, 240),
  adminIdleMinutes: whole('access', 'Số phút không thao tác trước khi khóa phiên của quản trị', 1, 60),
  sessionHours: whole('access', 'Số giờ dài nhất của một phiên', 1, 24),
  passwordLength: whole('access', 'Độ dài tối thiểu của mật khẩu', 12, 64),
  factorPasswordLength: whole('access', 'Độ dài tối thiểu của mật khẩu khi có xác thực hai lớp', 8, 64),
  failures: whole('access', 'Số lần nhập sai trước khi tạm khóa', 3, 10),
  lockMinutes: whole('access', 'Số phút tạm khóa sau khi nhập sai', 1, 120),
  staleDays: whole('access', 'Số ngày không dùng trước khi phải kích hoạt lại', 7, 365),
  adminFactor: yesNo('access', 'Quản trị phải dùng xác thực hai lớp'),
  linkMinutes: whole('access', 'Số phút dùng được của liên kết gửi qua thư', 10, 1440),
  inviteDays: whole('access', 'Số ngày dùng được của thư mời', 1, 30),
  auditMonths: whole('record', 'Số tháng giữ nhật ký hệ thống', 12, 120),
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
