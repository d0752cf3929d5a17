// Chance that can be repeated: the same seed gives the same numbers.

export type Chance = Readonly<{
  /** A whole number from `min` to `max`, both included. */
  between: (min: number, max: number) => number;
  /** One of `choices`, which must not be empty. */
  oneOf: <T>(choices: readonly T[]) => T;
}>;

/** mulberry32: 32 bits of state are plenty for choosing what to break next. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    between,
    oneOf: <T>(choices: readonly T[]): T => {
      const chosen = choices[between(0, choices.length - 1)];
      if (chosen === undefined) throw new Error('There is nothing to choose from.');
      return chosen;
    },
  };
}
