// The order of transport rules when those of a file come in among those that are here. A tenant counts all its rules, the
// console those that lead to a connector: so places are compared by who comes before whom, never by number.

/**
 * The longest run of `order` that stands in the same order in `wanted`: those that need not move. Entries of `order` that
 * `wanted` has not are left out.
 */
export function settled(order: readonly string[], wanted: readonly string[]): ReadonlySet<string> {
  const place = new Map(wanted.map((id, at) => [id, at]));
  const known = order.flatMap((id) => {
    const at = place.get(id);
    return at === undefined ? [] : [{ id, at }];
  });
  // Patience sorting: for each length the run that ends lowest.
  const ends: { id: string; at: number; before?: (typeof ends)[number] }[] = [];
  for (const { id, at } of known) {
    let length = ends.findIndex((end) => end.at > at);
    if (length < 0) length = ends.length;
    const before = ends[length - 1];
    ends[length] = { id, at, ...(before && { before }) };
  }
  const run = new Set<string>();
  for (let end = ends.at(-1); end; end = end.before) run.add(end.id);
  return run;
}

/**
 * `here` with the rules of `wanted` that are `taken` at their places: behind the rule that they follow in the file, or
 * before the one that they precede; what has neither comes last. All others keep their order.
 */
export function mergedOrder(
  here: readonly string[],
  wanted: readonly string[],
  taken: ReadonlySet<string>,
): readonly string[] {
  const still = settled(here, wanted);
  const moves = (id: string) => taken.has(id) && !still.has(id);
  const merged = here.filter((id) => !moves(id));
  const anchored = new Set(wanted.filter((id) => still.has(id)));
  for (const [at, id] of wanted.entries()) {
    if (!moves(id)) continue;
    const previous = wanted.slice(0, at).findLast((other) => anchored.has(other));
    const next = wanted.slice(at + 1).find((other) => anchored.has(other));
    const place =
      previous !== undefined
        ? merged.indexOf(previous) + 1
        : next !== undefined
          ? merged.indexOf(next)
          : merged.length;
    merged.splice(place, 0, id);
    anchored.add(id);
  }
  return merged;
}
