// Microsoft 365's endpoint list, asked for over HTTPS and read. Believes nothing: a list that would open a firewall too far,
// or to the wrong addresses, is refused whole.
import { z } from 'zod';
import { type AddressSpan, formatSpan, parseSpan } from '../lib/mailflow/firewall/address-span';
import type { MicrosoftRanges } from '../lib/mailflow/firewall/microsoft-ranges';
import { StepError } from './step-error';

export const ENDPOINTS = 'https://endpoints.office.com';

const WAIT_MS = 15_000;
const BYTES_MAX = 2_000_000;
/** The entry that holds the servers of Exchange Online Protection. */
const SMTP_ENTRY = 10;
/** The shortest prefix that is believed: Microsoft's widest are a /14 and a /48. */
const PREFIX_MIN = { ipv4: 10, ipv6: 32 };

const versionShape = z.object({ latest: z.string().regex(/^20\d{8}$/) });
const entryShape = z.object({
  id: z.literal(SMTP_ENTRY),
  tcpPorts: z.string().refine((ports) => ports.split(',').includes('25'), 'has no TCP port 25'),
  ips: z.array(z.string()).min(1).max(500),
  urls: z.array(z.string().regex(/^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+$/)).max(100),
});

/** The list as it is published now. Throws a StepError where it can't be had or is none. `clientId` is a new UUID. */
export async function fetchMicrosoftRanges(base: string, clientId: string): Promise<MicrosoftRanges> {
  const asked = (path: string): Promise<unknown> => fetchJson(`${base}${path}clientrequestid=${clientId}`);
  const version = read(versionShape, await asked('/version/worldwide?'), 'version');
  const list = read(
    z.array(z.unknown()).max(1_000),
    await asked('/endpoints/worldwide?ServiceAreas=Exchange&'),
    'list',
  );
  const entry = list.find((one) => z.object({ id: z.literal(SMTP_ENTRY) }).safeParse(one).success);
  const { ips, urls } = read(entryShape, entry, `entry ${SMTP_ENTRY}`);
  const ranges = ips.map((text) => formatSpan(believed(text)));
  if (!ranges.some((range) => range.includes('.'))) throw new StepError('The list has no IPv4 addresses.');
  return { version: version.latest, ranges: [...new Set(ranges)], names: urls };
}

function believed(text: string): AddressSpan {
  const span = /^[0-9a-f.:]+\/\d+$/i.test(text) ? parseSpan(text) : undefined;
  if (!span) throw new StepError(`The list has a range that is none: ${JSON.stringify(text.slice(0, 60))}.`);
  const prefix = Number(text.split('/')[1]);
  // All of today's IPv6 unicast begins with 001; private, loopback and multicast IPv4 are nobody's mail servers.
  const isPublic =
    span.family === 'ipv6' ? span.first >> 125n === 1n : !NEVER.some((never) => overlaps(never, span));
  if (prefix < PREFIX_MIN[span.family] || !isPublic)
    throw new StepError(`The list has a range that can't be Microsoft's: ${text}.`);
  return span;
}

const NEVER = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8'],
  ...['169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/3'],
].flatMap((range) => parseSpan(range) ?? []);
const overlaps = (a: AddressSpan, b: AddressSpan): boolean => a.first <= b.last && b.first <= a.last;

function read<T>(shape: z.ZodType<T>, value: unknown, name: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new StepError(`The ${name} is not what it should be: ${issue?.path.join('.')} ${issue?.message}`);
}

async function fetchJson(url: string): Promise<unknown> {
  const { origin, pathname } = new URL(url);
  const failed = (why: string) => new StepError(`${origin}${pathname} gave no answer to use: ${why}.`);
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) });
    if (response.status !== 200) throw failed(`HTTP ${response.status}`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > BYTES_MAX) throw failed(`more than ${BYTES_MAX} bytes`);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    if (error instanceof StepError) throw error;
    throw failed(error instanceof Error ? reasonOf(error) : String(error));
  }
}

/** fetch says "fetch failed" and keeps why. */
const reasonOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message} (${cause.message})` : message;
