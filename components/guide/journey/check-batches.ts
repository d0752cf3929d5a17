// A check of the guide in pieces that one request takes: so that it can be followed, and no request takes long.
import type { GuideStepView, GuideView } from '@/lib/mailflow/guide/guide-view';
import { CHECK_KINDS } from './check-kinds';

/** What requestGuideChecks takes; with more domains it refuses. */
const DOMAINS_AT_ONCE = 5;

export type GuideCheck = Readonly<{ domains: readonly string[]; servers: boolean; onItsOwn: boolean }>;

/** Everything that the guide shows: servers first, as their validations take longest. */
export const checksOfAll = ({ domains }: Pick<GuideView, 'domains'>, onItsOwn: boolean): GuideCheck[] => [
  ...(onItsOwn ? [] : [{ domains: [], servers: true, onItsOwn }]),
  ...batches(domains, onItsOwn),
];

/** One step's part of it; nothing where only the set-up or a person can tell. */
export function checksOf(step: GuideStepView): GuideCheck[] {
  const kind = CHECK_KINDS[step.id];
  if (kind === 'servers') return [{ domains: [], servers: true, onItsOwn: false }];
  return kind === 'dns'
    ? batches(
        step.subjects.flatMap(({ subject }) => subject ?? []),
        false,
      )
    : [];
}

function batches(domains: readonly string[], onItsOwn: boolean): GuideCheck[] {
  const all: GuideCheck[] = [];
  for (let at = 0; at < domains.length; at += DOMAINS_AT_ONCE)
    all.push({ domains: domains.slice(at, at + DOMAINS_AT_ONCE), servers: false, onItsOwn });
  return all;
}
