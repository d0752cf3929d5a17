// Turns a smart host into literal addresses, each held against the guard. Connects nowhere.
import { promises as dns } from 'node:dns';
import type { DenyReason, Failure } from '../mailflow/observation';
import type { SmartHost } from '../mailflow/smart-host';
import { type Answer, failed, got } from './answer';
import { checkAddress, type GuardOptions } from './guard';
import type { Run } from './run';
import { errorCode } from './socket-failure';

/** Shaped like Node's `dns.promises.Resolver`. Errors carry Node's codes (ENOTFOUND, ETIMEOUT, …). */
export type Resolver = Readonly<{
  resolve4(name: string): Promise<string[]>;
  resolve6(name: string): Promise<string[]>;
  resolveMx(name: string): Promise<{ exchange: string; priority: number }[]>;
  resolveCname(name: string): Promise<string[]>;
  cancel(): void;
}>;

/** Two tries: the second waits twice as long, so a dead server costs about 4.5 s. */
const DNS_TRY_MS = 1_500;
const DNS_TRIES = 2;
/** One host's addresses connected to, and shown. */
const CONNECT_MAX = 16;
const SHOWN_MAX = 100;

/** A resolver that asks `dnsServers` (`192.0.2.53` or `192.0.2.53:5353`), or the machine's own where there are none. */
export function createResolver(dnsServers: readonly string[]): Resolver {
  const resolver = new dns.Resolver({ timeout: DNS_TRY_MS, tries: DNS_TRIES });
  if (dnsServers.length > 0) resolver.setServers(dnsServers);
  return resolver;
}

export type Resolved = Readonly<{
  /** Every address found, IPv4 first. */
  addresses: readonly string[];
  /** Those to connect to. */
  allowed: readonly string[];
  denied: readonly Readonly<{ address: string; reason: DenyReason }>[];
}>;

/** The addresses of `host`. Fails with dnsNotFound, dnsTimeout, dnsError, or the run's end; never for the guard's sake. */
export async function resolveHost(
  host: SmartHost,
  resolver: Resolver,
  guard: GuardOptions,
  run: Run,
): Promise<Answer<Resolved>> {
  const found = host.kind === 'name' ? await lookUp(host.host, resolver, run) : got([host.host]);
  if (!found.ok) return found;
  const addresses = [...new Set(found.value)].slice(0, SHOWN_MAX);
  const judged = addresses
    .slice(0, CONNECT_MAX)
    .map((address) => ({ address, reason: checkAddress(address, guard) }));
  return got({
    addresses,
    allowed: judged.flatMap(({ address, reason }) => (reason ? [] : [address])),
    denied: judged.flatMap(({ address, reason }) => (reason ? [{ address, reason }] : [])),
  });
}

/** Both families at once; one that answers is enough. */
export async function lookUp(name: string, resolver: Resolver, run: Run): Promise<Answer<string[]>> {
  return waitForDns<string[]>(run, (settle) => {
    void Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]).then((results) => {
      const addresses = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
      const errors = results.flatMap((result) =>
        result.status === 'rejected' ? [errorCode(result.reason)] : [],
      );
      settle(addresses.length > 0 ? got(addresses) : failed(toDnsFailure(errors)));
    });
  });
}

/** Waits for one answer of the resolver, as long as for one of a server. */
export async function waitForDns<T>(run: Run, ask: (settle: (answer: Answer<T>) => void) => void) {
  const answer = await run.wait<T>(run.limits.commandMs, (settle) => {
    ask(settle);
    return () => {};
  });
  return !answer.ok && answer.failure.kind === 'timeout' ? failed({ kind: 'dnsTimeout' }) : answer;
}

const NOT_THERE = ['ENOTFOUND', 'ENODATA'];

/** "Not there" only where both families say so; else the name may well exist. */
export function toDnsFailure(codes: readonly string[]): Failure {
  const trouble = codes.filter((code) => !NOT_THERE.includes(code));
  if (trouble.length === 0) return { kind: 'dnsNotFound' };
  if (trouble.includes('ETIMEOUT')) return { kind: 'dnsTimeout' };
  return { kind: 'dnsError', detail: trouble[0] ?? '' };
}
