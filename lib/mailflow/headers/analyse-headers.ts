// Pasted headers → what they tell: the path with its delays and its encryption, whose word each part is, what was found
// about the sender, and what is odd. Asks nobody, keeps nothing, never throws.
import { withoutControlCharacters } from '../host-name';
import { type AuthenticationField, type Boundary, readAuthentication } from './authentication-results';
import { decodeWords } from './encoded-words';
import { dkimDomains, type ExchangeFacts, readExchangeFacts } from './exchange-facts';
import { readHeaderDate } from './header-date';
import { type HeaderField, readHeaderFields, valuesOf } from './header-fields';
import { type HeaderFinding, headerFindings } from './header-finding';
import { type Hop, isVouchedExchange, readHops } from './hop';

export type HeaderAnalysis = Readonly<{
  /** In the order of the text: the newest trace fields first. */
  fields: readonly HeaderField[];
  /** Encoded words decoded; `at` is the Date field in milliseconds since 1970. */
  message: Readonly<
    Partial<Record<'from' | 'to' | 'subject' | 'messageId' | 'returnPath', string>> & { at?: number }
  >;
  /** Oldest first. */
  hops: readonly Hop[];
  /** From the first hop to the last, in milliseconds; absent where one of them has no date or the clocks contradict. */
  tookMs?: number;
  authentication: readonly AuthenticationField[];
  dkimDomains: readonly string[];
  /** Counts only where `exchangeVouched` says so: anybody can write such fields. */
  exchange: ExchangeFacts;
  exchangeVouched: boolean;
  findings: readonly HeaderFinding[];
}>;

const SHOWN_MAX = 1_000;

/** Text of any length and content → analysis, in time that grows with the text's length and no faster. */
export function analyseHeaders(text: string): HeaderAnalysis {
  const read = readHeaderFields(text);
  const { fields } = read;
  const { hops, found } = readHops(fields);
  const authentication = readAuthentication(fields, boundaryOf(hops, fields.length));
  const first = (name: string) => {
    const value = valuesOf(fields, name)[0]?.slice(0, SHOWN_MAX);
    return value === undefined ? undefined : withoutControlCharacters(decodeWords(value));
  };
  const message = Object.entries({
    from: first('from'),
    to: first('to'),
    subject: first('subject'),
    messageId: first('message-id'),
    returnPath: first('return-path'),
    at: readHeaderDate(first('date') ?? ''),
  }).filter(([, value]) => value !== undefined && value !== '');
  const took = tookMs(hops);
  return {
    fields,
    message: Object.fromEntries(message),
    hops,
    ...(took !== undefined && { tookMs: took }),
    authentication,
    dkimDomains: dkimDomains(fields),
    exchange: readExchangeFacts(fields),
    exchangeVouched: hops.some(isVouchedExchange),
    findings: headerFindings({ read, hops, found, authentication }),
  };
}

function boundaryOf(hops: readonly Hop[], end: number): Boundary | undefined {
  const at = hops.findIndex(({ trust }) => trust !== 'claimed');
  const hop = hops[at];
  if (!hop) return undefined;
  const { place, by } = hop;
  return { place, ...(by.name !== undefined && { server: by.name }), next: hops[at - 1]?.place ?? end };
}

function tookMs(hops: readonly Hop[]): number | undefined {
  const [start, end] = [hops[0]?.at, hops.at(-1)?.at];
  return start === undefined || end === undefined || end < start ? undefined : end - start;
}
