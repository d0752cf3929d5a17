// Details of an audit entry, read with care: whoever wrote them may have been another version of the program.

export type Details = Readonly<Record<string, unknown>>;

/** Text that is there and not empty. */
export function textIn(details: Details, key: string): string | undefined {
  const held = details[key];
  return typeof held === 'string' && held !== '' ? held : undefined;
}

export function numberIn(details: Details, key: string): number | undefined {
  const held = details[key];
  return typeof held === 'number' ? held : undefined;
}

/** The texts of a list; none where there is no list. */
export function textsIn(details: Details, key: string): readonly string[] {
  const held = details[key];
  return Array.isArray(held) ? held.filter((one) => typeof one === 'string') : [];
}

export function objectIn(details: Details, key: string): Details | undefined {
  const held = details[key];
  return typeof held === 'object' && held !== null && !Array.isArray(held) ? (held as Details) : undefined;
}
