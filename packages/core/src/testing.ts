import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { FieldOfWork, Unit } from '@tddh/domain/agency';
import { standardTypes } from '@tddh/domain/agency';
import type { Actor, Role } from '@tddh/domain/person';
import { catalogRow } from './catalog.ts';
import { Db } from './db.ts';
import { type Desk, newId } from './desk.ts';
import { commitPerson } from './people.ts';
import type { Person } from './peoplerows.ts';
import { tableDefinition } from './table.ts';

/** A fresh table on a running engine, with units, fields and types: what tests stand on. They share nothing. */
export async function testDb(endpoint: string): Promise<Db> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const name = `t${randomBytes(6).toString('hex')}`;
  await client.send(new CreateTableCommand(tableDefinition(name)));
  const db = new Db(client, name, { sleep: async () => {}, random: () => 0.5 });
  const rows = [
    ...units.map((unit) => catalogRow(db, 'unit', unit.id, unit)),
    ...fields.map((field) => catalogRow(db, 'field', field.id, field)),
    ...standardTypes.map((type) => catalogRow(db, 'type', type.id, type)),
    catalogRow(db, 'office', 'office', { province: 'Thử', name: 'Văn phòng UBND tỉnh', since: '2023-01-01' }),
  ];
  await Promise.all(rows.map((row) => row.go()));
  return db;
}

/** Every row of a small table as it is stored, past all entities. */
export async function everyRow(db: Db): Promise<Record<string, unknown>[]> {
  const { Items = [], LastEvaluatedKey } = await db.client.send(new ScanCommand({ TableName: db.table }));
  if (LastEvaluatedKey) throw new Error('this table is not small');
  return Items;
}

const unit = (id: string, name: string, kind: Unit['kind'], ordinal: number, isOffice = false): Unit => ({
  ...{ id, name, short: name, kind, ordinal, isOffice },
});

/** Three agencies (one is the Office as a unit), two departments, two leaderships. */
export const units: readonly Unit[] = [
  unit('snv', 'Sở Nội vụ', 'agency', 1),
  unit('stc', 'Sở Tài chính', 'agency', 2),
  unit('vpubnd', 'Văn phòng UBND tỉnh', 'agency', 3, true),
  unit('tonghop', 'Phòng Tổng hợp', 'department', 4),
  unit('khoagiao', 'Phòng Khoa giáo - Văn xã', 'department', 5),
  unit('ldvp', 'Lãnh đạo Văn phòng', 'leadership', 6),
  unit('ldubnd', 'Lãnh đạo UBND tỉnh', 'leadership', 7),
];
export const fields: readonly FieldOfWork[] = [
  { id: 'noichinh', name: 'Nội chính', departmentId: 'tonghop' },
  { id: 'taichinh', name: 'Tài chính', departmentId: 'tonghop' },
  { id: 'giaoduc', name: 'Giáo dục', departmentId: 'khoagiao' },
];

const who = (id: string, role: Role, unitId: string): Actor => ({ id, name: id, role, unitId, fields: [] });

/** One actor for each part. */
export const actors = {
  officer: who('per_officer', 'officer', 'tonghop'),
  other: who('per_other', 'officer', 'khoagiao'),
  head: who('per_head', 'department-head', 'tonghop'),
  chief: who('per_chief', 'office-leader', 'ldvp'),
  leader: who('per_leader', 'leader', 'ldubnd'),
  admin: who('per_admin', 'admin', 'tonghop'),
  agency: who('per_agency', 'agency-officer', 'snv'),
  agencyHead: who('per_agencyhead', 'agency-leader', 'snv'),
  stranger: who('per_stranger', 'agency-officer', 'stc'),
} as const;

/** A desk on a frozen day. */
export function testDesk(db: Db, actor: Actor, today = '2023-06-15'): Desk {
  return { db, actor, today, now: new Date(`${today}T02:00:00Z`), newId };
}

let number = 0;
/** A document as an officer would enter it; each call has its own number. */
export function aDocument(over: Record<string, unknown> = {}) {
  number += 1;
  return {
    ...{ number: `${number}/UBND-TH`, issuedOn: '2023-06-12', issuer: 'UBND tỉnh', type: 'cv' },
    subject: 'Về việc rà soát công tác cải cách hành chính',
    tasks: [
      {
        content: 'Rà soát, báo cáo kết quả',
        leads: ['snv'],
        supports: [] as string[],
        dueOn: '2023-06-30' as string | null,
      },
    ],
    ...over,
  };
}

/** Stores an actor as a person with an account, and with whatever else a test needs of it. */
export function storeActor(db: Db, { id, name, role, unitId, fields }: Actor, more: Partial<Person> = {}) {
  const person = { id, name, role, unitId, fields, username: id.slice('per_'.length), passwordHash: 'x' };
  return commitPerson(db, { ...person, ...more }, []);
}
