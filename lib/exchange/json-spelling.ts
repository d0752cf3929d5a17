// One spelling for all values that say the same: case, the order of lists and of fields, and repetition say nothing.

/** Two values that say the same have the same text. */
export const spelledJson = (value: unknown): string => JSON.stringify(spelling(value));

function spelling(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().toLowerCase();
  if (Array.isArray(value)) return [...new Set(value.map(spelledJson))].sort();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [key, spelling(held)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
