import type { Session } from './shapes.ts';

/** What a person opens first (design.md): officers the queue, agencies their work, leaders the figures. */
export function homeOf(role: Session['person']['role']): string {
  if (role === 'officer' || role === 'department-head') return '/cho-xac-nhan';
  return role.startsWith('agency-') ? '/nhiem-vu' : '/';
}
