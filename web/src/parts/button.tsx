import { type JSX, splitProps } from 'solid-js';
import css from './button.module.css';

interface Look {
  /** `primary` once a page at most; `quiet` without a border; `danger` for what ends something. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Only an icon: give `aria-label`. */
  square?: boolean;
  small?: boolean;
}

const keys = ['look', 'square', 'small', 'class'] as const;

function classes(props: Look & { class?: string }): string {
  return [
    css.button,
    css[props.look ?? 'plain'],
    props.square && css.square,
    props.small && css.small,
    props.class,
  ]
    .filter(Boolean)
    .join(' ');
}

export function Button(props: Look & JSX.ButtonHTMLAttributes<HTMLButtonElement>) {
  const [look, rest] = splitProps(props, keys);
  return <button type="button" {...rest} class={classes(look)} />;
}

/** A link that looks like a button. */
export function ButtonLink(props: Look & JSX.AnchorHTMLAttributes<HTMLAnchorElement>) {
  const [look, rest] = splitProps(props, keys);
  return <a {...rest} class={classes(look)} />;
}
