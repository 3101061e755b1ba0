import { useNavigate } from '@solidjs/router';
import { keepPreviousData } from '@tanstack/solid-query';
import { fold, matches } from '@tddh/domain/text';
import Building from 'lucide-solid/icons/building';
import Search from 'lucide-solid/icons/search';
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { api, search } from '../api.ts';
import { useQuery } from '../query.ts';
import { useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { Mark } from './badge.tsx';
import { useCatalog } from './catalog.ts';
import { Dialog } from './dialog.tsx';
import { placesFor } from './nav.ts';
import css from './palette.module.css';

interface Found {
  group: string;
  text: string;
  note?: string;
  href: string;
  icon: () => JSX.Element;
}

/** Ctrl K: pages, units and assignments by a few letters, without accents. */
export function Palette(props: { close: () => void }) {
  const session = useSession();
  const catalog = useCatalog();
  const navigate = useNavigate();
  const [text, setText] = createSignal('');
  const [asked, setAsked] = createSignal('');
  const [marked, setMarked] = createSignal(0);

  createEffect(() => {
    const next = text().trim();
    setMarked(0);
    const timer = setTimeout(() => setAsked(next.length > 1 ? next : ''), 180);
    onCleanup(() => clearTimeout(timer));
  });
  const query = useQuery(() => ({
    queryKey: ['figures', 'assignments', 'palette', asked()],
    queryFn: () => api.assignments({ q: asked(), limit: 8 }),
    enabled: asked() !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  }));

  const found = createMemo((): Found[] => {
    const pages = placesFor(session).filter((place) => matches(fold(place.text), text()));
    const units = text().trim()
      ? catalog().units.filter(
          (unit) => unit.kind !== 'leadership' && matches(fold(`${unit.name} ${unit.short}`), text()),
        )
      : [];
    const assignments = asked() && query.isSuccess ? query.data.items : [];
    return [
      ...pages.map((place) => ({
        group: t('palette.pages'),
        text: place.text,
        href: place.href,
        icon: () => <Dynamic component={place.icon} size={16} />,
      })),
      ...units.slice(0, 6).map((unit) => ({
        group: t('palette.units'),
        text: unit.name,
        href: `/nhiem-vu${search(unit.kind === 'agency' ? { agency: unit.id } : { department: unit.id })}`,
        icon: () => <Building size={16} />,
      })),
      ...assignments.map((item) => ({
        group: t('palette.assignments'),
        text: item.content,
        note: [item.document.number, item.agency.name].filter(Boolean).join(' · '),
        href: `/nhiem-vu/${item.id}`,
        icon: () => <Mark state={item.state} />,
      })),
      ...(asked()
        ? [
            {
              group: t('palette.assignments'),
              text: t('palette.all', { text: asked() }),
              href: `/nhiem-vu${search({ q: asked() })}`,
              icon: () => <Search size={16} />,
            },
          ]
        : []),
    ];
  });

  function go(href: string | undefined) {
    if (!href) return;
    props.close();
    navigate(href);
  }
  function key(event: KeyboardEvent) {
    const count = found().length;
    if (event.key === 'ArrowDown') setMarked((marked() + 1) % Math.max(count, 1));
    else if (event.key === 'ArrowUp') setMarked((marked() + count - 1) % Math.max(count, 1));
    else if (event.key === 'Enter') go(found()[marked()]?.href);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog open bare place="top" title={t('palette.title')} close={props.close}>
      <div class={css.bar}>
        <Search size={18} aria-hidden="true" />
        <input
          autofocus
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded={true}
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={found().length > 0 ? `palette-${marked()}` : undefined}
          autocomplete="off"
          placeholder={t('palette.placeholder')}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={key}
        />
        <kbd>Esc</kbd>
      </div>
      <div id="palette-list" class={css.list} role="listbox" aria-label={t('palette.title')}>
        <For each={found()}>
          {(item, at) => (
            <>
              <Show when={found()[at() - 1]?.group !== item.group}>
                <p class={css.group} role="presentation">
                  {item.group}
                </p>
              </Show>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys of the list */}
              <div
                id={`palette-${at()}`}
                role="option"
                tabIndex={-1}
                class={css.option}
                aria-selected={at() === marked()}
                ref={(element) =>
                  createEffect(() => at() === marked() && element.scrollIntoView({ block: 'nearest' }))
                }
                onMouseMove={() => setMarked(at())}
                onClick={() => go(item.href)}
              >
                {item.icon()}
                <span>
                  {item.text}
                  <Show when={item.note}>
                    <small>{item.note}</small>
                  </Show>
                </span>
              </div>
            </>
          )}
        </For>
      </div>
      <Show when={found().length === 0}>
        <p class={css.none}>{t('palette.none', { text: text() })}</p>
      </Show>
      <p class={css.foot} aria-live="polite">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.move')} <kbd>Enter</kbd> {t('palette.go')}
        </span>
        <span>{query.isFetching ? t('palette.searching') : ''}</span>
      </p>
    </Dialog>
  );
}
