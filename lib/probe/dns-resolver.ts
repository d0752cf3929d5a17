// Asks DNS servers for records, with how long they may be kept and whether the server vouches for them, which Node's own
// resolver does not tell. Follows no referral and keeps nothing: the servers are resolvers, not the domain's own.
import { randomInt } from 'node:crypto';
import { getServers } from 'node:dns';
import { isIP } from 'node:net';
import type { Failure } from '../mailflow/observation';
import { type Answer, failed, got } from './answer';
import { type DnsServer, type Exchange, exchangeOverTcp, exchangeOverUdp } from './dns-exchange';
import {
  type DnsAnswer,
  type DnsReply,
  type Question,
  type RecordType,
  readReply,
  writeQuery,
} from './dns-message';

/** Whoever can be asked: the resolver below, or a test's zone. Fails with dnsTimeout or dnsError, never by throwing. */
export type Resolver = Readonly<{
  ask<T extends RecordType>(name: string, type: T): Promise<Answer<DnsAnswer<T>>>;
  /** Ends what is still asked. */
  cancel(): void;
}>;

/** How long each round waits for each server: a dead one costs about 4.5 s. */
const ROUNDS_MS = [1_500, 3_000] as const;
/** As many as resolv.conf may name. */
const SERVERS_MAX = 3;
const DNS_PORT = 53;

/** What a server says that doesn't know EDNS (RFC 6891 section 7). */
const KNOWS_NO_EDNS = ['EFORMERR', 'ENOTIMP', 'EBADRESP'];

/**
 * A resolver that asks `servers` (`192.0.2.53`, `192.0.2.53:5353`, `[2001:db8::53]:5353`) one after the other until one
 * answers, or the machine's own where there are none. `randomId` gives 16 bits that nobody can guess.
 */
export function createResolver(
  servers: readonly string[],
  randomId: () => number = () => randomInt(0x1_0000),
): Resolver {
  const open = new Set<() => void>();
  const asked = (servers.length > 0 ? servers : getServers()).slice(0, SERVERS_MAX).map(toServer);
  let isCancelled = false;

  async function ask<T extends RecordType>(name: string, type: T): Promise<Answer<DnsAnswer<T>>> {
    if (!isName(name)) return failed({ kind: 'dnsError', detail: 'EBADNAME' });
    const question = { name: name.replace(/\.$/, ''), type };
    let code = 'ETIMEOUT';
    for (const [round, limitMs] of ROUNDS_MS.entries())
      for (const server of asked) {
        if (isCancelled) return failed(toFailure('ECANCELLED'));
        // Some firewalls drop what has EDNS: the second round does without.
        const reply = await askServer(server, question, limitMs, round > 0);
        if (reply.kind === 'answer') return got(reply.answer);
        // A server that says what is wrong tells more than one that keeps silent.
        const trouble = reply.kind === 'trouble' ? reply.code : 'EBADRESP';
        if (trouble !== 'ETIMEOUT') code = trouble;
      }
    return failed(toFailure(code));
  }

  async function askServer<T extends RecordType>(
    server: DnsServer,
    question: Question<T>,
    limitMs: number,
    plain: boolean,
  ): Promise<DnsReply<T>> {
    const id = randomId();
    const exchange: Exchange<T> = {
      server,
      query: writeQuery(id, question, plain),
      read: (bytes) => readReply(bytes, id, question),
      limitMs,
      open,
    };
    const reply = await exchangeOverUdp(exchange);
    if (reply.kind === 'truncated') return exchangeOverTcp(exchange);
    const mayBeEdns = !plain && reply.kind === 'trouble' && KNOWS_NO_EDNS.includes(reply.code);
    return mayBeEdns ? askServer(server, question, limitMs, true) : reply;
  }

  return {
    ask,
    cancel: () => {
      isCancelled = true;
      for (const end of [...open]) end();
    },
  };
}

const toFailure = (code: string): Failure =>
  code === 'ETIMEOUT' ? { kind: 'dnsTimeout' } : { kind: 'dnsError', detail: code };

/** Printable, in labels of 63 bytes at most: what dns-packet can write down (RFC 1035 section 2.3.4). */
const isName = (name: string): boolean =>
  /^(?=.{1,254}$)[!-~]+$/.test(name) &&
  name
    .replace(/\.$/, '')
    .split('.')
    .every((label) => label.length > 0 && label.length <= 63);

function toServer(text: string): DnsServer {
  if (isIP(text)) return { address: text, port: DNS_PORT };
  const [, bracketed, plain, port] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(text) ?? [];
  return { address: bracketed ?? plain ?? text, port: Number(port ?? DNS_PORT) };
}
