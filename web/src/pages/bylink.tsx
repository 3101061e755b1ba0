import { showDay } from '@tddh/domain/day';
import { readDay } from '@tddh/domain/dayinput';
import { createEffect, createSignal, Match, onMount, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Button, ButtonLink } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { Said } from '../parts/said.tsx';
import { type Opened, post } from '../post.ts';
import { Problem } from '../problem.ts';
import { t } from '../words/words.ts';
import css from './post.module.css';
import page from './signin.module.css';

/** A report by the link of a letter. The token stands behind `#`: it is read here and sent in bodies alone. */
export function ByLink() {
  const token = decodeURIComponent(location.hash.slice(1));
  const [opened, setOpened] = createSignal<Opened>();
  const [refused, setRefused] = createSignal<Problem>();
  const [done, setDone] = createSignal(false);
  createEffect(() => {
    document.title = `${t('byLink.title')} · ${t('app.name')}`;
  });
  onMount(() => {
    void post.open(token).then(setOpened, (error) => setRefused(problemOf(error)));
  });
  return (
    <Gate
      title={t(done() ? 'byLink.done' : 'byLink.title')}
      lead={t(done() ? 'byLink.doneHint' : 'byLink.lead')}
    >
      <Switch fallback={<p role="status">{t('byLink.opening')}</p>}>
        <Match when={done()}>
          <ButtonLink href="/dang-nhap">{t('byLink.signIn')}</ButtonLink>
        </Match>
        <Match when={refused()}>
          {(problem) => (
            <>
              <Said text={`${t('byLink.bad')}. ${problem().detail || t('error.offlineHint')}`} />
              <ButtonLink href="/dang-nhap">{t('byLink.signIn')}</ButtonLink>
            </>
          )}
        </Match>
        <Match when={opened()}>
          {(about) => (
            <>
              <Task about={about()} />
              <Form token={token} done={() => setDone(true)} refused={setRefused} />
            </>
          )}
        </Match>
      </Switch>
    </Gate>
  );
}

function Task(props: { about: Opened }) {
  const { document: paper } = props.about;
  return (
    <div class={css.task}>
      <p>{props.about.content}</p>
      <small>{t('byLink.document', { number: paper.number, day: showDay(paper.issuedOn) })}</small>
      <small>
        {props.about.dueOn ? t('byLink.due', { day: showDay(props.about.dueOn) }) : t('byLink.noDue')}
      </small>
      <Show when={props.about.cureOn}>
        {(cureOn) => <small>{t('byLink.cure', { day: showDay(cureOn()) })}</small>}
      </Show>
      <small>{t('byLink.by', { name: props.about.person.name, unit: props.about.agency.name })}</small>
    </div>
  );
}

function Form(props: { token: string; done: () => void; refused: (problem: Problem) => void }) {
  let form: HTMLFormElement | undefined;
  const [values, setValues] = createStore({ result: '', documentNumber: '', documentDate: '' });
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const [wrongDay, setWrongDay] = createSignal(false);
  const change = (name: keyof typeof values) => (value: string) => {
    setValues(name, value);
    setProblem(undefined);
    setWrongDay(false);
  };

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (busy()) return;
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const day = values.documentDate.trim() ? readDay(values.documentDate, today, 'past') : undefined;
    if (day && !('day' in day)) {
      setWrongDay(true);
      return focusFault();
    }
    setBusy(true);
    try {
      await post.report({
        ...{ token: props.token, result: values.result },
        ...(values.documentNumber.trim() ? { documentNumber: values.documentNumber } : {}),
        ...(day ? { documentDate: day.day } : {}),
      });
      props.done();
    } catch (error) {
      const said = problemOf(error);
      if (said.status === 410) props.refused(said);
      else setProblem(said);
      focusFault();
    } finally {
      setBusy(false);
    }
  }
  const focusFault = () =>
    queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());

  return (
    <form ref={form} novalidate onSubmit={(event) => void send(event)}>
      <Said text={problem()?.errors.length === 0 ? problem()?.detail || t('error.offlineHint') : undefined} />
      <TextArea
        label={t('byLink.result')}
        rows={4}
        autofocus
        value={values.result}
        change={change('result')}
        error={problem()?.at('result')}
      />
      <TextField
        label={t('byLink.number')}
        hint={t('byLink.numberHint')}
        value={values.documentNumber}
        change={change('documentNumber')}
        error={problem()?.at('documentNumber')}
      />
      <TextField
        label={t('byLink.date')}
        hint={t('byLink.dateHint')}
        inputmode="text"
        value={values.documentDate}
        change={change('documentDate')}
        error={wrongDay() ? t('byLink.dateWrong') : problem()?.at('documentDate')}
      />
      <Button look="primary" type="submit" class={page.submit} disabled={busy()}>
        {t('byLink.send')}
      </Button>
    </form>
  );
}

function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, {});
}
