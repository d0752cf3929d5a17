// The place of a transport rule, told by a rule beside it: a tenant counts rules that the console does not know, so that no
// number from here would be right there.
import { settled } from './rule-order';

/** `key` of rules in `wanted` order; `there` are those that the tenant has, in its order. Every rule but the settled ones. */
export function placesOf(there: readonly string[], wanted: readonly string[]): ReadonlyMap<string, Beside> {
  const stays = settled(there, wanted);
  const now = there.filter((key) => wanted.includes(key));
  const places = new Map<string, Beside>();
  for (const [at, key] of wanted.entries()) {
    if (stays.has(key)) continue;
    const previous = wanted[at - 1];
    const next = now.find((other) => stays.has(other));
    const from = now.indexOf(key);
    const behind = previous === undefined ? -1 : now.indexOf(previous);
    if (previous !== undefined)
      places.set(key, { key: previous, offset: from >= 0 && from < behind ? 0 : 1 });
    else if (next !== undefined) places.set(key, { key: next, offset: 0 });
    if (from >= 0) now.splice(from, 1);
    now.splice(previous === undefined ? 0 : now.indexOf(previous) + 1, 0, key);
  }
  return places;
}

/** Directly behind the rule `key`, by its priority and what is added to it; or in its place, where it goes back by one. */
export type Beside = Readonly<{ key: string; offset: 0 | 1 }>;
