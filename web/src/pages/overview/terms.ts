import { showDay } from '@tddh/domain/day';
import type { StatisticsTerms } from '../../statistics.ts';
import { t } from '../../words/words.ts';

/** One line that names period, basis, scope, clock and as-of day, on screen and on paper. */
export function sayTerms(of: StatisticsTerms, both = false): string {
  const line = [
    t('overview.period', { from: showDay(of.period.from), to: showDay(of.period.to) }),
    t(of.basis === 'assigned' ? 'overview.basisAssigned' : 'overview.basisIssued'),
    t(of.scope === 'new' ? 'overview.scopeNew' : 'overview.scopeCarried'),
    both
      ? t('overview.termBoth')
      : t(of.clock === 'report' ? 'overview.termReport' : 'overview.termConfirmation'),
    t('overview.asOf', { day: showDay(of.asOf) }),
  ].join(' · ');
  return line[0]?.toUpperCase() + line.slice(1);
}
