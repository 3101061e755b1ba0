import { personRoles } from '@tddh/domain/person';
import { For } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import css from './roles.module.css';

/** An account of the sample for each role; their password is no secret (README.md). */
const accounts: Record<(typeof personRoles)[number], string> = {
  ...{ officer: 'khoagiao', 'department-head': 'truongphong02', 'office-leader': 'chanhvp' },
  ...{ 'agency-officer': 'donvi16', 'agency-leader': 'lanhdao16', leader: 'chutich', admin: 'hcqt' },
};
const password = 'theo-doi-dieu-hanh';

/** The sign-in page of the training mode: a press on a role is enough. */
export function TrainingRoles(props: { enter: (username: string, password: string) => void; busy: boolean }) {
  return (
    <section class={css.roles} aria-labelledby="training-roles">
      <h2 id="training-roles">{t('training.roles')}</h2>
      <p>{t('training.rolesLead')}</p>
      <ul>
        <For each={personRoles}>
          {(role) => (
            <li>
              <Button
                disabled={props.busy}
                aria-label={t('training.enter', { role: t(`role.${role}`) })}
                onClick={() => props.enter(accounts[role], password)}
              >
                {t(`role.${role}`)}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
