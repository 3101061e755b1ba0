import type { personRoles } from '@tddh/domain/person';

/** The kind of unit to which a role belongs. */
export function kindOfRole(role: (typeof personRoles)[number]): 'agency' | 'department' | 'leadership' {
  if (role === 'agency-officer' || role === 'agency-leader') return 'agency';
  return role === 'office-leader' || role === 'leader' ? 'leadership' : 'department';
}
