// Finds a domain's MTA-STS policy: the TXT record, then the file at the one place where RFC 8461 puts it.
// Port 443 of that one name is all it connects to, at an address that the guard let pass and the budgets too, and it follows
// nobody elsewhere.
import { isMtaStsRecord, isWholeMtaStsRecord, parseMtaStsPolicy } from '../mailflow/mta-sts';
import type { Failure } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import { escapeText } from './escape';
import { fetchText } from './fetch-text';
import { Gate } from './gate';
import type { GuardOptions } from './guard';
import { ask, type Resolved, resolveHost, ttlOf } from './resolve';
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
  deps: Pick<Shared['deps'], 'resolver' | 'connect' | 'mayConnect'>;
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

/**
 * The name is looked up once: what is connected to is the very address that was judged. Waiting for leave to connect
 * counts as waiting.
 */
async function fetchPolicy(shared: PolicyFinder, name: string): Promise<Answer<string>> {
  const { run, deps, plan } = shared;
  const untilMs = run.at() + WAIT_MS;
  const host = { kind: 'name', host: name, port: 443 } as const;
  const resolved = await run.wait<Resolved>(WAIT_MS, (settle) => {
    void resolveHost(host, deps.resolver, plan, run).then((answer) => settle(got(answer)));
    return () => {};
  });
  if (!resolved.ok) return resolved;
  const { failure, allowed, denied } = resolved.value;
  const [bad] = denied;
  let last: Answer<string> = failed(
    failure ?? (bad ? { kind: 'addressDenied', reason: bad.reason } : { kind: 'dnsNotFound' }),
  );
  const gate = new Gate(run, deps.mayConnect, 'policy');
  for (const address of allowed.slice(0, ADDRESSES_MAX)) {
    const leftMs = untilMs - run.at();
    if (leftMs <= 0) return failed({ kind: 'timeout', limitMs: WAIT_MS });
    const pass = await gate.enter(address, run.leftMs - leftMs);
    if (!pass.ok) return pass;
    last = await fetchFrom(shared, { address, name, limitMs: Math.max(1, untilMs - run.at()) }).finally(
      pass.value.leave,
    );
    if (last.ok || last.failure.kind === 'policyUnusable' || last.failure.kind === 'timeout') return last;
  }
  return last;
}

function fetchFrom(
  { run, deps, secureContext }: PolicyFinder,
  { address, name, limitMs }: Readonly<{ address: string; name: string; limitMs: number }>,
): Promise<Answer<string>> {
  const path = '/.well-known/mta-sts.txt';
  return run
    .wait<string>(limitMs, (settle) => {
      const stop = new AbortController();
      const { connect } = deps;
      const { signal } = stop;
      void fetchText({ address, name, path, secureContext, connect, signal, limitMs: WAIT_MS }).then(settle);
      return () => stop.abort();
    })
    .then((answer) =>
      answer.ok || answer.failure.kind !== 'timeout' ? answer : failed({ kind: 'timeout', limitMs: WAIT_MS }),
    );
}
