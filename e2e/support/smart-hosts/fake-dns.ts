// A DNS server on loopback that serves one zone, written as a literal. What is not in the zone does not exist.
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { type Answer, decode, encode } from 'dns-packet';

/** Names in lower case → their records. `trouble` makes the server fail or keep silent for that name. */
export type Zone = Readonly<
  Record<
    string,
    Readonly<{ A?: readonly string[]; AAAA?: readonly string[]; trouble?: 'servfail' | 'silent' }>
  >
>;

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
  const data = entry && !entry.trouble && (type === 'A' || type === 'AAAA') ? (entry[type] ?? []) : [];
  const answers = data.map((address): Answer => ({ type: type as 'A', name, ttl: 5, data: address }));
  const flags = AUTHORITATIVE | code;
  return encode({
    type: 'response',
    ...(query.id !== undefined && { id: query.id }),
    flags,
    questions: [question],
    answers,
  });
}
