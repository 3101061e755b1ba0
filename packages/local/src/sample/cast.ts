import type { Actor } from '@tddh/domain/person';
import type { Cast } from './script.ts';

/** Who acts for whom, among people of the roles of contracts.md. @throws Error where somebody is missing */
export function castOf(people: readonly Actor[]): Cast {
  const known = new Map(people.map((p) => [`${p.role} ${p.unitId}`, p]));
  const leaders = people.filter((p) => p.role === 'office-leader');
  const of = (role: Actor['role'], unitId: string) => {
    const person = known.get(`${role} ${unitId}`);
    if (!person) throw new Error(`nobody is ${role} of ${unitId}`);
    return person;
  };
  const chairman = people.find((p) => p.role === 'leader');
  const [chief, deputy] = leaders;
  if (!chief || !deputy || !chairman) throw new Error('the leaders are missing');
  return {
    focal: (agencyId) => of('agency-officer', agencyId),
    head: (agencyId) => of('agency-leader', agencyId),
    officer: (departmentId) => of('officer', departmentId),
    departmentHead: (departmentId) => of('department-head', departmentId),
    ...{ chief, deputy, chairman },
  };
}
