import type { Verb } from '@tddh/domain/verbs';
import Check from 'lucide-solid/icons/check';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Undo2 from 'lucide-solid/icons/undo-2';
import { createSignal, For, Show } from 'solid-js';
import look from '../../parts/button.module.css';
import { Button } from '../../parts/button.tsx';
import { confirmOne, decided } from '../../parts/deciding.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Menu } from '../../parts/menu.tsx';
import { Card } from '../../parts/page.tsx';
import { say } from '../../parts/toasts.ts';
import type { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import { isAgency, useSession } from '../../session.tsx';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { ReturnForm } from '../queue/return.tsx';
import css from './actions.module.css';
import { forms, onPaper, type Values } from './forms.ts';
import { VerbForm } from './verbform.tsx';

/** What stands as a button of its own, where this person may do it now; the rest is in the menu. */
const main: readonly Verb[] = [
  'confirm',
  'return',
  'report',
  'accept',
  'grant',
  'refuse',
  'transfer-decide',
  'withdraw',
  'answer',
];
const danger: readonly Verb[] = ['cancel', 'recall'];

/** What this person may do now: the main ones as buttons, the others in a menu, each with its small form. */
export function Actions(props: { detail: AssignmentDetail }) {
  const session = useSession();
  const [open, setOpen] = createSignal<Verb>();
  const item = () => props.detail.assignment;
  const taken = () => decided(item());
  const may = (verb: Verb) => !taken() && props.detail.actions.includes(verb);
  const paper = () => !isAgency(session) && session.person.unit.id !== item().agency.id;
  /** An agency's report form stands open: it is what the page is for. */
  const inline = () => may('report') && !paper();
  const buttons = () => main.filter((verb) => may(verb) && !(verb === 'report' && inline()));
  const others = () => props.detail.actions.filter((verb) => !main.includes(verb) && !taken());
  const before = (): Values => ({
    'fields.content': item().content,
    'fields.dueOn': item().dueOn,
    'fields.field': item().field,
    'fields.signer': item().signer ?? '',
  });

  const start = (verb: Verb) => (verb === 'confirm' ? confirmOne(item()) : setOpen(verb));
  const press = (verb: Verb) => () => may(verb) && start(verb);
  useKeys({ c: press('confirm'), r: press('return') });
  const done = async (verb: Verb) => {
    setOpen(undefined);
    await invalidate();
    say(t('one.saved', { what: t(`verb.${verb}`) }), 'good');
  };
  const outdated = (problem: Problem) => {
    setOpen(undefined);
    say(problem.detail || problem.title || t('one.changed'), 'bad');
    void invalidate();
  };
  const name = (verb: Verb) => (verb === 'report' && paper() ? t('one.reportPaper') : t(`verb.${verb}`));

  return (
    <Card title={t('one.actions')}>
      <Show when={item().transfer}>
        {(asked) => (
          <p class={css.note}>{t('one.transferAsked', { name: asked().to.name, reason: asked().reason })}</p>
        )}
      </Show>
      <Show
        when={buttons().length + others().length > 0 || inline()}
        fallback={<p class={css.none}>{t('one.noActions')}</p>}
      >
        <Show when={inline()}>
          <h3 class={css.title}>{t('one.reportMine')}</h3>
          <VerbForm
            id={item().id}
            revision={item().revision}
            verb="report"
            asks={forms.report}
            draft={`report.${item().id}`}
            button={t('verb.report')}
            done={() => void done('report')}
            outdated={outdated}
          />
        </Show>
        <div class={css.buttons}>
          <For each={buttons()}>
            {(verb, index) => (
              <Button look={index() === 0 && !inline() ? 'primary' : 'plain'} onClick={() => start(verb)}>
                <Show when={verb === 'confirm'}>
                  <Check size={16} />
                </Show>
                <Show when={verb === 'return'}>
                  <Undo2 size={16} />
                </Show>
                {name(verb)}
              </Button>
            )}
          </For>
          <Show when={others().length > 0}>
            <Menu
              label={t('one.other')}
              class={`${look.button} ${look.plain}`}
              align="left"
              button={
                <>
                  <Ellipsis size={16} />
                  {t('one.other')}
                </>
              }
            >
              {(close) => (
                <ul class={css.menu}>
                  <For each={others()}>
                    {(verb) => (
                      <li>
                        <button
                          type="button"
                          onClick={() => {
                            close();
                            start(verb);
                          }}
                        >
                          {t(`verb.${verb}`)}
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              )}
            </Menu>
          </Show>
        </div>
      </Show>
      <Dialog
        open={open() !== undefined}
        title={open() ? name(open()!) : ''}
        close={() => setOpen(undefined)}
      >
        <Show when={open()} keyed>
          {(verb) => (
            <Show
              when={verb !== 'return'}
              fallback={
                <ReturnForm
                  items={[item()]}
                  cancel={() => setOpen(undefined)}
                  sent={() => setOpen(undefined)}
                />
              }
            >
              <VerbForm
                id={item().id}
                revision={item().revision}
                verb={verb}
                asks={verb === 'report' ? onPaper : forms[verb]}
                before={verb === 'correct' ? before() : undefined}
                draft={verb === 'report' ? `paper.${item().id}` : undefined}
                button={name(verb)}
                danger={danger.includes(verb)}
                cancel={() => setOpen(undefined)}
                done={() => void done(verb)}
                outdated={outdated}
                focus
              />
            </Show>
          )}
        </Show>
      </Dialog>
    </Card>
  );
}
