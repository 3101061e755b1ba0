import { showDay } from '@tddh/domain/day';
import { laterThanNational } from '@tddh/domain/nationaldue';
import type { Verb } from '@tddh/domain/verbs';
import Check from 'lucide-solid/icons/check';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Undo2 from 'lucide-solid/icons/undo-2';
import { createEffect, createSignal, For, on, Show } from 'solid-js';
import look from '../../parts/button.module.css';
import { Button } from '../../parts/button.tsx';
import { confirmOne, decided } from '../../parts/deciding.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Hints } from '../../parts/hints.tsx';
import { useKeys } from '../../parts/keys.ts';
import { useMedia } from '../../parts/media.ts';
import { Menu } from '../../parts/menu.tsx';
import { Card } from '../../parts/page.tsx';
import { say, withUndo } from '../../parts/toasts.ts';
import type { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import { isAgency, useSession } from '../../session.tsx';
import type { AssignmentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import { ReturnForm } from '../queue/return.tsx';
import css from './actions.module.css';
import { buttonsOf, danger, gentle } from './buttons.ts';
import { clearDraft, draftOf } from './draft.ts';
import { disputed, forms, onPaper, type Values } from './forms.ts';
import { VerbForm } from './verbform.tsx';

/** What this person may do now: the main ones as buttons, the others in a menu, each with its small form. */
export function Actions(props: {
  detail: AssignmentDetail;
  /** The question that is being answered, and how that ends. */
  question: string | undefined;
  answered: () => void;
}) {
  const session = useSession();
  const phone = useMedia('(max-width: 900px)');
  const [open, setOpen] = createSignal<Verb>();
  const [held, setHeld] = createSignal<{ verb: Verb; send: () => void }>();
  const main = () => buttonsOf(session.person.role);
  const item = () => props.detail.assignment;
  const taken = () => decided(item());
  const may = (verb: Verb) => !taken() && verb !== held()?.verb && props.detail.actions.includes(verb);
  const paper = () => !isAgency(session) && session.person.unit.id !== item().agency.id;
  /** An agency's report form stands open: it is what the page is for. */
  const inline = () => may('report') && !paper() && !phone();
  const mains = () => main().filter((verb) => may(verb) && !(verb === 'report' && inline()));
  /** A phone has room for two beside the menu, in a bar within reach of the thumb. */
  const buttons = () => (phone() ? mains().slice(0, 2) : mains());
  const others = () => [
    ...mains().slice(buttons().length),
    ...props.detail.actions.filter((verb) => !main().includes(verb) && verb !== 'answer' && may(verb)),
  ];
  const some = () => buttons().length + others().length > 0;
  /** On a phone the bar is all there is, unless something must be told. */
  const bare = () => phone() && some() && !item().transfer && item().role === 'lead';
  const before = (): Values => ({
    'fields.content': item().content,
    'fields.dueOn': item().dueOn,
    'fields.field': item().field,
    'fields.signer': item().signer ?? '',
  });

  const start = (verb: Verb) => {
    held()?.send();
    if (verb === 'confirm') return confirmOne(item());
    if (verb === 'accept') return holdBack(verb, {});
    setOpen(verb);
  };
  createEffect(
    on(
      () => props.question,
      (question) => question && setOpen('answer'),
    ),
  );
  const shut = () => {
    setOpen(undefined);
    props.answered();
  };
  /** Sends a verb after 8 seconds in which it can be taken back; then its form stands again as it was. */
  function holdBack(verb: Verb, body: object) {
    shut();
    const draft = draftOf(session, verb, item().id);
    const over = () => setHeld(undefined);
    const { send } = withUndo({
      text: t('life.done', { what: name(verb) }),
      request: { method: 'POST', path: `/api/assignments/${item().id}/${verb}`, body },
      undone: () => {
        over();
        if (verb !== 'accept') setOpen(verb);
      },
      sent: () => {
        over();
        clearDraft(draft);
      },
    });
    setHeld({ verb, send });
  }
  const holdOf = (verb: Verb) => (gentle.includes(verb) ? (body: object) => holdBack(verb, body) : undefined);
  /** A due day after the national one is told of before it is sent. */
  const warnOf = (path: string, value: Values[string] | undefined) => {
    const day = props.detail.national?.dueOn;
    const asked = (path === 'dueOn' || path === 'fields.dueOn') && value !== undefined && value !== '';
    return day && asked && laterThanNational(value as string | null, day)
      ? t('life.nationalLate', { day: showDay(day) })
      : undefined;
  };
  const alsoOf = (verb: Verb) =>
    verb === 'answer' && props.question ? { question: props.question } : undefined;
  const asks = (verb: Verb) => {
    if (verb === 'report' && paper()) return onPaper;
    return verb === 'ask' && item().state === 'overdue' && isAgency(session) ? disputed : forms[verb];
  };
  const press = (verb: Verb) => () => may(verb) && start(verb);
  let card: HTMLDivElement | undefined;
  const find = (selector: string) => card?.querySelector<HTMLElement>(selector);
  useKeys({
    ...{ c: press('confirm'), r: press('return'), t: press('note'), h: press('ask'), d: press('direct') },
    e: press('correct'),
    b: () => (inline() ? find('textarea')?.focus() : press('report')()),
    a: () => may('answer') && setOpen('answer'),
    m: () => {
      find('[aria-haspopup]')?.click();
      find('[aria-haspopup]')?.focus();
    },
  });
  const keys = () =>
    (
      [
        ['report', 'B', 'life.keyReport'],
        ['direct', 'D', 'life.keyDirect'],
        ['correct', 'E', 'life.keyCorrect'],
        ['note', 'T', 'life.keyNote'],
        ['ask', 'H', 'life.keyAsk'],
        ['answer', 'A', 'life.keyAnswer'],
      ] as const
    ).filter(([verb]) => may(verb));
  const done = async (verb: Verb) => {
    shut();
    await invalidate();
    say(t('one.saved', { what: t(`verb.${verb}`) }), 'good');
  };
  const outdated = (problem: Problem) => {
    shut();
    say(problem.detail || problem.title || t('one.changed'), 'bad');
    void invalidate();
  };
  const name = (verb: Verb) => {
    if (verb === 'report' && paper()) return t('one.reportPaper');
    return asks(verb) === disputed ? t('life.askOrDispute') : t(`verb.${verb}`);
  };

  return (
    <Card title={bare() ? undefined : t('one.actions')} class={bare() ? css.bare : ''}>
      <div ref={card} class={css.actions}>
        <Show when={item().role === 'support' && isAgency(session)}>
          <p class={css.note}>{t('life.supportOnly')}</p>
        </Show>
        <Show when={item().transfer}>
          {(asked) => (
            <p class={css.note}>
              {t('one.transferAsked', { name: asked().to.name, reason: asked().reason })}
            </p>
          )}
        </Show>
        <Show when={some() || inline()} fallback={<p class={css.none}>{t('one.noActions')}</p>}>
          <Show when={inline()}>
            <h3 class={css.title}>{t('one.reportMine')}</h3>
            <VerbForm
              id={item().id}
              revision={item().revision}
              verb="report"
              asks={forms.report}
              draft={draftOf(session, 'report', item().id)}
              button={t('verb.report')}
              done={() => void done('report')}
              outdated={outdated}
            />
          </Show>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand at the bottom of the window */}
          <div
            class={css.buttons}
            role="group"
            aria-label={t('mine.bar')}
            data-bar={phone() ? '' : undefined}
          >
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
                            {name(verb)}
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
        <Show when={keys().length > 0 && !phone()}>
          <Hints
            label={t('nav.keys')}
            keys={[
              ...keys().map(([, key, word]) => [key, t(word)] as const),
              ...(others().length > 0 ? [['M', t('life.keyMore')] as const] : []),
            ]}
          />
        </Show>
      </div>
      <Dialog open={open() !== undefined} title={open() ? name(open()!) : ''} close={shut}>
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
                asks={asks(verb)}
                before={verb === 'correct' ? before() : undefined}
                draft={draftOf(session, verb, item().id)}
                hold={holdOf(verb)}
                also={alsoOf(verb)}
                warn={warnOf}
                button={name(verb)}
                danger={danger.includes(verb)}
                cancel={shut}
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
