// Many requests in little time, without the crowd that a real attack would be.

/** Does `one` to each item, a few at once; the first that throws ends it. */
export async function severalAtOnce<T>(
  items: readonly T[],
  one: (item: T) => Promise<void>,
  atOnce = 6,
): Promise<void> {
  const waiting = items.values();
  const next = async () => {
    for (const item of waiting) await one(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
