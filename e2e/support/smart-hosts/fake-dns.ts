// A DNS server on loopback that serves one zone, written as a literal. What is not in the zone does not exist.
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { type Answer, decode, encode } from 'dns-packet';

/**
 * One name's records. MX as in a zone file: `'10 mx1.fabrikam.test'`, `'0 .'` for none. With a CNAME, the answer follows
 * it as a resolver's does. `trouble` makes the server fail or keep silent.
 */
export type ZoneEntry = Readonly<{
  A?: readonly string[];
  AAAA?: readonly string[];
  MX?: readonly string[];
  CNAME?: string;
  trouble?: 'servfail' | 'silent';
}>;

/** Names in lower case → their records. */
export type Zone = Readonly<Record<string, ZoneEntry>>;

/** `server` is what PROBE_DNS_SERVERS takes: `127.0.0.1:port`. */
export type FakeDns = Readonly<{ server: string; close(): Promise<void> }>;

const NXDOMAIN = 3;
const SERVFAIL = 2;
const AUTHORITATIVE = 1 << 10;

/** Starts the server on 127.0.0.1, on `port` or a free one. */
export async function startFakeDns(zone: Zone, port = 0): Promise<FakeDns> {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const reply = answer(zone, message);
    if (reply) socket.send(reply, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, '127.0.0.1', resolve);
  });
  const bound: AddressInfo = socket.address();
  return {
    server: `127.0.0.1:${bound.port}`,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answer(zone: Zone, message: Buffer): Buffer | undefined {
  const query = decode(message);
  const [question] = query.questions ?? [];
  if (!question) return undefined;
  const entry = zone[question.name.toLowerCase()];
  if (entry?.trouble === 'silent') return undefined;
  const code = entry ? (entry.trouble === 'servfail' ? SERVFAIL : 0) : NXDOMAIN;
  const { type, name } = question;
  const answers = entry && !entry.trouble ? recordsOf(zone, name, type) : [];
  const flags = AUTHORITATIVE | code;
  return encode({
    type: 'response',
    ...(query.id !== undefined && { id: query.id }),
    flags,
    questions: [question],
    answers,
  });
}

function recordsOf(zone: Zone, name: string, type: string): Answer[] {
  const entry = zone[name.toLowerCase()] ?? {};
  const record = { name, ttl: 5 };
  const alias: Answer[] = entry.CNAME === undefined ? [] : [{ ...record, type: 'CNAME', data: entry.CNAME }];
  if (type === 'A' || type === 'AAAA') {
    const own = (entry[type] ?? []).map((data): Answer => ({ ...record, type, data }));
    return [...alias, ...own, ...(entry.CNAME === undefined ? [] : recordsOf(zone, entry.CNAME, type))];
  }
  if (type !== 'MX') return type === 'CNAME' ? alias : [];
  return (entry.MX ?? []).map((text): Answer => {
    const [preference = '', exchange = ''] = text.split(' ');
    return { ...record, type, data: { preference: Number(preference), exchange } };
  });
}
