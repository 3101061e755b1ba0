import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';
import css from './bring.module.css';

/** What a text looks like when it is a document, or part of one, and no mere field's content. */
const official = /Kính\s+gửi|CỘNG\s+H[OÒ][ÀA]|Nơi\s+nhận|\n[^\n]+\n[^\n]+\n/u;

/** True where pasted words are a document to read, and not meant for the field that has the focus. */
function isDocument(text: string, target: EventTarget | null): boolean {
  const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!field) return text.trim().length > 20;
  return text.length > 300 && official.test(text);
}

/**
 * The ways in: paste anywhere on the page, drop files anywhere on it, or choose them. Rows of a sheet go to `table`.
 */
export function Bring(props: {
  text: (text: string) => void;
  files: (files: readonly File[]) => void;
  table: (text: string) => void;
  isTable: (text: string) => boolean;
  busy: string;
  small: boolean;
  children?: import('solid-js').JSX.Element;
}) {
  const [over, setOver] = createSignal(false);
  let chooser: HTMLInputElement | undefined;

  onMount(() => {
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data || document.querySelector('dialog[open]')) return;
      const text = data.getData('text/plain');
      if (data.files.length > 0 && !text) props.files([...data.files]);
      else if (props.isTable(text)) props.table(text);
      else if (isDocument(text, event.target)) props.text(text);
      else return;
      event.preventDefault();
    };
    let left: ReturnType<typeof setTimeout> | undefined;
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
      clearTimeout(left);
      left = setTimeout(() => setOver(false), 300);
    };
    const drop = (event: DragEvent) => {
      const files = event.dataTransfer?.files;
      if (!files?.length) return;
      event.preventDefault();
      setOver(false);
      props.files([...files]);
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', drag);
    document.addEventListener('drop', drop);
    onCleanup(() => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', drag);
      document.removeEventListener('drop', drop);
    });
  });

  return (
    <section
      class={css.bring}
      data-over={over() ? '' : undefined}
      data-small={props.small ? '' : undefined}
      data-screen
    >
      <FileUp size={20} aria-hidden="true" />
      <div class={css.words}>
        <p class={css.title} aria-live="polite">
          {props.busy ? t('bring.busy', { name: props.busy }) : t(over() ? 'bring.drop' : 'bring.title')}
        </p>
        <Show when={!props.small}>
          <p class={css.kinds}>{t('bring.kinds')}</p>
        </Show>
      </div>
      <div class={css.actions}>
        {props.children}
        <Button small={props.small} onClick={() => chooser?.click()}>
          {t('bring.choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept=".docx,.pdf,.txt,.xlsx,.edxml,.xml"
          aria-label={t('bring.choose')}
          onChange={(event) => {
            props.files([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}
