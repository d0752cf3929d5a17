// Finds a domain's MTA-STS policy: the TXT record, then the file at the one place where RFC 8461 puts it.
// Port 443 of that one name is all it connects to, at an address that the guard let pass, and it follows nobody elsewhere.
import { isMtaStsRecord, isWholeMtaStsRecord, parseMtaStsPolicy } from '../mailflow/mta-sts';
import type { Failure } from '../mailflow/observation';
import { type Answer, failed } from './answer';
import { escapeText } from './escape';
import { fetchText } from './fetch-text';
import type { GuardOptions } from './guard';
import { ask, resolveHost, ttlOf } from './resolve';
import type { StageFacts } from './stage-log';
import type { Shared } from './visit-host';

const RECORD_SHOWN = 200;
const DETAIL_SHOWN = 100;
/** For the record and the policy each, so that the run's end waits for no slow web server. */
const WAIT_MS = 3_000;
const ADDRESSES_MAX = 3;

/** As much of a probe as a policy's look-up needs. */
export type PolicyFinder = Readonly<{
  run: Shared['run'];
  deps: Pick<Shared['deps'], 'resolver' | 'connect'>;
  plan: GuardOptions;
  secureContext: Shared['secureContext'];
}>;

/** The record and the policy of `domain`. Without a record nothing is fetched. */
export async function findMtaSts(shared: PolicyFinder, domain: string): Promise<StageFacts> {
  const answer = await ask(shared.deps.resolver, `_mta-sts.${domain}`, 'TXT', shared.run, WAIT_MS);
  if (!answer.ok) return { failure: answer.failure };
  const [text, ...others] = answer.value.records.filter(isMtaStsRecord);
  if (text === undefined) return { mtaSts: {} };
  const record = escapeText(text, RECORD_SHOWN);
  const found = { mtaSts: { record }, ttlSeconds: ttlOf('TXT', answer) };
  // Senders ignore a domain with two records as if it had none (RFC 8461 section 3.1).
  if (others.length > 0 || !isWholeMtaStsRecord(text))
    return { ...found, failure: unusable('record', record) };
  const page = await fetchPolicy(shared, `mta-sts.${domain}`);
  if (!page.ok) return { ...found, failure: page.failure };
  const policy = parseMtaStsPolicy(page.value);
  if (!policy) return { ...found, failure: unusable('syntax', page.value) };
  return { ...found, mtaSts: { record, policy } };
}

type PolicyUnusable = Extract<Failure, { kind: 'policyUnusable' }>;
const unusable = (problem: PolicyUnusable['problem'], detail: string): Failure => ({
  kind: 'policyUnusable',
  problem,
  detail: escapeText(detail, DETAIL_SHOWN),
});

/** The name is looked up once: what is connected to is the very address that was judged. */
async function fetchPolicy(shared: PolicyFinder, name: string): Promise<Answer<string>> {
  const { run, deps, plan, secureContext } = shared;
  const host = { kind: 'name', host: name, port: 443 } as const;
  return run.wait<string>(WAIT_MS, (settle) => {
    const stop = new AbortController();
    const tryAll = async (): Promise<Answer<string>> => {
      const resolved = await resolveHost(host, deps.resolver, plan, run);
      const [denied] = resolved.denied;
      let last: Answer<string> = failed(
        resolved.failure ??
          (denied ? { kind: 'addressDenied', reason: denied.reason } : { kind: 'dnsNotFound' }),
      );
      for (const address of resolved.allowed.slice(0, ADDRESSES_MAX)) {
        last = await fetchText({
          address,
          name,
          path: '/.well-known/mta-sts.txt',
          secureContext,
          connect: deps.connect,
          signal: stop.signal,
          limitMs: WAIT_MS,
        });
        if (last.ok || last.failure.kind === 'policyUnusable') return last;
      }
      return last;
    };
    void tryAll().then(settle);
    return () => stop.abort();
  });
}
