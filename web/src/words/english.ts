/** Where the English words stand: a list of its own, so that who reads Vietnamese does not load it. */
export const english = import.meta.glob<Record<string, Record<string, unknown>>>('./en/*.ts');
