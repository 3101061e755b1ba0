const hour = 3_600_000;
const offset = 7 * hour;

/** The next 7:00 of Asia/Ho_Chi_Minh for an instant between midnight and then; undefined for one of the day. */
export function morning(now: Date): string | undefined {
  const local = now.getTime() + offset;
  const sinceMidnight = local % (24 * hour);
  if (sinceMidnight >= 7 * hour) return undefined;
  return new Date(now.getTime() - sinceMidnight + 7 * hour).toISOString();
}
