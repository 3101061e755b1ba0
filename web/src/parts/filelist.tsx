import type { FileSeen } from '@tddh/domain/file';
import Download from 'lucide-solid/icons/download';
import { For, Show } from 'solid-js';
import { t } from '../words/words.ts';
import css from './upload.module.css';
import { sizeText } from './uploading.ts';

/** Files that were sent along, each a link that downloads it: the API answers with a link of the store that ends soon. */
export function FileList(props: { ids: readonly string[] | undefined; files: readonly FileSeen[] }) {
  const found = () => (props.ids ?? []).flatMap((id) => props.files.find((file) => file.id === id) ?? []);
  return (
    <Show when={found().length > 0}>
      <ul class={css.files} aria-label={t('file.label')}>
        <For each={found()}>
          {(file) => (
            <li>
              <a
                class={css.file}
                href={`/api/files/${file.id}`}
                rel="external"
                download={file.name}
                aria-label={t('file.download', { name: file.name, size: sizeText(file.size) })}
              >
                <Download size={16} />
                {file.name}
                <small>{sizeText(file.size)}</small>
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
