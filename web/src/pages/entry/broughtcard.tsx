import X from 'lucide-solid/icons/x';
import { For } from 'solid-js';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/page.tsx';
import { RefusedFiles } from '../../parts/refusedfiles.tsx';
import { sizeText } from '../../parts/uploading.ts';
import { t } from '../../words/words.ts';
import css from './brought.module.css';
import type { Brought } from './form.ts';

/** The files that came in a package: those that become files of the document, and those that were not taken and why. */
export function BroughtCard(props: { of: Brought; change: (next: Brought) => void; leave: () => void }) {
  let list: HTMLUListElement | undefined;
  const lead = () => {
    const { name, sender } = props.of;
    return sender ? t('brought.from', { name, sender }) : t('brought.fromPackage', { name });
  };
  function drop(id: string, at: number) {
    props.change({ ...props.of, files: props.of.files.filter((file) => file.id !== id) });
    const buttons = list?.querySelectorAll('button');
    const next = buttons?.[Math.min(at, (buttons?.length ?? 0) - 1)];
    if (next) next.focus();
    else props.leave();
  }
  return (
    <Card title={t('brought.title', { n: props.of.files.length })} lead={lead()}>
      <ul class={css.list} ref={list}>
        <For each={props.of.files}>
          {(file, at) => (
            <li>
              <span class={css.name}>{file.name}</span>
              <small>{sizeText(file.size)}</small>
              <Button
                look="quiet"
                square
                small
                aria-label={t('file.remove', { name: file.name })}
                onClick={() => drop(file.id, at())}
              >
                <X size={16} />
              </Button>
            </li>
          )}
        </For>
      </ul>
      <RefusedFiles files={props.of.refused} />
    </Card>
  );
}
