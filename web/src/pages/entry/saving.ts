import type { Day } from '@tddh/domain/day';
import type { Fault } from '@tddh/domain/refusal';
import { createSignal } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { api } from '../../api.ts';
import { say, sayProblem } from '../../parts/toasts.ts';
import { Problem } from '../../problem.ts';
import { invalidate } from '../../queries.ts';
import { t } from '../../words/words.ts';
import type { useFaults } from './faults.ts';
import { type EntryForm, readForm } from './form.ts';
import { remember } from './keep.ts';
import type { SaidProps } from './said.tsx';
import type { useWorking } from './working.ts';

/** True where a document has what it needs to be assigned: a number and a day. */
export function isComplete({ number, issuedOn }: EntryForm): boolean {
  return number.trim() !== '' && !number.trim().startsWith('/') && issuedOn !== null;
}

/** Saves the document in work, as a draft or assigned at once, and says what became of it. */
export function useSaving(
  work: ReturnType<typeof useWorking>,
  faults: ReturnType<typeof useFaults>,
  page: {
    begin: () => void;
    say: (said: SaidProps) => void;
    /** Days that cannot be read, by their path. */
    badDays: () => Record<string, string | undefined>;
    /** True where the document stands already: then its link has the focus, and nothing is sent. */
    stopsAtKnown: () => boolean;
    today: Day;
  },
) {
  const [busy, setBusy] = createSignal(false);
  let sent = { body: '', key: '' };

  async function save(draft: boolean) {
    if (busy() || page.stopsAtKnown()) return;
    const bad = Object.entries(page.badDays()).flatMap(([path, message]) =>
      message ? [{ path, message }] : [],
    );
    const read = readForm(unwrap(work.form), draft || !isComplete(work.form), {
      dueMissing: t('entry.dueMissing'),
      tasksMissing: t('entry.tasksMissing'),
      today: page.today,
    });
    if ('secret' in read) {
      page.say({ secret: read.secret.message });
      return;
    }
    const wrong = [...bad, ...('faults' in read ? read.faults : [])];
    if ('faults' in read || wrong.length > 0) {
      page.say({ loose: wrong });
      faults.show(wrong.filter((fault, i) => wrong.findIndex((one) => one.path === fault.path) === i));
      return;
    }
    setBusy(true);
    const body = JSON.stringify(read.body);
    if (body !== sent.body) sent = { body, key: crypto.randomUUID() };
    try {
      done(await api.enter(read.body, sent.key));
    } catch (error) {
      if (error instanceof Problem) refused(error);
      else sayProblem(error);
    } finally {
      setBusy(false);
    }
  }
  function done({ document, assignments }: Awaited<ReturnType<typeof api.enter>>) {
    const { issuer, type, field, signer } = work.form;
    if (!work.paper()) remember({ issuer, type, field, signer });
    work.next();
    page.begin();
    const { id, number, status } = document;
    page.say({ saved: { id, number, n: assignments.length, status } });
    const words = { number: number ?? '', n: assignments.length };
    say(status === 'draft' ? t('entry.savedDraft') : t('entry.saved', words), 'good');
    void invalidate();
  }
  function refused(problem: Problem) {
    const errors: readonly Fault[] = problem.errors;
    if (problem.code === 'secret_document') page.say({ secret: problem.detail });
    else if (errors.length > 0) {
      page.say({ loose: errors, exists: problem.at('document') });
      faults.show(errors);
    } else sayProblem(problem);
  }
  return { busy, save };
}
