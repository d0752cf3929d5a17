// Which two versions are to be compared.
import { useState } from 'react';

export type ChosenPair = Readonly<{
  has: (number: number) => boolean;
  toggle: (number: number) => void;
  /** The older first; undefined while there are not two. */
  pair: Readonly<{ from: number; to: number }> | undefined;
}>;

/** Begins with the two newest of `numbers`. A third choice takes the place of the one made longest ago. */
export function useChosenPair(numbers: readonly number[]): ChosenPair {
  const [chosen, setChosen] = useState<readonly number[]>(() => numbers.slice(0, 2));
  const [one, other] = chosen;
  return {
    has: (number) => chosen.includes(number),
    toggle: (number) =>
      setChosen(
        chosen.includes(number) ? chosen.filter((each) => each !== number) : [...chosen, number].slice(-2),
      ),
    pair:
      one === undefined || other === undefined
        ? undefined
        : { from: Math.min(one, other), to: Math.max(one, other) },
  };
}
