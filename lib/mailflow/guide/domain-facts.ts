// What DNS said of one domain, as the guide's judges read it: facts only. All texts are escaped and bounded where they come in.
import type { MxFacts } from '../cloud-mx';
import type { Failure, MtaStsFacts, TtlSeconds } from '../observation';

/** An answer, which may be that there is nothing; or why there is none. */
export type Looked<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; failure: Failure }>;

/** The SPF records at one name. `cut`: one was longer than what is kept. */
export type SpfAt = Readonly<{ records: readonly string[]; cut?: true }>;

export type LookedUpMx = MxFacts & Readonly<{ ttlSeconds?: TtlSeconds }>;

export type DomainFacts = Readonly<{
  domain: string;
  mx: LookedUpMx;
  /** The last MX that led elsewhere than to Microsoft 365, and when it was seen; absent while today's does. */
  earlierMx?: Readonly<{ at: string; mx: LookedUpMx }>;
  /** The domain's own SPF records, and those of the names that they lead to (in lower case), each once, as far as was asked. */
  spf: readonly Readonly<{ name: string; answer: Looked<SpfAt> }>[];
  /** The selectors of Microsoft 365: whether a key stands there, and the name that it was led to. */
  dkim: readonly Readonly<{ selector: string; answer: Looked<Readonly<{ key: boolean; alias?: string }>> }>[];
  /** The DMARC records of the domain and, where it has none, of those above it, up to the first that has one. */
  dmarc: readonly Readonly<{ name: string; answer: Looked<readonly string[]> }>[];
  /** As the probe's stage `mtaSts` tells it. */
  mtaSts: Readonly<{ failure?: Failure; mtaSts?: MtaStsFacts }>;
  /** How many TLSA records each of today's mail servers has on port 25. */
  tlsa: readonly Readonly<{
    server: string;
    answer: Looked<Readonly<{ count: number; vouched: boolean }>>;
  }>[];
}>;

/** Facts and when they were brought, ISO 8601 UTC. */
export type CheckedDomain = Readonly<{ at: string; facts: DomainFacts }>;

const UNANSWERED: ReadonlySet<Failure['kind']> = new Set([
  'dnsTimeout',
  'dnsError',
  'timeout',
  'deadline',
  'cancelled',
  'budget',
]);
/** True where nobody answered, which says nothing of what was asked about. */
export const isUnanswered = ({ kind }: Failure): boolean => UNANSWERED.has(kind);
