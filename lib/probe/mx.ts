// Finds the mail servers of a domain: its MX records (RFC 5321 section 5.1, RFC 7505). Connects nowhere, and holds none of
// the names against the guard: that is done for the addresses they lead to.
import { isIP } from 'node:net';
import type { MailExchanger } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import { escapeText } from './escape';
import { lookUp, type Resolver, toDnsFailure, waitForDns } from './resolve';
import type { Run } from './run';
import { errorCode } from './socket-failure';

export type FoundExchangers = Readonly<{ exchangers: readonly MailExchanger[]; implicitMx?: boolean }>;

/** How many records are kept: a sender would never get further. */
const SHOWN_MAX = 100;
const NAME_SHOWN = 253;

/**
 * The MX records of `domain` in order of preference. Where it has none, the domain itself, if it has an address. Fails
 * with dnsNotFound (neither), nullMx, dnsTimeout, dnsError, or the run's end.
 */
export async function findExchangers(
  domain: string,
  resolver: Resolver,
  run: Run,
): Promise<Answer<FoundExchangers>> {
  const answer = await waitForDns<Records>(run, (settle) => {
    resolver.resolveMx(domain).then(
      (records) => settle(got(records)),
      (error: unknown) => {
        const code = errorCode(error);
        settle(code === 'ENODATA' ? got([]) : failed(toDnsFailure([code])));
      },
    );
  });
  if (!answer.ok) return answer;
  if (answer.value.length === 0) return implicitExchanger(domain, resolver, run);
  const exchangers = answer.value
    .map(toExchanger)
    .sort((a, b) => a.preference - b.preference || (a.name < b.name ? -1 : 1));
  if (exchangers.every(({ unusable }) => unusable === 'root')) return failed({ kind: 'nullMx' });
  return got({ exchangers: exchangers.slice(0, SHOWN_MAX) });
}

/** The name that the CNAME record of `name` leads to, if it has one; trouble with the question is no news. */
export async function findAlias(name: string, resolver: Resolver, run: Run): Promise<string | undefined> {
  const answer = await waitForDns<readonly string[]>(run, (settle) => {
    resolver.resolveCname(name).then(
      (names) => settle(got(names)),
      () => settle(got([])),
    );
  });
  const [alias] = answer.ok ? answer.value : [];
  return alias === undefined ? undefined : escapeText(alias.toLowerCase(), NAME_SHOWN);
}

type Records = readonly Readonly<{ exchange: string; priority: number }>[];

async function implicitExchanger(
  domain: string,
  resolver: Resolver,
  run: Run,
): Promise<Answer<FoundExchangers>> {
  const addresses = await lookUp(domain, resolver, run);
  if (!addresses.ok) return addresses;
  return got({ exchangers: [{ name: domain, preference: 0 }], implicitMx: true });
}

function toExchanger({ exchange, priority }: Records[number]): MailExchanger {
  const name = exchange.toLowerCase().replace(/\.$/, '');
  const unusable = flawOf(name);
  return {
    name: escapeText(name, NAME_SHOWN) || '.',
    preference: priority,
    ...(unusable && { unusable }),
  };
}

/** Underscores break RFC 1123, but senders resolve such names, and so do we. */
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*$/;

function flawOf(name: string): MailExchanger['unusable'] {
  if (name === '') return 'root';
  if (isIP(name) || /(^|\.)\d+$/.test(name)) return 'address';
  return HOST_NAME.test(name) ? undefined : 'name';
}
