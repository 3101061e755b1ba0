import { For } from 'solid-js';
import { t } from '../../words/words.ts';
import css from './chart.module.css';
import { leaves } from './figures.ts';

/** What the colours and patterns of the chart mean. */
export function Legend() {
  return (
    <ul class={css.legend}>
      <For each={leaves}>
        {(leaf) => (
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <rect width="14" height="14" rx="3" style={{ fill: `var(--leaf-${leaf})` }} />
              <rect width="14" height="14" rx="3" fill={`url(#leaf-${leaf})`} />
            </svg>
            {t(`chart.leaf${leaf}`)}
          </li>
        )}
      </For>
    </ul>
  );
}

/** Patterns over the colours, so that no reader depends on colour alone. */
export function Patterns() {
  return (
    <svg class={css.patterns} width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="leaf-14" width="8" height="8" patternUnits="userSpaceOnUse" />
        <pattern id="leaf-9" width="8" height="8" patternUnits="userSpaceOnUse" />
        <pattern id="leaf-5" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.1" />
        </pattern>
        <pattern id="leaf-3" width="5" height="6" patternUnits="userSpaceOnUse">
          <circle cx="1.5" cy="3" r="0.9" />
        </pattern>
        <pattern
          id="leaf-16"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width="2" height="6" />
        </pattern>
        <pattern
          id="leaf-11"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.6" height="5" />
        </pattern>
      </defs>
    </svg>
  );
}
