// Writes DNS questions and reads what comes back (RFC 1035, RFC 6891). Believes only what answers the question that was
// asked: another id, name or type is not ours, and records that the chain of aliases does not lead to are left out.
import {
  AUTHENTIC_DATA,
  DNSSEC_OK,
  decode,
  encode,
  type Answer as PacketRecord,
  RECURSION_DESIRED,
  type TxtData,
} from 'dns-packet';

/** One TLSA record's data (RFC 6698 section 2.1). */
export type TlsaData = Readonly<{
  usage: number;
  selector: number;
  matchingType: number;
  certificate: Buffer;
}>;

/** The types of record that can be asked for, each with its data. Names and texts are as they came: unescaped. */
export type RecordData = Readonly<{
  A: string;
  AAAA: string;
  CNAME: string;
  PTR: string;
  MX: Readonly<{ preference: number; exchange: string }>;
  TLSA: TlsaData;
  /** The strings of one record, joined, a character for each byte. */
  TXT: string;
}>;
export type RecordType = keyof RecordData;

export type Question<T extends RecordType = RecordType> = Readonly<{ name: string; type: T }>;

/** What DNS says of a question; also that there is nothing. */
export type DnsAnswer<T extends RecordType> = Readonly<{
  /** False where the name does not exist at all; where it does, there may still be no record of the type. */
  exists: boolean;
  records: readonly RecordData[T][];
  /** The names that CNAME records lead through, in order; the last one owns the records. */
  aliases: readonly string[];
  /** How long the answer may be kept, in seconds; absent where there is no record. */
  ttlSeconds?: number;
  /** The resolver says that it verified the answer with DNSSEC (AD, RFC 6840 section 5.8). */
  vouched: boolean;
}>;

export type DnsReply<T extends RecordType> =
  | Readonly<{ kind: 'answer'; answer: DnsAnswer<T> }>
  /** Too long for UDP: to be asked again over TCP. */
  | Readonly<{ kind: 'truncated' }>
  /** `code` as Node's resolver names it: ESERVFAIL, EREFUSED, ETIMEOUT, … */
  | Readonly<{ kind: 'trouble'; code: string }>;

/** What passes every network without fragments (DNS flag day 2020). */
const UDP_MAX = 1_232;
const ALIASES_MAX = 8;
/** RFC 2181 section 8: a TTL with its first bit set is none. */
const TTL_MAX = 2 ** 31 - 1;

/** A query. `plain` leaves out EDNS, for servers that don't know it and firewalls that drop it. */
export function writeQuery(id: number, { name, type }: Question, plain: boolean): Buffer {
  const edns = {
    type: 'OPT',
    name: '.',
    udpPayloadSize: UDP_MAX,
    flags: DNSSEC_OK,
    options: [],
  } as unknown as PacketRecord;
  return encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA,
    questions: [{ name, type }],
    additionals: plain ? [] : [edns],
  });
}

/** Reads `bytes` as the reply to the query `id`; undefined where it answers something else. */
export function readReply<T extends RecordType>(
  bytes: Buffer,
  id: number,
  question: Question<T>,
): DnsReply<T> | undefined {
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== id) return undefined;
  const packet = decoded(bytes);
  if (!packet) return { kind: 'trouble', code: 'EBADRESP' };
  const [asked, ...others] = packet.questions ?? [];
  const isOurs =
    packet.type === 'response' &&
    asked !== undefined &&
    others.length === 0 &&
    asked.type === question.type &&
    asked.class === 'IN' &&
    sameName(asked.name, question.name);
  if (!isOurs) return undefined;
  if (packet.flag_tc) return { kind: 'truncated' };
  const { rcode } = packet as { rcode?: string };
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return { kind: 'trouble', code: `E${rcode}` };
  const found = follow(question, packet.answers ?? []);
  return { kind: 'answer', answer: { ...found, exists: rcode === 'NOERROR', vouched: packet.flag_ad } };
}

function decoded(bytes: Buffer): ReturnType<typeof decode> | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

/** Walks the aliases from the question's name to the records. A loop, or a chain without end, leads to none. */
function follow<T extends RecordType>(
  { name, type }: Question<T>,
  answers: readonly PacketRecord[],
): Pick<DnsAnswer<T>, 'records' | 'aliases' | 'ttlSeconds'> {
  const aliases: string[] = [];
  const ttls: number[] = [];
  let owner = name;
  while (type !== 'CNAME') {
    const alias = answers.find((each) => each.type === 'CNAME' && sameName(each.name, owner));
    if (alias?.type !== 'CNAME') break;
    const isLoop = [name, ...aliases].some((seen) => sameName(seen, alias.data));
    if (isLoop || aliases.length === ALIASES_MAX) return { records: [], aliases };
    ttls.push(ttlOf(alias));
    aliases.push(alias.data);
    owner = alias.data;
  }
  const own = answers.filter((each) => each.type === type && sameName(each.name, owner));
  const records = own.flatMap((each) => dataOf(each) ?? []) as RecordData[T][];
  ttls.push(...own.map(ttlOf));
  return { records, aliases, ...(records.length > 0 && { ttlSeconds: Math.min(...ttls) }) };
}

function ttlOf(record: PacketRecord): number {
  const ttl = 'ttl' in record ? (record.ttl ?? 0) : 0;
  return ttl > TTL_MAX ? 0 : ttl;
}

function dataOf(record: PacketRecord): RecordData[RecordType] | undefined {
  switch (record.type) {
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'PTR':
      return record.data;
    case 'MX':
      return { preference: record.data.preference ?? 0, exchange: record.data.exchange };
    case 'TLSA':
      return record.data;
    case 'TXT':
      return textOf(record.data);
    default:
      return undefined;
  }
}

const textOf = (data: TxtData): string =>
  [data]
    .flat()
    .map((part) => (typeof part === 'string' ? part : part.toString('latin1')))
    .join('');

const sameName = (one: string, other: string): boolean => normal(one) === normal(other);
const normal = (name: string): string => name.toLowerCase().replace(/\.$/, '');
