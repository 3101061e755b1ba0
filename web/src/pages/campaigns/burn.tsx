import { type Day, daysBetween, later, showDay } from '@tddh/domain/day';
import type { CampaignDetail } from '../../campaigns.ts';
import { t } from '../../words/words.ts';
import css from './burn.module.css';

const width = 560;
const height = 220;
const edge = { left: 40, right: 12, top: 12, bottom: 28 };

/** How many are still open, day by day, against an even way to the goal. */
export function Burn(props: {
  campaign: CampaignDetail['campaign'];
  progress: CampaignDetail['progress'];
  today: Day;
}) {
  const from = () => props.progress.line[0]?.on ?? props.campaign.startedOn;
  const to = () => later(props.campaign.goalOn, props.today);
  const x = (on: Day) =>
    edge.left +
    ((width - edge.left - edge.right) * daysBetween(from(), on)) / Math.max(1, daysBetween(from(), to()));
  const y = (open: number) =>
    edge.top + (height - edge.top - edge.bottom) * (1 - open / Math.max(1, props.progress.total));
  /** Open stays as it was until the day on which it changes: steps. */
  const path = () =>
    props.progress.line
      .map(({ on, open }, i) =>
        i === 0 ? `M${x(on)} ${y(open)}` : `H${x(on).toFixed(1)}V${y(open).toFixed(1)}`,
      )
      .join('');
  const last = () => props.progress.line.at(-1)!;
  return (
    <figure class={css.burn}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('campaign.burnSays', { n: last().open, day: showDay(last().on) })}
      >
        <line class={css.axis} x1={edge.left} x2={width - edge.right} y1={y(0)} y2={y(0)} />
        <line class={css.axis} x1={edge.left} x2={edge.left} y1={edge.top} y2={y(0)} />
        <line
          class={css.even}
          x1={x(from())}
          y1={y(props.progress.total)}
          x2={x(props.campaign.goalOn)}
          y2={y(0)}
        />
        <path class={css.line} d={path()} />
        <circle class={css.now} cx={x(last().on)} cy={y(last().open)} r="4" />
        <text class={css.text} x={edge.left - 6} y={y(props.progress.total) + 4} text-anchor="end">
          {props.progress.total}
        </text>
        <text class={css.text} x={edge.left - 6} y={y(0) + 4} text-anchor="end">
          0
        </text>
        <text class={css.text} x={edge.left} y={height - 8}>
          {showDay(props.campaign.startedOn)}
        </text>
        <text class={css.text} x={width - edge.right} y={height - 8} text-anchor="end">
          {showDay(to())}
        </text>
      </svg>
      <figcaption>{t('campaign.burnLegend')}</figcaption>
    </figure>
  );
}
