// Finds the mail servers of a domain: its MX records (RFC 5321 section 5.1, RFC 7505). Connects nowhere, and holds none of
// the names against the guard: that is done for the addresses they lead to.
import { isIP } from 'node:net';
import type { MailExchanger, TtlSeconds } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import type { RecordData } from './dns-message';
import type { Resolver } from './dns-resolver';
import { ask, escapeName, lookUp, ttlOf } from './resolve';
import type { Run } from './run';

export type FoundExchangers = Readonly<{
  exchangers: readonly MailExchanger[];
  implicitMx?: boolean;
  ttlSeconds: TtlSeconds;
}>;

/** How many records are kept: a sender would never get further. */
const SHOWN_MAX = 100;

/**
 * The MX records of `domain` in order of preference. Where it has none, the domain itself, if it has an address. Fails
 * with dnsNotFound (neither), nullMx, dnsTimeout, dnsError, or the run's end.
 */
export async function findExchangers(
  domain: string,
  resolver: Resolver,
  run: Run,
): Promise<Answer<FoundExchangers>> {
  const answer = await ask(resolver, domain, 'MX', run);
  if (!answer.ok) return answer;
  const { exists, records } = answer.value;
  if (!exists) return failed({ kind: 'dnsNotFound' });
  if (records.length === 0) return implicitExchanger(domain, resolver, run);
  const exchangers = records
    .map(toExchanger)
    .sort((a, b) => a.preference - b.preference || (a.name < b.name ? -1 : 1));
  if (exchangers.every(({ unusable }) => unusable === 'root')) return failed({ kind: 'nullMx' });
  return got({ exchangers: exchangers.slice(0, SHOWN_MAX), ttlSeconds: ttlOf('MX', answer) });
}

async function implicitExchanger(
  domain: string,
  resolver: Resolver,
  run: Run,
): Promise<Answer<FoundExchangers>> {
  const { failure, ttlSeconds } = await lookUp(domain, resolver, run);
  if (failure) return failed(failure);
  return got({ exchangers: [{ name: domain, preference: 0 }], implicitMx: true, ttlSeconds });
}

function toExchanger({ exchange, preference }: RecordData['MX']): MailExchanger {
  const name = exchange.toLowerCase().replace(/\.$/, '');
  const unusable = flawOf(name);
  return { name: escapeName(name) || '.', preference, ...(unusable && { unusable }) };
}

/** Underscores break RFC 1123, but senders resolve such names, and so do we. */
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*$/;

/** True for a name in lower case that can be looked up as that of a host. */
export const isHostName = (name: string): boolean => HOST_NAME.test(name);

function flawOf(name: string): MailExchanger['unusable'] {
  if (name === '') return 'root';
  if (isIP(name) || /(^|\.)\d+$/.test(name)) return 'address';
  return isHostName(name) ? undefined : 'name';
}
