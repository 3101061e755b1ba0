import * as v from 'valibot';
import type { Unit } from './agency.ts';
import { id, text } from './text.ts';

/** The roles of people (domain.md, Who may do what). */
export const personRoles = [
  'officer',
  'department-head',
  'office-leader',
  'agency-officer',
  'agency-leader',
  'leader',
  'admin',
] as const;
/** Roles of people, and of the schedules and the national adapter. */
export type Role = (typeof personRoles)[number] | 'system' | 'national';

/** Who acts. The rules see no more of a person than this. */
export interface Actor {
  id: string;
  name: string;
  role: Role;
  /** The unit to which the person belongs: an agency, a department, or the leadership. */
  unitId: string;
  /** Fields that a person follows: defaults, never a limit. */
  fields: readonly string[];
}

/** The schedules act as this. */
export const system: Actor = { id: 'system', name: 'Hệ thống', role: 'system', unitId: 'system', fields: [] };

/** The adapter of the national link acts as this. */
export const national: Actor = {
  ...{ id: 'national', name: 'Hệ thống quốc gia', role: 'national', unitId: 'national', fields: [] },
};

/** True for the two roles of an agency. */
export function isAgencyRole(role: Role): boolean {
  return role === 'agency-officer' || role === 'agency-leader';
}

/** True for those who read everything of every department. */
export function readsAll(role: Role): boolean {
  return !isAgencyRole(role);
}

/** The kind of unit to which a role belongs. */
export function kindOfRole(role: Role): Unit['kind'] {
  if (role === 'agency-officer' || role === 'agency-leader') return 'agency';
  return role === 'office-leader' || role === 'leader' ? 'leadership' : 'department';
}

/** An address for mail, in lower case. No line break can stand in it, so that it adds no header to a letter. */
export const email = v.pipe(
  v.string('Địa chỉ thư phải là chữ.'),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254, 'Địa chỉ thư dài tối đa 254 ký tự.'),
  v.regex(/^[^\s@<>(),;:"\\[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Địa chỉ thư chưa đúng, ví dụ nva@so.gov.vn.'),
);

const username = v.pipe(
  v.string('Tên đăng nhập phải là chữ.'),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'Tên đăng nhập gồm 2 đến 40 chữ thường, số, dấu chấm hoặc gạch.'),
);
const given = v.pipe(
  v.string('Hãy nhập mật khẩu.'),
  v.minLength(1, 'Hãy nhập mật khẩu.'),
  v.maxLength(200, 'Mật khẩu quá dài.'),
);
const newPassword = (least: number) =>
  v.pipe(
    v.string('Mật khẩu phải là chữ.'),
    v.minLength(least, `Mật khẩu cần ít nhất ${least} ký tự. Một câu dễ nhớ là tốt nhất.`),
    v.maxLength(200, 'Mật khẩu dài tối đa 200 ký tự.'),
  );

const typedName = v.pipe(
  v.string('Hãy nhập tên đăng nhập.'),
  v.trim(),
  v.toLowerCase(),
  v.minLength(1, 'Hãy nhập tên đăng nhập.'),
  v.maxLength(80, 'Tên đăng nhập quá dài.'),
);
const code = v.pipe(
  v.string('Mã xác thực phải là chữ.'),
  v.trim(),
  v.minLength(1, 'Hãy nhập mã.'),
  v.maxLength(40, 'Mã quá dài.'),
);
/** A new password; how long it must be depends on the settings and the second factor, and is asked in core. */
const nextPassword = newPassword(8);
const token = v.pipe(
  v.string('Liên kết không đúng.'),
  v.minLength(1),
  v.maxLength(200, 'Liên kết không đúng.'),
);

/** What a person types to sign in; `code` where a second factor is asked. */
export const signIn = v.strictObject({ username: typedName, password: given, code: v.optional(code) });

/** What a person sends of the own account. */
export const access = {
  unlock: v.strictObject({ password: given }),
  password: v.strictObject({ current: given, password: nextPassword }),
  confirm: v.strictObject({ current: given }),
  code: v.strictObject({ code }),
  ask: v.strictObject({
    username: typedName,
    kind: v.optional(v.picklist(['password', 'factor'], 'kind là password hoặc factor.'), 'password'),
  }),
  link: v.strictObject({ token }),
  use: v.strictObject({ token, password: v.optional(nextPassword), current: v.optional(given) }),
} as const;

/** What an administrator sends to add a person: without a password the person is invited by mail to set one. */
export const newPerson = v.pipe(
  v.strictObject({
    name: text('Họ và tên', 100),
    username,
    password: v.optional(nextPassword),
    email: v.optional(email),
    role: v.picklist(personRoles, 'Vai trò không có trong danh sách.'),
    unitId: id,
    fields: v.optional(v.pipe(v.array(id), v.maxLength(100)), []),
  }),
  v.forward(
    v.check(
      ({ password, email }) => Boolean(password || email),
      'Hãy ghi địa chỉ thư để mời, hoặc đặt mật khẩu ban đầu.',
    ),
    ['email'],
  ),
);

/** What an administrator sends to change a person: what is given replaces what was; `email: null` removes the address. */
export const personChange = v.pipe(
  v.strictObject({
    name: v.optional(text('Họ và tên', 100)),
    role: v.optional(v.picklist(personRoles, 'Vai trò không có trong danh sách.')),
    unitId: v.optional(id),
    fields: v.optional(v.pipe(v.array(id), v.maxLength(100))),
    email: v.optional(v.nullable(email)),
    disabled: v.optional(v.boolean()),
    chief: v.optional(v.boolean()),
  }),
  v.check((change) => Object.values(change).some((one) => one !== undefined), 'Chưa có gì để sửa.'),
);
export type PersonChange = v.InferOutput<typeof personChange>;

/** What the first visitor of an empty system sends. */
export const firstSetup = v.strictObject({
  province: text('Tên tỉnh', 100),
  name: text('Họ và tên', 100),
  username,
  password: newPassword(14),
});

/** What an administrator sends to hand over what a person follows: the fields, and where wanted role and account. */
export const duties = v.strictObject({
  to: id,
  role: v.optional(v.boolean()),
  disable: v.optional(v.boolean()),
});
export type Duties = v.InferOutput<typeof duties>;

/** Why an administrator takes somebody's second factor away. */
export const lost = v.strictObject({ reason: text('Lý do', 200) });
