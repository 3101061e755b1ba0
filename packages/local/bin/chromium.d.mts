export const flags: readonly string[];
export function findChromium(): string | undefined;
