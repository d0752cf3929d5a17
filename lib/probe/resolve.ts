// Turns a smart host into literal addresses, each held against the guard. Connects nowhere.
import type { DenyReason, Failure, TtlSeconds } from '../mailflow/observation';
import type { SmartHost } from '../mailflow/smart-host';
import { type Answer, failed } from './answer';
import type { DnsAnswer, RecordType } from './dns-message';
import type { Resolver } from './dns-resolver';
import { escapeText } from './escape';
import { checkTarget, type GuardOptions } from './guard';
import type { Run } from './run';

/** One host's addresses connected to, and shown. */
const CONNECT_MAX = 16;
const SHOWN_MAX = 100;

/** What DNS says of a name. */
export type NameFacts = Readonly<{
  /** Every address found, IPv4 first. */
  addresses: readonly string[];
  /** The names that CNAME records lead through, escaped. */
  aliases: readonly string[];
  ttlSeconds: TtlSeconds;
}>;

export type Resolved = NameFacts &
  Readonly<{
    /** Those to connect to. */
    allowed: readonly string[];
    denied: readonly Readonly<{ address: string; reason: DenyReason }>[];
    /** dnsNotFound, dnsTimeout, dnsError, or the run's end; never for the guard's sake. */
    failure?: Failure;
  }>;

/** The addresses of `host`. */
export async function resolveHost(
  host: SmartHost,
  resolver: Resolver,
  guard: GuardOptions,
  run: Run,
): Promise<Resolved> {
  const found =
    host.kind === 'name'
      ? await lookUp(host.host, resolver, run)
      : { addresses: [host.host], aliases: [], ttlSeconds: {} };
  const addresses = [...new Set(found.addresses)].slice(0, SHOWN_MAX);
  const judged = addresses
    .slice(0, CONNECT_MAX)
    .map((address) => ({ address, reason: checkTarget(address, host.port, guard) }));
  return {
    ...found,
    addresses,
    allowed: judged.flatMap(({ address, reason }) => (reason ? [] : [address])),
    denied: judged.flatMap(({ address, reason }) => (reason ? [{ address, reason }] : [])),
  };
}

/** Both families at once; one that answers is enough. An alias is told even where it leads nowhere. */
export async function lookUp(
  name: string,
  resolver: Resolver,
  run: Run,
): Promise<NameFacts & Readonly<{ failure?: Failure }>> {
  const [ipv4, ipv6] = await Promise.all([ask(resolver, name, 'A', run), ask(resolver, name, 'AAAA', run)]);
  const answers = [ipv4, ipv6].flatMap((answer) => (answer.ok ? [answer.value] : []));
  const troubles = [ipv4, ipv6].flatMap((answer) => (answer.ok ? [] : [answer.failure]));
  const addresses = answers.flatMap(({ records }) => records);
  const aliases = answers.find((answer) => answer.aliases.length > 0)?.aliases ?? [];
  // "Not there" only where both families say so; else the name may well exist.
  const failure = troubles.find(({ kind }) => kind === 'dnsTimeout') ?? troubles[0] ?? NOT_FOUND;
  return {
    addresses,
    aliases: aliases.map(escapeName),
    ttlSeconds: { ...ttlOf('A', ipv4), ...ttlOf('AAAA', ipv6) },
    ...(addresses.length === 0 && { failure }),
  };
}

const NOT_FOUND: Failure = { kind: 'dnsNotFound' };

/** The TTL of an answer, under the type that was asked for. */
export const ttlOf = <T extends RecordType>(type: T, answer: Answer<DnsAnswer<T>>): TtlSeconds =>
  answer.ok && answer.value.ttlSeconds !== undefined ? { [type]: answer.value.ttlSeconds } : {};

const NAME_SHOWN = 253;

/** A name of somebody else's DNS, safe to show: lower case, without its last dot. */
export const escapeName = (name: string): string =>
  escapeText(name.toLowerCase().replace(/\.$/, ''), NAME_SHOWN);

/** Asks, and waits as long as for a server's answer, or `limitMs`. */
export async function ask<T extends RecordType>(
  resolver: Resolver,
  name: string,
  type: T,
  run: Run,
  limitMs: number = run.limits.commandMs,
): Promise<Answer<DnsAnswer<T>>> {
  const answer = await run.wait<DnsAnswer<T>>(limitMs, (settle) => {
    void resolver.ask(name, type).then(settle);
    return () => {};
  });
  return !answer.ok && answer.failure.kind === 'timeout' ? failed({ kind: 'dnsTimeout' }) : answer;
}
