// How long something took, as the reader's language writes it: 0 s, 45 s, 3 min, 2 h, with one digit where that tells more.
import { useFormatter } from 'next-intl';

const UNITS = [
  ['second', 1_000, 120],
  ['minute', 60_000, 120],
  ['hour', 3_600_000, 48],
  ['day', 86_400_000, Number.POSITIVE_INFINITY],
] as const;

/** From milliseconds. */
export function useDuration(): (ms: number) => string {
  const format = useFormatter();
  return (ms) => {
    const [unit, size] = UNITS.find(([, length, max]) => ms / length < max) ?? UNITS[0];
    return format.number(ms / size, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: unit === 'second' ? 0 : 1,
    });
  };
}
