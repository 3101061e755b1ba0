import RotateCw from 'lucide-solid/icons/rotate-cw';
import X from 'lucide-solid/icons/x';
import { Show } from 'solid-js';
import { t } from '../words/words.ts';
import { Button } from './button.tsx';
import css from './upload.module.css';
import { sizeText } from './uploading.ts';

/** A file on its way, or one that was not taken. */
export interface OneUpload {
  key: number;
  file: File;
  /** From 0 to 1. */
  part: number;
  stop: AbortController;
  /** Why it was not taken, and whether trying again can help. */
  failure?: string;
  again?: boolean;
}

/** One file of the list: its name, its size or its progress, its refusal; a way to send it again and to take it out. */
export function UploadLine(props: {
  name: string;
  size: number;
  sending?: OneUpload;
  remove: () => void;
  again?: () => void;
}) {
  const failure = () => props.sending?.failure;
  const moving = () => props.sending && failure() === undefined;
  return (
    <li class={css.line} data-failed={failure() === undefined ? undefined : ''}>
      <span class={css.name}>{props.name}</span>
      <span class={css.size}>
        {moving() && (props.sending?.part ?? 0) >= 1 ? t('file.checking') : sizeText(props.size)}
      </span>
      <Show when={props.sending?.again && failure() !== undefined}>
        <Button
          look="quiet"
          square
          small
          aria-label={t('file.retry', { name: props.name })}
          onClick={() => props.again?.()}
        >
          <RotateCw size={16} />
        </Button>
      </Show>
      <Button
        look="quiet"
        square
        small
        aria-label={t('file.remove', { name: props.name })}
        onClick={() => props.remove()}
      >
        <X size={16} />
      </Button>
      <Show when={moving()}>
        <progress
          class={css.progress}
          max={1}
          value={props.sending?.part ?? 0}
          aria-label={t('file.sending', { name: props.name })}
        />
      </Show>
      <Show when={failure()}>
        <span class={css.failure}>{failure()}</span>
      </Show>
    </li>
  );
}
