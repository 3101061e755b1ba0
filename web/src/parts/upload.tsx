import { acceptedEndings, type FileSeen, mostFiles } from '@tddh/domain/file';
import Paperclip from 'lucide-solid/icons/paperclip';
import { createEffect, createSignal, createUniqueId, For, on, onCleanup, onMount, Show } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import field from './field.module.css';
import css from './upload.module.css';
import { NotTaken, upload } from './uploading.ts';
import { type OneUpload, UploadLine } from './uploadline.tsx';

/**
 * Files to send with a form: chosen, dropped or pasted, each with its progress, its refusal, and a way to take it out.
 * @param change the files that were taken; and what the form must wait for, in words
 */
export function Upload(props: {
  value: readonly FileSeen[];
  change: (files: readonly FileSeen[], waits?: string) => void;
  error?: string;
  /** One of several answers of which one is owed: not called optional. */
  owed?: boolean;
}) {
  const id = createUniqueId();
  const [ways, setWays] = createStore<OneUpload[]>([]);
  const [over, setOver] = createSignal(false);
  const [said, setSaid] = createSignal('');
  let input: HTMLInputElement | undefined;
  let button: HTMLButtonElement | undefined;
  let last = 0;

  const waits = () => {
    if (ways.some((one) => one.failure === undefined)) return t('file.waits');
    return ways.length > 0 ? t('file.bad') : undefined;
  };
  const tell = (files: readonly FileSeen[]) => props.change(files, waits());
  createEffect(on(waits, () => tell(props.value), { defer: true }));
  onCleanup(() => {
    for (const one of ways) one.stop.abort();
  });

  function take(list: Iterable<File>) {
    for (const file of list) {
      if (props.value.length + ways.length >= mostFiles) {
        setSaid(t('file.most', { n: mostFiles }));
        return;
      }
      const known = [...props.value, ...ways.map((one) => one.file)];
      if (known.some((one) => one.name === file.name && one.size === file.size)) {
        setSaid(t('file.same', { name: file.name }));
        continue;
      }
      last += 1;
      send({ key: last, file, part: 0, stop: new AbortController() });
    }
  }
  function send(one: OneUpload) {
    const { key } = one;
    setWays(produce((all) => void all.push(one)));
    const set = (change: Partial<OneUpload>) => setWays((other) => other.key === key, change);
    const drop = () => setWays((all) => all.filter((other) => other.key !== key));
    upload(one.file, (part) => set({ part }), one.stop.signal).then(
      (file) => {
        if (one.stop.signal.aborted) return;
        drop();
        tell([...props.value, file]);
        setSaid(t('file.sent', { name: file.name }));
      },
      (error: unknown) => {
        if (one.stop.signal.aborted) return;
        const known = error instanceof NotTaken ? error : new NotTaken(t('file.failed'), true);
        set({ failure: known.message, again: known.again });
        setSaid(`${one.file.name}: ${known.message}`);
      },
    );
  }
  function leave(name: string) {
    setSaid(t('file.removed', { name }));
    button?.focus();
  }
  function stop(one: OneUpload) {
    one.stop.abort();
    setWays((all) => all.filter((other) => other.key !== one.key));
    leave(one.file.name);
  }
  function again(one: OneUpload) {
    setWays((all) => all.filter((other) => other.key !== one.key));
    send({ key: one.key, file: one.file, part: 0, stop: new AbortController() });
    button?.focus();
  }
  onMount(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      // A form behind a dialog takes nothing.
      const dialog = document.querySelector('dialog[open]');
      if (!files?.length || (dialog && input && !dialog.contains(input))) return;
      event.preventDefault();
      take(files);
    };
    document.addEventListener('paste', paste);
    onCleanup(() => document.removeEventListener('paste', paste));
  });

  return (
    <div class={field.field}>
      <span class={field.label} id={`${id}-label`}>
        {t('file.label')}
        <Show when={!props.owed}>
          <span class={field.optional}>{t('act.optional')}</span>
        </Show>
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be dropped on in every browser */}
      <div
        role="group"
        class={css.zone}
        data-over={over() ? '' : undefined}
        aria-labelledby={`${id}-label`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files ?? []);
        }}
      >
        <div class={css.ways}>
          <Button
            small
            ref={(element: HTMLButtonElement) => {
              button = element;
            }}
            aria-describedby={`${id}-hint`}
            aria-invalid={props.error ? true : undefined}
            onClick={() => input?.click()}
          >
            <Paperclip size={16} />
            {t('file.choose')}
          </Button>
          <span class={css.drop}>{t('file.drop')}</span>
        </div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={acceptedEndings}
          aria-label={t('file.choose')}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <Show when={props.value.length + ways.length > 0}>
          <ul class={css.list} aria-label={t('file.list')}>
            <For each={props.value}>
              {(file) => (
                <UploadLine
                  name={file.name}
                  size={file.size}
                  remove={() => {
                    tell(props.value.filter((other) => other.id !== file.id));
                    leave(file.name);
                  }}
                />
              )}
            </For>
            <For each={ways}>
              {(one) => (
                <UploadLine
                  name={one.file.name}
                  size={one.file.size}
                  sending={one}
                  remove={() => stop(one)}
                  again={() => again(one)}
                />
              )}
            </For>
          </ul>
        </Show>
      </div>
      <p id={`${id}-hint`} class={field.hint} data-error={props.error ? '' : undefined}>
        {props.error ?? t('file.hint')}
      </p>
      <p data-hidden="" role="status">
        {said()}
      </p>
    </div>
  );
}
