// Which object of a tenant is which of the set-up that it shall have, and under which name the tenant has it meanwhile.
import { foldName } from '../mailflow/fold-name';

/** One of both sides, or of one alone. `key` is its own, whatever it is called. */
export type Pair<T> = Readonly<{ key: number; before?: T; after?: T }>;

export type Named<T> = Readonly<{ name: (one: T) => string; guid: (one: T) => string | undefined }>;

/** By GUID, else by name without regard to case. What does not `fit` its counterpart goes, and comes anew. */
export function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  { name, guid }: Named<T>,
  fits: (one: T, other: T) => boolean = () => true,
): readonly Pair<T>[] {
  const left = new Set(before);
  const find = (is: (one: T) => boolean): T | undefined => [...left].find(is);
  const found = new Map<T, T>();
  const match = (one: T, other: T | undefined) => {
    if (other === undefined || found.has(one)) return;
    found.set(one, other);
    left.delete(other);
  };
  for (const one of after)
    match(
      one,
      find((other) => guid(one) !== undefined && guid(one) === guid(other)),
    );
  for (const one of after)
    if (!found.has(one))
      match(
        one,
        find((other) => foldName(name(one)) === foldName(name(other))),
      );
  const pairs = after.flatMap((one): Omit<Pair<T>, 'key'>[] => {
    const other = found.get(one);
    if (other === undefined) return [{ after: one }];
    return fits(other, one) ? [{ before: other, after: one }] : [{ after: one }, { before: other }];
  });
  return [...pairs, ...[...left].map((one) => ({ before: one }))].map((pair, key) => ({ ...pair, key }));
}

/**
 * What the cmdlets know the object by: its GUID where both sides agree on it, so that a new name does not matter; else its
 * name, because what is on one side alone may have been made again since.
 */
export function identityOf<T>({ before, after }: Pair<T>, { name, guid }: Named<T>): string {
  if (before === undefined) return after === undefined ? '' : name(after);
  const own = guid(before);
  return own !== undefined && after !== undefined && guid(after) === own ? own : name(before);
}

/** Under which name the tenant has each until the new names come: another one where somebody else has the right one yet. */
export function namesMeanwhile<T>(
  pairs: readonly Pair<T>[],
  { name }: Named<T>,
): ReadonlyMap<number, string> {
  const taken = new Set(
    pairs.flatMap(({ before }) => (before === undefined ? [] : [foldName(name(before))])),
  );
  const names = new Map<number, string>();
  for (const { key, before, after } of pairs) {
    if (before !== undefined) names.set(key, name(before));
    else if (after !== undefined) names.set(key, freeName(name(after), taken));
  }
  return names;
}

export type Rename = Readonly<{ key: number; from: string; to: string }>;

/** The new names in an order in which each is free when its turn comes; a name may come in two steps. */
export function renames<T>(pairs: readonly Pair<T>[], named: Named<T>): readonly Rename[] {
  const names = new Map(namesMeanwhile(pairs, named));
  const waiting = pairs.flatMap(({ key, before, after }) => {
    if (after !== undefined) return [{ key, to: named.name(after) }];
    if (before !== undefined) names.delete(key);
    return [];
  });
  const steps: Rename[] = [];
  const step = (key: number, to: string) => {
    steps.push({ key, from: names.get(key) ?? '', to });
    names.set(key, to);
  };
  for (;;) {
    const wanting = waiting.filter(({ key, to }) => names.get(key) !== to);
    const [first] = wanting;
    if (!first) return steps;
    const isFree = ({ key, to }: (typeof wanting)[number]) =>
      ![...names].some(([other, name]) => other !== key && foldName(name) === foldName(to));
    const next = wanting.find(isFree);
    if (next) step(next.key, next.to);
    else step(first.key, freeName(first.to, new Set([...names.values()].map(foldName))));
  }
}

const NAME_MAX = 64;

/** Adds what it gives to `taken`. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 1; taken.has(foldName(free)); count += 1) {
    const suffix = count === 1 ? ' (new)' : ` (new ${count})`;
    free = `${[...name].slice(0, NAME_MAX - suffix.length).join('')}${suffix}`;
  }
  taken.add(foldName(free));
  return free;
}
