/**
 * The training mode stands on a table of its own and sends nothing: every way out of the product (mail, messages to
 * the national side) asks here first.
 */
export function holdsBack(environment: Record<string, string | undefined> = process.env): boolean {
  return environment.TRAINING === '1';
}

/** What a letter or a message that was held back says of itself. */
export const heldBack = 'Chế độ tập huấn: không gửi gì ra ngoài.';
