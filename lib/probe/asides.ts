// What is looked up beside the dialogue with a host: the PTR records of its addresses, the TLSA records of its name.
// Waits its own short time, so that slow DNS never holds up the dialogue, nor the verdict by more than that.
import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { Pointer, TlsaRecord } from '../mailflow/observation';
import { formatSmartHost, type SmartHost } from '../mailflow/smart-host';
import { allOf } from './all-of';
import { type Answer, got } from './answer';
import type { TlsaData } from './dns-message';
import { isHostName } from './mx';
import { ask, escapeName, type Resolved, ttlOf } from './resolve';
import { type StageFacts, StageLog } from './stage-log';
import type { Shared } from './visit-host';

/** How long one of these look-ups may take with all that it asks. */
export const ASIDE_MS = 2_000;
/** Names of one address, and records of one name, that are kept. */
const POINTERS_MAX = 5;
const RECORDS_MAX = 20;
/** Hex digits of SHA-512. */
const DATA_MAX = 128;

/** Looks up what stands beside the visits to the allowed addresses of `host`. */
export function lookAside(shared: Shared, host: SmartHost, { allowed, aliases }: Resolved): Promise<void> {
  if (allowed.length === 0) return Promise.resolve();
  const { run, emit } = shared;
  const place = { host: formatSmartHost(host), port: host.port };
  const tlsa = async (): Promise<void> => {
    if (host.kind !== 'name') return;
    const { port } = host;
    // RFC 7672 section 2.2.2: the name at the end of the aliases first.
    const names = [...new Set([...aliases.slice(-1), host.host])].map((name) => `_${port}._tcp.${name}`);
    await new StageLog(run, emit, place).record('tlsa', () => within(shared, () => findTlsa(shared, names)));
  };
  const ptr = async (address: string): Promise<void> => {
    await new StageLog(run, emit, { ...place, address }).record('ptr', () =>
      within(shared, () => findPointers(shared, address)),
    );
  };
  return allOf([tlsa(), ...allowed.map(ptr)]);
}

/** Waits for `work`, which asks DNS only: what it still waits for then ends with the run. */
async function within({ run }: Shared, work: () => Promise<StageFacts>): Promise<StageFacts> {
  const answer: Answer<StageFacts> = await run.wait(ASIDE_MS, (settle) => {
    void work().then((facts) => settle(got(facts)));
    return () => {};
  });
  if (answer.ok) return answer.value;
  return { failure: answer.failure.kind === 'timeout' ? { kind: 'dnsTimeout' } : answer.failure };
}

async function findTlsa({ deps, run }: Shared, names: readonly string[]): Promise<StageFacts> {
  let facts: StageFacts = {};
  for (const name of names) {
    const answer = await ask(deps.resolver, name, 'TLSA', run);
    if (!answer.ok) return { failure: answer.failure };
    const { records, vouched } = answer.value;
    facts = {
      tlsa: { name: escapeName(name), records: records.slice(0, RECORDS_MAX).map(toRecord), vouched },
      ttlSeconds: ttlOf('TLSA', answer),
    };
    if (records.length > 0) break;
  }
  return facts;
}

function toRecord({ certificate, ...record }: TlsaData): TlsaRecord {
  const { usage, selector, matchingType } = record;
  const data =
    matchingType === 0 ? createHash('sha256').update(certificate).digest('hex') : certificate.toString('hex');
  return { usage, selector, matchingType, data: data.slice(0, DATA_MAX) };
}

async function findPointers({ deps, run }: Shared, address: string): Promise<StageFacts> {
  const answer = await ask(deps.resolver, reverseName(address), 'PTR', run);
  if (!answer.ok) return { failure: answer.failure };
  const names = [...new Set(answer.value.records.map((name) => name.toLowerCase().replace(/\.$/, '')))];
  const pointers = names.slice(0, POINTERS_MAX).map(async (name): Promise<Pointer> => {
    const shown = escapeName(name);
    if (!isHostName(name)) return { name: shown, confirmed: false };
    const back = await ask(deps.resolver, name, address.includes(':') ? 'AAAA' : 'A', run);
    if (!back.ok) return { name: shown };
    return { name: shown, confirmed: back.value.records.some((each) => isSame(each, address)) };
  });
  return { pointers: await Promise.all(pointers), ttlSeconds: ttlOf('PTR', answer) };
}

/** `192.0.2.1` → `1.2.0.192.in-addr.arpa` (RFC 1035 section 3.5), IPv6 by nibbles (RFC 3596 section 2.5). */
export function reverseName(address: string): string {
  const parsed = ipaddr.parse(address);
  const bytes = parsed.toByteArray();
  if (parsed.kind() === 'ipv4') return `${bytes.reverse().join('.')}.in-addr.arpa`;
  const nibbles = bytes.flatMap((byte) => [byte >> 4, byte & 15]).map((nibble) => nibble.toString(16));
  return `${nibbles.reverse().join('.')}.ip6.arpa`;
}

const isSame = (one: string, other: string): boolean =>
  ipaddr.parse(one).toNormalizedString() === ipaddr.parse(other).toNormalizedString();
