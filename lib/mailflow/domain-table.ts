// A hash table of domains that is asked from within a longer text, for the domain and all domains above it, without
// cutting any of them out. A `Map` needs each part as a string of its own, and is a quarter slower.

/** `slots` holds pairs of hash and index + 1, where 0 is free; `chars` holds the keys one behind the other. */
export type DomainTable<T> = Readonly<{
  slots: Int32Array;
  mask: number;
  starts: Int32Array;
  chars: Uint8Array;
  values: readonly T[];
}>;

/** Keys are domains in lower-case ASCII. */
export function domainTable<T>(entries: ReadonlyMap<string, T>): DomainTable<T> {
  const size = 2 ** Math.ceil(Math.log2(entries.size * 2 + 2));
  const slots = new Int32Array(size * 2);
  const starts = new Int32Array(entries.size + 1);
  const keys = [...entries.keys()];
  const chars = new Uint8Array(keys.reduce((sum, key) => sum + key.length, 0));
  let end = 0;
  for (const [index, key] of keys.entries()) {
    starts[index] = end;
    let hash = SEED;
    for (let at = key.length - 1; at >= 0; at -= 1) hash = mixed(hash, key.charCodeAt(at));
    for (let at = 0; at < key.length; at += 1) chars[end + at] = key.charCodeAt(at);
    end += key.length;
    let slot = slotOf(hash, size - 1);
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = index + 1;
  }
  starts[keys.length] = end;
  return { slots, mask: size - 1, starts, chars, values: [...entries.values()] };
}

/** FNV-1a, from the end of a domain to its front: on the way it is the hash of every domain above. */
const SEED = 0x811c9dc5 | 0;
const mixed = (hash: number, char: number): number => Math.imul(hash ^ char, 0x01000193);
const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;

/** A domain has at most 127 labels (RFC 1035 section 2.3.4). */
const LEVELS_MAX = 128;

/** The domain at the end of a text, and those above it, by where they begin and their hashes. Filled by split(). */
export type Levels = Readonly<{ starts: Int32Array; hashes: Int32Array }>;
export const levels = (): Levels => ({
  starts: new Int32Array(LEVELS_MAX),
  hashes: new Int32Array(LEVELS_MAX),
});

/**
 * Splits the domain that begins at `from` and ends with `text`; answers how many levels it has. Level 0 is the last
 * label but one with what follows, the last level is the whole domain; a single label is no level.
 */
export function split(text: string, from: number, { starts, hashes }: Levels): number {
  let count = 0;
  let hash = SEED;
  let dots = 0;
  for (let at = text.length - 1; at >= from; at -= 1) {
    const char = text.charCodeAt(at);
    if (char === DOT) {
      if (dots > 0 && count < LEVELS_MAX - 1) {
        starts[count] = at + 1;
        hashes[count] = hash;
        count += 1;
      }
      dots += 1;
    }
    hash = mixed(hash, char);
  }
  starts[count] = from;
  hashes[count] = hash;
  return count + 1;
}
const DOT = 46;

/** What the table has for one level of the domain that was split. */
export function valueAt<T>(table: DomainTable<T>, text: string, split: Levels, level: number): T | undefined {
  const { slots, mask } = table;
  const hash = split.hashes[level] as number;
  const from = split.starts[level] as number;
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const entry = slots[slot * 2 + 1] as number;
    if (entry === 0) return undefined;
    if (slots[slot * 2] === hash && isKey(table, entry - 1, text, from)) return table.values[entry - 1];
  }
}

function isKey<T>({ starts, chars }: DomainTable<T>, index: number, text: string, from: number): boolean {
  const start = starts[index] as number;
  const length = text.length - from;
  if ((starts[index + 1] as number) - start !== length) return false;
  for (let at = 0; at < length; at += 1) {
    if (text.charCodeAt(from + at) !== chars[start + at]) return false;
  }
  return true;
}
