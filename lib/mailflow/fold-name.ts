// When two names of connectors or rules are one: without regard to case and letter forms.

/** The spelling under which names count as the same: NFKC, lower case. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase();
