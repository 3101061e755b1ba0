import sizes from './pictures.json';

const urls = import.meta.glob<string>('./pictures/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** A picture that `npm run help:pictures` made: where it lies and its size in pixels. */
export function pictureOf(name: string): { src: string; width: number; height: number } | undefined {
  const src = urls[`./pictures/${name}.webp`];
  const size = (sizes as Record<string, number[]>)[name];
  return src && size ? { src, width: size[0]!, height: size[1]! } : undefined;
}
