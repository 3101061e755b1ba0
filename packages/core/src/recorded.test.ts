import { expect, inject, test } from 'vitest';
import { auditLog } from './audit.ts';
import { changeCalendar } from './calendar.ts';
import { commit } from './commit.ts';
import { handOverDuties } from './duties.ts';
import { handOverField } from './handover.ts';
import { movePeople } from './moving.ts';
import { addPerson } from './personadd.ts';
import { changePerson } from './personchange.ts';
import { personPut } from './personrow.ts';
import { changeSettings } from './settings.ts';
import { addUnit } from './setup.ts';
import { recordSuccession } from './successions.ts';
import { actors, testDb, testDesk } from './testing.ts';
import { changeField, changeUnit } from './units.ts';

test('every change of rights, units, settings and the calendar stands in the audit log, with what it was before', async () => {
  const db = await testDb(inject('endpoint'));
  const admin = testDesk(db, actors.admin, '2023-07-03');
  for (const who of ['officer', 'head', 'agency'] as const) {
    const person = { ...actors[who], username: who, passwordHash: 'x' };
    await commit(db, [personPut(db, person, undefined)]);
  }
  await changePerson(admin, 'per_officer', { fields: ['noichinh'], email: 'a@b.vn' });
  await changePerson(admin, 'per_officer', { disabled: true });
  await changePerson(admin, 'per_officer', { disabled: false });
  await handOverDuties(admin, 'per_officer', { to: 'per_head' });
  await changeUnit(admin, 'snv', { short: 'Nội vụ' });
  await changeField(admin, 'giaoduc', { name: 'Giáo dục' });
  await handOverField(admin, 'noichinh', 'khoagiao');
  await addUnit(admin, { name: 'Sở Dân tộc', kind: 'agency' });
  const { id } = await recordSuccession(admin, {
    ...{ kind: 'merge', on: '2023-07-01', basis: '18/NQ', from: ['snv'], to: ['stc'] },
  });
  await movePeople(admin, id, [{ id: 'per_agency' }]);
  await changeSettings(admin, { extensions: 2 });
  await changeCalendar(admin, { year: 2023, off: [{ on: '2023-07-04' }], working: [] });
  const password = 'mot-mat-khau-dai';
  const added = { name: 'Mới', username: 'moi', password, role: 'officer', unitId: 'tonghop' } as const;
  await addPerson(admin, { ...added, fields: [] });
  const { rows } = await auditLog(admin, { cursor: undefined, limit: 50 });
  const told = rows.reverse().map(({ act, subject, detail, actor }) => {
    expect(actor.id).toBe('per_admin');
    return [act, subject, detail];
  });
  expect(told).toEqual([
    ['person-changed', 'per_officer', 'fields - → noichinh; email - → a@b.vn'],
    ['person-changed', 'per_officer', 'disabled - → true'],
    ['person-changed', 'per_officer', 'disabled true → -'],
    ['handed-over', 'per_officer', '→ per_head: fields noichinh → - | fields - → noichinh'],
    ['unit-changed', 'snv', '{"short":"Nội vụ"}'],
    ['unit-changed', 'giaoduc', '{"name":"Giáo dục"}'],
    ['handed-over', 'noichinh', 'tonghop → khoagiao'],
    ['unit-changed', expect.stringMatching(/^unit_/), '+ Sở Dân tộc'],
    ['reorganised', 'snv', 'merge 2023-07-01 18/NQ: snv → stc'],
    ['person-changed', 'per_agency', 'unitId snv → stc'],
    ['settings-changed', undefined, 'extensions 1 → 2'],
    ['settings-changed', undefined, 'calendar 2023: 07-04'],
    ['person-added', expect.stringMatching(/^per_/), 'moi: officer tonghop'],
  ]);
});
