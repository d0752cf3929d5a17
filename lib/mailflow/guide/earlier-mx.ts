// Where a domain's mail went before it went to Microsoft 365: what the way back leads to, once no resolver gives it any more.
import { CLOUD_MX_VERDICTS, judgeCloudMx, mxLines } from '../cloud-mx';
import type { CheckedDomain, DomainFacts } from './domain-facts';

/** True where the records were read and lead to servers that are not Microsoft 365's. */
function isElsewhere({ domain, mx }: DomainFacts): boolean {
  return CLOUD_MX_VERDICTS[judgeCloudMx(domain, mx).code] === 'elsewhere' && mx.implicitMx !== true;
}

/** `facts` with the last MX that led elsewhere, as the look-up before knew or saw it. */
export function withEarlierMx(before: CheckedDomain | undefined, facts: DomainFacts): DomainFacts {
  if (!before || isElsewhere(facts)) return facts;
  const earlierMx = isElsewhere(before.facts)
    ? { at: before.at, mx: before.facts.mx }
    : before.facts.earlierMx;
  return earlierMx ? { ...facts, earlierMx } : facts;
}

/** Until the zone says otherwise, how long senders may keep a record that was set back. */
const TTL_SECONDS = 3_600;

/** The records to set for mail to go where it went, as lines of a zone file, and when they were seen. */
export function mxToGoBackTo({
  at,
  facts,
}: CheckedDomain): Readonly<{ at: string; lines: readonly string[] }> | undefined {
  const found = isElsewhere(facts) ? { at, mx: facts.mx } : facts.earlierMx;
  if (!found) return undefined;
  const { exchangers = [], ttlSeconds } = found.mx;
  const lines = mxLines(facts.domain, exchangers, ttlSeconds?.MX ?? TTL_SECONDS);
  return lines.length > 0 ? { at: found.at, lines } : undefined;
}
