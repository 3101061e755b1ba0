export function holidaysOf(year: number): [string, string][];
export function holidaysFile(): string;
