// Where in its lifetime a certificate stands.
import type { CertificateFacts } from '@/lib/mailflow/observation';

const DAY_MS = 86_400_000;

/** `left`: in force, with `days` to go. `over`: expired `days` ago. `soon`: begins in `days`. Whole days, rounded down. */
export type CertificateAge = Readonly<{ phase: 'left' | 'over' | 'soon'; days: number; percent: number }>;

/** The age of a certificate at `at`; `percent` of its lifetime is over. */
export function certificateAge(
  { validFrom, validTo }: Pick<CertificateFacts, 'validFrom' | 'validTo'>,
  at: Date,
): CertificateAge {
  const [from, to, now] = [Date.parse(validFrom), Date.parse(validTo), at.getTime()];
  const days = (ms: number): number => Math.floor(ms / DAY_MS);
  if (now < from) return { phase: 'soon', days: days(from - now), percent: 0 };
  if (now > to) return { phase: 'over', days: days(now - to), percent: 100 };
  return { phase: 'left', days: days(to - now), percent: Math.round((100 * (now - from)) / (to - from)) };
}
