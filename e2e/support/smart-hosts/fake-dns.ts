// A DNS server on loopback that serves one zone, written as a literal, over UDP and TCP. What is not in the zone does not
// exist.
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { type Answer, AUTHENTIC_DATA, decode, encode, TRUNCATED_RESPONSE } from 'dns-packet';

/**
 * One name's records. MX as in a zone file: `'10 mx1.fabrikam.test'`, `'0 .'` for none; TLSA too: `'3 1 1 <hex>'`. With a
 * CNAME, the answer follows it as a resolver's does. `vouched`: the answers say that they were verified with DNSSEC.
 * `trouble` makes the server fail, keep silent, or know nothing of EDNS.
 */
export type ZoneEntry = Readonly<{
  A?: readonly string[];
  AAAA?: readonly string[];
  MX?: readonly string[];
  PTR?: readonly string[];
  TLSA?: readonly string[];
  TXT?: readonly string[];
  CNAME?: string;
  /** Seconds; 5 where it is not said. */
  ttl?: number;
  vouched?: boolean;
  trouble?: 'servfail' | 'silent' | 'formerrToEdns';
  /** What the name has from the second question of each type on: for a server that changes its mind. */
  later?: ZoneEntry;
}>;

/** Names in lower case → their records. */
export type Zone = Readonly<Record<string, ZoneEntry>>;

/** `server` is what PROBE_DNS_SERVERS takes: `127.0.0.1:port`. */
export type FakeDns = Readonly<{ server: string; close(): Promise<void> }>;

const NXDOMAIN = 3;
const SERVFAIL = 2;
const FORMERR = 1;
const AUTHORITATIVE = 1 << 10;
/** Without EDNS (RFC 1035 section 2.3.4). */
const UDP_MAX = 512;

/** Starts the server on 127.0.0.1, on `port` or one that is free for UDP and TCP. */
export async function startFakeDns(zone: Zone, port = 0): Promise<FakeDns> {
  const asked = new Set<string>();
  for (let tries = 1; ; tries += 1) {
    const udp = await listenUdp({ zone, asked }, port);
    const bound = udp.address().port;
    const tcp = await listenTcp({ zone, asked }, bound).catch((error: unknown) => {
      udp.close();
      if (port !== 0 || tries === 10) throw error;
    });
    if (!tcp) continue;
    return {
      server: `127.0.0.1:${bound}`,
      close: async () => {
        await Promise.all([
          new Promise<void>((resolve) => udp.close(() => resolve())),
          new Promise<void>((resolve) => tcp.close(() => resolve())),
        ]);
      },
    };
  }
}

/** `asked`: the names and types that were answered once. */
type Served = Readonly<{ zone: Zone; asked: Set<string> }>;

/** The zone as it is for this question. */
function zoneNow({ zone, asked }: Served, name: string, type: string): Zone {
  const later = zone[name]?.later;
  const isFirst = !asked.has(`${name} ${type}`);
  asked.add(`${name} ${type}`);
  return isFirst || !later ? zone : { ...zone, [name]: later };
}

async function listenUdp(served: Served, port: number): Promise<UdpSocket> {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const reply = answer(served, message, 'udp');
    if (reply) socket.send(reply, from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, '127.0.0.1', resolve);
  });
  return socket;
}

async function listenTcp(served: Served, port: number): Promise<Server> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {});
    socket.once('data', (bytes: Buffer) => {
      const reply = answer(served, bytes.subarray(2), 'tcp');
      if (!reply) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(reply.length);
      socket.end(Buffer.concat([length, reply]));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function answer(served: Served, message: Buffer, over: 'udp' | 'tcp'): Buffer | undefined {
  const query = decode(message);
  const [question] = query.questions ?? [];
  if (!question) return undefined;
  const edns = (query.additionals ?? []).find(({ type }) => type === 'OPT');
  const { type, name } = question;
  const zone = zoneNow(served, name.toLowerCase(), type);
  const entry = zone[name.toLowerCase()];
  if (entry?.trouble === 'silent') return undefined;
  const code = codeOf(entry, edns !== undefined);
  const flags = AUTHORITATIVE | code | (entry?.vouched ? AUTHENTIC_DATA : 0);
  const head = { type: 'response' as const, id: query.id ?? 0, questions: [question] };
  const reply = encode({ ...head, flags, answers: entry && code === 0 ? recordsOf(zone, name, type) : [] });
  const room = edns && 'udpPayloadSize' in edns ? Number(edns.udpPayloadSize) : UDP_MAX;
  if (over === 'tcp' || reply.length <= room) return reply;
  return encode({ ...head, flags: flags | TRUNCATED_RESPONSE, answers: [] });
}

function codeOf(entry: ZoneEntry | undefined, hasEdns: boolean): number {
  if (!entry) return NXDOMAIN;
  if (entry.trouble === 'servfail') return SERVFAIL;
  return entry.trouble === 'formerrToEdns' && hasEdns ? FORMERR : 0;
}

function recordsOf(zone: Zone, name: string, type: string, depth = 0): Answer[] {
  const entry = zone[name.toLowerCase()] ?? {};
  const record = { name, ttl: entry.ttl ?? 5 };
  const { CNAME } = entry;
  const alias: Answer[] = CNAME === undefined ? [] : [{ ...record, type: 'CNAME', data: CNAME }];
  if (type === 'CNAME') return alias;
  const beyond = CNAME === undefined || depth > 10 ? [] : recordsOf(zone, CNAME, type, depth + 1);
  return [...alias, ...ownRecords(entry, record, type), ...beyond];
}

function ownRecords(entry: ZoneEntry, record: { name: string; ttl: number }, type: string): Answer[] {
  switch (type) {
    case 'A':
    case 'AAAA':
    case 'PTR':
      return (entry[type] ?? []).map((data): Answer => ({ ...record, type, data }));
    case 'MX':
      return (entry.MX ?? []).map((text): Answer => {
        const [preference = '', exchange = ''] = text.split(' ');
        return { ...record, type, data: { preference: Number(preference), exchange } };
      });
    case 'TLSA':
      return (entry.TLSA ?? []).map((text): Answer => {
        const [usage = '', selector = '', matchingType = '', hex = ''] = text.split(' ');
        const data = {
          usage: Number(usage),
          selector: Number(selector),
          matchingType: Number(matchingType),
          certificate: Buffer.from(hex, 'hex'),
        };
        return { ...record, type, data };
      });
    case 'TXT':
      // A string of a TXT record has 255 bytes at most.
      return (entry.TXT ?? []).map(
        (text): Answer => ({ ...record, type, data: text.match(/[\s\S]{1,255}/g) ?? [''] }),
      );
    default:
      return [];
  }
}
