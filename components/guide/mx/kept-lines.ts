// The old MX records of a domain, kept in this browser: the way back is still known after a reload, when DNS has forgotten it.

const key = (domain: string): string => `mailspan.mx-before.${domain}`;

export function keepLines(domain: string, lines: readonly string[]): void {
  try {
    localStorage.setItem(key(domain), JSON.stringify(lines));
  } catch {
    // A browser that keeps nothing still shows what it sees.
  }
}

/** Nothing where none were seen, or what is kept is not what was written. */
export function keptLines(domain: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(domain)) ?? '[]');
    return Array.isArray(kept) && kept.every((line) => typeof line === 'string') ? kept : [];
  } catch {
    return [];
  }
}
