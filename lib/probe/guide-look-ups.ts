// Brings what DNS says of a domain for the set-up guide: MX, SPF with all that it leads to, DKIM, DMARC, MTA-STS, TLSA.
// Bounded in questions, names, text and time, whatever the answers say. Judges nothing; trouble is a fact.
import type { DomainFacts, Looked, SpfAt } from '../mailflow/guide/domain-facts';
import { isSpfRecord, readSpf, spfLeadsTo, toName } from '../mailflow/guide/spf';
import { usableExchangers } from '../mailflow/mail-exchangers';
import type { RecordType } from './dns-message';
import type { Resolver } from './dns-resolver';
import { escapeText } from './escape';
import type { MayConnect } from './gate';
import type { GuardOptions } from './guard';
import { findMtaSts, type PolicyFinder } from './mta-sts';
import { findExchangers, isHostName } from './mx';
import { ask, escapeName } from './resolve';
import { type ProbeLimits, Run } from './run';
import { secureContextFor } from './secure-context';
import { Slots } from './slots';
import type { Connect } from './wire';

/** One domain, with all that it leads to. */
export const LOOK_UP_MS = 12_000;
const LIMITS: ProbeLimits = {
  connectMs: 3_000,
  bannerMs: 3_000,
  commandMs: 5_000,
  tlsMs: 3_000,
  quitMs: 1_000,
  runMs: LOOK_UP_MS,
};
/** Questions under way at once. */
const ASKED_AT_ONCE = 8;
/** Receivers give up after ten; a few more tell by how much a record is over. */
const SPF_NAMES_MAX = 20;
const SPF_MAX = 4_000;
const SPF_RECORDS_MAX = 5;
const TEXT_MAX = 500;
const TEXTS_MAX = 5;
const TLSA_SERVERS_MAX = 10;
/** The organizational domain lies somewhere above (RFC 7489 section 6.6.3). */
const DMARC_NAMES_MAX = 5;
/** What Microsoft 365 publishes keys under. */
const DKIM_SELECTORS = ['selector1', 'selector2'] as const;

export type LookUpDeps = Readonly<{
  /** Belongs to this look-up alone: its open questions are cancelled at the end. */
  resolver: Resolver;
  now: () => number;
  signal: AbortSignal;
  /** Which addresses an MTA-STS policy may be fetched from. */
  guard: GuardOptions;
  connect?: Connect;
  /** Asked before a policy is fetched; without it, every one may be. */
  mayConnect?: MayConnect;
  ca?: readonly string[];
}>;

type Asker = <T extends RecordType>(name: string, type: T) => ReturnType<typeof ask<T>>;

/** All facts of `domain` (lower-case ASCII), within LOOK_UP_MS. */
export async function lookUpDomain(domain: string, deps: LookUpDeps): Promise<DomainFacts> {
  const secureContext = secureContextFor(deps.ca);
  const run = new Run(LIMITS, deps.now, deps.signal);
  const slots = new Slots(ASKED_AT_ONCE);
  const asker: Asker = (name, type) => slots.use(() => ask(deps.resolver, name, type, run));
  const finder: PolicyFinder = { run, deps, plan: deps.guard, secureContext };
  try {
    const mx = findExchangers(domain, deps.resolver, run).then((answer): DomainFacts['mx'] =>
      answer.ok ? answer.value : { failure: answer.failure },
    );
    const [foundMx, spf, dkim, dmarc, mtaSts, tlsa] = await Promise.all([
      mx,
      findSpf(domain, asker),
      Promise.all(DKIM_SELECTORS.map((selector) => findDkim(selector, domain, asker))),
      findDmarc(domain, asker),
      findMtaSts(finder, domain),
      mx.then((found) => findTlsa(found, asker)),
    ]);
    return {
      domain,
      mx: foundMx,
      spf,
      dkim,
      dmarc,
      mtaSts: {
        ...(mtaSts.failure && { failure: mtaSts.failure }),
        ...(mtaSts.mtaSts && { mtaSts: mtaSts.mtaSts }),
      },
      tlsa,
    };
  } finally {
    run.close();
    deps.resolver.cancel();
  }
}

/** The domain's SPF records and those of every name that they lead to, level by level, each name asked once. */
async function findSpf(domain: string, asker: Asker): Promise<DomainFacts['spf']> {
  const found = new Map<string, Looked<SpfAt>>();
  let level = [domain];
  while (level.length > 0) {
    const looked = await Promise.all(level.map(async (name) => [name, await spfAt(name, asker)] as const));
    for (const [name, at] of looked) found.set(name, at);
    const next = looked.flatMap(([, at]) =>
      at.ok && at.value.records.length === 1
        ? at.value.records.flatMap((text) => spfLeadsTo(readSpf(text)))
        : [],
    );
    const fresh = [...new Set(next)].filter((name) => !found.has(name));
    level = fresh.slice(0, SPF_NAMES_MAX - found.size);
  }
  return [...found].map(([name, answer]) => ({ name, answer }));
}

async function spfAt(name: string, asker: Asker): Promise<Looked<SpfAt>> {
  // What can be no host's name has no records, and is not asked for.
  if (!isHostName(name)) return { ok: true, value: { records: [] } };
  const answer = await asker(name, 'TXT');
  if (!answer.ok) return answer;
  const own = answer.value.records.filter(isSpfRecord);
  const records = own.slice(0, SPF_RECORDS_MAX).map((text) => escapeText(text, SPF_MAX));
  return { ok: true, value: { records, ...(own.some((text) => text.length > SPF_MAX) && { cut: true }) } };
}

async function findDkim(
  selector: string,
  domain: string,
  asker: Asker,
): Promise<DomainFacts['dkim'][number]> {
  const answer = await asker(`${selector}._domainkey.${domain}`, 'TXT');
  if (!answer.ok) return { selector, answer };
  const { records, aliases } = answer.value;
  const alias = aliases.at(-1);
  const key = records.some(hasKey);
  return { selector, answer: { ok: true, value: { key, ...(alias && { alias: escapeName(alias) }) } } };
}

/** RFC 6376 section 3.6.1: `p=` with nothing behind it is a key that was revoked. */
const hasKey = (text: string): boolean =>
  text.split(';').some((tag) => /^\s*p\s*=\s*[A-Za-z0-9+/]/.test(tag));

/** The domain's own record, else that of the nearest domain above it that has one. */
async function findDmarc(domain: string, asker: Asker): Promise<DomainFacts['dmarc']> {
  const found: DomainFacts['dmarc'][number][] = [];
  const labels = domain.split('.');
  for (let at = 0; at <= labels.length - 2 && found.length < DMARC_NAMES_MAX; at += 1) {
    const name = `_dmarc.${labels.slice(at).join('.')}`;
    const answer = await asker(name, 'TXT');
    const texts = answer.ok
      ? answer.value.records.filter((text) => /^v\s*=\s*DMARC1\s*(;|$)/.test(text))
      : [];
    const shown = texts.slice(0, TEXTS_MAX).map((text) => escapeText(text, TEXT_MAX));
    found.push({ name, answer: answer.ok ? { ok: true, value: shown } : answer });
    if (!answer.ok || texts.length > 0) break;
  }
  return found;
}

function findTlsa({ exchangers = [] }: DomainFacts['mx'], asker: Asker): Promise<DomainFacts['tlsa']> {
  const servers = usableExchangers(exchangers).filter(({ name }) => isHostName(name));
  return Promise.all(
    servers.slice(0, TLSA_SERVERS_MAX).map(async ({ name: server }): Promise<DomainFacts['tlsa'][number]> => {
      const answer = await asker(`_25._tcp.${server}`, 'TLSA');
      if (!answer.ok) return { server, answer };
      const { records, vouched } = answer.value;
      return { server, answer: { ok: true, value: { count: records.length, vouched } } };
    }),
  );
}

/** What one resolver answers to a question for a domain's MX right now. */
export async function lookUpMx(
  domain: string,
  deps: Pick<LookUpDeps, 'resolver' | 'now' | 'signal'>,
): Promise<DomainFacts['mx']> {
  const run = new Run(LIMITS, deps.now, deps.signal);
  try {
    const answer = await findExchangers(toName(domain), deps.resolver, run);
    return answer.ok ? answer.value : { failure: answer.failure };
  } finally {
    run.close();
    deps.resolver.cancel();
  }
}
