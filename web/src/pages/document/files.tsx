import type { FileOrigin } from '@tddh/domain/file';
import { For, Show } from 'solid-js';
import { FileList } from '../../parts/filelist.tsx';
import { Card } from '../../parts/page.tsx';
import { RefusedFiles } from '../../parts/refusedfiles.tsx';
import type { DocumentDetail } from '../../shapes.ts';
import { t } from '../../words/words.ts';
import css from '../document.module.css';

/** The files that came with a document, by the packages in which they came; and those that were not taken, and why. */
export function DocumentFiles(props: { detail: DocumentDetail }) {
  const files = () => props.detail.files;
  const refused = () => props.detail.document.refusedFiles ?? [];
  const ways = () => [...new Set(files().map((file) => whence(file.origin)))];
  const of = (way: string) => files().filter((file) => whence(file.origin) === way);
  return (
    <Show when={files().length + refused().length > 0}>
      <Card title={t('brought.title', { n: files().length })}>
        <For each={ways()}>
          {(way) => (
            <div class={css.brought}>
              <p>{way}</p>
              <FileList ids={of(way).map(({ id }) => id)} files={files()} />
            </div>
          )}
        </For>
        <RefusedFiles files={refused()} />
      </Card>
    </Show>
  );
}

function whence(origin: FileOrigin | undefined): string {
  if (!origin) return '';
  const { way, name, sender } = origin;
  return sender ? t(`brought.${way}`, { name, sender }) : t(`brought.${way}Bare`, { name });
}
