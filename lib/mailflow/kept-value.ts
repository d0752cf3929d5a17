// A value that is kept for Exchange, in words: for people only, nothing is read back from it.
import type { Json } from './exchange-origin';

/** The entries of a list, or the one value there is; what is no plain value stands as JSON. Each text once. */
export function keptTexts(value: Json): string[] {
  const entries: readonly Json[] = Array.isArray(value) ? value : [value];
  return [...new Set(entries.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))))];
}
