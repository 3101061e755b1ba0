/** Round ticks from 0 to at least `max`, about `count` of them; the last one is the end of the axis. */
export function ticks(max: number, count = 5): number[] {
  const rough = Math.max(max, 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power);
  return Array.from({ length: Math.ceil(Math.max(max, 1) / step) + 1 }, (_, n) => n * step);
}

/** Parts of a bar, laid end to end: where each starts and how long it is, in percent of the axis. */
export function stack(values: number[], whole: number): { start: number; size: number }[] {
  let start = 0;
  return values.map((value) => {
    const part = { start, size: whole > 0 ? (value / whole) * 100 : 0 };
    start += part.size;
    return part;
  });
}
