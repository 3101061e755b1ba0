import { showDay } from '@tddh/domain/day';
import { periodOf } from '@tddh/domain/statistics';
import { Show } from 'solid-js';
import { search } from '../../api.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { useCatalog } from '../../parts/catalog.ts';
import { useSession } from '../../session.tsx';
import { t } from '../../words/words.ts';
import css from './number.module.css';
import { columnOf, isNumber, type Params } from './query.ts';

/** Says in words which number of which table the list stands behind. */
export function NumberLine(props: { params: Params; count: number; complete: boolean; leave: () => void }) {
  const session = useSession();
  const catalog = useCatalog();
  const what = () => {
    const column = columnOf(props.params);
    if (column) return t(`number.c${column as 1}`);
    return props.params.beside ? t(`number.${props.params.beside as 'paused'}`) : t('number.all');
  };
  const parts = () => {
    const { params } = props;
    if (params.snapshot) return t('number.frozen');
    const period = periodOf(params as object, session.today);
    if (!period) return '';
    const { units, fields } = catalog();
    const unit = units.find((one) => one.id === (params.agency ?? params.department));
    const field = fields.find((one) => one.id === params.field);
    return [
      unit?.name ?? field?.name ?? params.signer ?? t('number.every'),
      t(`number.${period.basis}`, { from: showDay(period.from), to: showDay(period.to) }),
      t('number.asOf', { day: showDay(period.asOf) }),
      t(`number.${period.clock}`),
      t(period.scope === 'carried' ? 'number.withCarried' : 'number.new'),
    ].join(' · ');
  };
  const table = () => {
    const { from, to, asOf, clock, basis, scope, units, snapshot } = props.params;
    if (snapshot) return `/chot-so-lieu/${snapshot}`;
    return `/${search({ from, to, asOf, clock, basis, scope, units })}`;
  };
  return (
    <Show when={isNumber(props.params)}>
      <section class={css.number} aria-label={t('number.label')}>
        <strong class={css.count}>{props.complete ? props.count.toLocaleString('vi-VN') : '…'}</strong>
        <p class={css.text}>
          <b>{what()}</b>
          <span>{parts()}</span>
        </p>
        <span class={css.ways} data-screen>
          <ButtonLink small href={table()}>
            {t('number.back')}
          </ButtonLink>
          <Button small look="quiet" onClick={() => props.leave()}>
            {t('number.leave')}
          </Button>
        </span>
      </section>
    </Show>
  );
}
