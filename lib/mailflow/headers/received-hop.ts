// One Received field → who handed the message to whom, when, and how it was encrypted, as that server wrote it.
import { readHeaderDate } from './header-date';
import { addressIn, isOffice365Name } from './office-365-host';
import { type Clause, type ReceivedClauses, receivedClauses } from './received-clauses';

export const SERVER_KINDS = [
  'exchangeOnline',
  'exchangeServer',
  'postfix',
  'exim',
  'sendmail',
  'openSmtpd',
  'gmail',
  'qmail',
] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

/** `plain`: the field says ESMTP, which with TLS would be ESMTPS (RFC 3848). `unknown`: it does not say. */
export type HopTls =
  | Readonly<{ state: 'encrypted'; version?: string; cipher?: string }>
  | Readonly<{ state: 'plain' | 'unknown' }>;

/** What the receiving server wrote of its client. */
export type HopClient = Readonly<{
  /** How the client called itself: anybody can say anything. */
  helo?: string;
  /** The name of its address that the server had looked up, in both directions where `nameVerified`. */
  name?: string;
  nameVerified?: true;
  /** Its address, in the shortest form: the server saw it. */
  address?: string;
  /** The common name of the certificate that it showed. */
  certificateName?: string;
  /** The server verified the chain of that certificate; absent where it does not say. */
  certificateVerified?: boolean;
}>;

export type ReceivedHop = Readonly<{
  from: HopClient;
  by: Readonly<{ name?: string; address?: string }>;
  /** As written: `ESMTPS`, `Microsoft SMTP Server`, `mapi`. */
  protocol?: string;
  id?: string;
  /** The envelope's recipient, where there was one and the server says it. */
  recipient?: string;
  /** Milliseconds since 1970. */
  at?: number;
  tls: HopTls;
  server?: ServerKind;
}>;

/** The value of a Received field → a hop; parts that are not there are left out. */
export function readReceived(value: string): ReceivedHop {
  const clauses = receivedClauses(value);
  const server = serverKind(clauses);
  const name = hostIn(clauses.by?.words[0]);
  const byAddress = first(
    [...(clauses.by?.words.slice(0, 1) ?? []), ...(clauses.by?.comments ?? [])],
    addressIn,
  );
  const protocol = protocolOf(clauses.with);
  const id = clauses.id?.words[0];
  const recipient = recipientIn(clauses.for);
  const at = readHeaderDate(clauses.date);
  return {
    from: clientOf(clauses, server),
    by: { ...(name !== undefined && { name }), ...(byAddress !== undefined && { address: byAddress }) },
    ...(protocol !== undefined && { protocol }),
    ...(id !== undefined && { id: id.slice(0, 200) }),
    ...(recipient !== undefined && { recipient }),
    ...(at !== undefined && { at }),
    tls: tlsOf(clauses, protocol),
    ...(server && { server }),
  };
}

const first = <T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined => {
  for (const text of texts) {
    const value = read(text);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** By what only that program writes; the first that fits. */
const KINDS: readonly (readonly [ServerKind, (clauses: ReceivedClauses) => boolean])[] = [
  ['exchangeOnline', ({ by, with: how }) => isOffice365Name(by?.words[0]) && isExchange(how)],
  ['exchangeServer', ({ with: how }) => isExchange(how)],
  ['postfix', ({ by }) => some(by, /^postfix\b/i)],
  ['exim', ({ comments }) => comments.some((text) => /^exim /i.test(text))],
  ['openSmtpd', ({ by }) => some(by, /^opensmtpd\b/i)],
  [
    'gmail',
    ({ by, comments }) =>
      /(?:^|\.)google\.com$/i.test(by?.words[0] ?? '') || comments.includes('Google Transport Security'),
  ],
  [
    'qmail',
    ({ before, by, from }) => [before, by, from].some((clause) => some(clause, /^(?:qmail \d|HELO )/)),
  ],
  ['sendmail', ({ by }) => some(by, /^\d+\.\d+\.\d+[\w.+-]*\/\d+\.\d+/)],
];

const serverKind = (clauses: ReceivedClauses): ServerKind | undefined =>
  KINDS.find(([, fits]) => fits(clauses))?.[0];

const some = (clause: Clause | undefined, shape: RegExp): boolean =>
  clause?.comments.some((text) => shape.test(text)) ?? false;

const isExchange = (how: Clause | undefined): boolean =>
  /^(?:Microsoft SMTP Server|mapi|HTTPS)\b/.test(how?.words.join(' ') ?? '');

/** They write a name only where its own address is the client's; Sendmail says where it is not. */
const VERIFY_NAMES: ReadonlySet<ServerKind> = new Set(['postfix', 'exim', 'sendmail']);

function clientOf({ from, by, comments }: ReceivedClauses, server: ServerKind | undefined): HopClient {
  if (!from) return {};
  const said = from.words[0] ?? '';
  const notes = from.comments;
  const address = addressIn(said.replace(/[[\]]/g, '')) ?? first(notes, addressInComment);
  // Exim writes first what it looked up, and the HELO where it differs; all others write the HELO first.
  const heloNote = first(notes, (text) => /(?:^|[ "])(?:helo=|HELO |EHLO )([^\s")]+)/i.exec(text)?.[1]);
  const looked =
    server === 'exim' || heloNote !== undefined ? said : first(notes, (text) => text.split(' ')[0]);
  const name = hostIn(looked);
  const isVerified =
    server !== undefined && VERIFY_NAMES.has(server) && !notes.some((text) => /may be forged/.test(text));
  const helo = heloNote ?? (addressIn(said.replace(/[[\]]/g, '')) === undefined ? said : undefined);
  // Postfix writes of the client's certificate in front of the by clause, so behind the client.
  const shown = first(
    [...notes, ...(by?.comments ?? []), ...comments],
    (text) => /^Client CN "([^"]{1,255})"/.exec(text)?.[1],
  );
  const verified = comments.some((text) => /\(verified OK\)/.test(text));
  return {
    ...(helo !== undefined && helo !== '' && { helo: helo.slice(0, 255) }),
    ...(name !== undefined && { name, ...(isVerified && { nameVerified: true as const }) }),
    ...(address !== undefined && { address }),
    ...(shown !== undefined && { certificateName: shown, certificateVerified: verified }),
  };
}

/** `(mail.contoso.com [192.0.2.1])`, `([192.0.2.1]:2525 helo=x)`, `(192.0.2.1)`, qmail's `(ada@192.0.2.1)`. */
function addressInComment(text: string): string | undefined {
  const bracketed = /\[([^\]]{2,80})\]/.exec(text.slice(0, 600))?.[1];
  if (bracketed !== undefined) return addressIn(bracketed);
  return first(text.slice(0, 600).split(/[\s@]+/), addressIn);
}

const HOST = /^(?=.{1,255}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?$/i;

/** A host's name in lower case without its last dot; undefined for addresses and what Postfix calls unknown. */
function hostIn(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 255 || !HOST.test(text) || addressIn(text) !== undefined)
    return undefined;
  const name = text.toLowerCase().replace(/\.$/, '');
  return name === 'unknown' || /^helo$/.test(name) ? undefined : name;
}

function protocolOf(how: Clause | undefined): string | undefined {
  const words = how?.words ?? [];
  const said = /^microsoft$/i.test(words[0] ?? '') ? words.slice(0, 3).join(' ') : words[0];
  return said?.slice(0, 60);
}

/** `<ada@contoso.com>`, with brackets or without. */
function recipientIn(clause: Clause | undefined): string | undefined {
  const said = clause?.words[0]?.replace(/^<|>?,?$/g, '');
  return said?.includes('@') && said.length <= 320 ? said : undefined;
}

/** RFC 3848, RFC 6531 and RFC 8314: the protocols that mean TLS, and those that with TLS would have another name. */
const ENCRYPTED = /^(?:(?:UTF8)?(?:E?SMTP|LMTP)SA?|HTTPS)$/i;
const PLAIN = /^(?:UTF8SMTPA?|ESMTPA?)$/i;

/** What names a version, by program: Exchange, Gmail and Sendmail; Postfix; Exim and OpenSMTPD. */
const TLS_SHAPES: readonly RegExp[] = [
  /version=(?:TLS|SSL)v?([\d_.]+)\S*(?:[ ,]+cipher=([^\s,)]+))?/i,
  /^using (?:TLS|SSL)v?([\d_.]+) with cipher (\S+)/i,
  /^(?:TLS|SSL)v?([\d_.]+)(?::([\w-]+))?/i,
];

function tlsOf({ comments, tls, with: how }: ReceivedClauses, protocol: string | undefined): HopTls {
  for (const comment of comments) {
    for (const shape of TLS_SHAPES) {
      const [, number, cipher = tls?.words[0]] = shape.exec(comment.slice(0, 600)) ?? [];
      if (number === undefined) continue;
      const version = versionOf(number);
      return { state: 'encrypted', version, ...(cipher !== undefined && { cipher: cipher.slice(0, 80) }) };
    }
  }
  if (tls?.words[0] || how?.comments.some((text) => /^TLS$/i.test(text))) return { state: 'encrypted' };
  if (protocol === undefined) return { state: 'unknown' };
  if (ENCRYPTED.test(protocol)) return { state: 'encrypted' };
  return { state: PLAIN.test(protocol) ? 'plain' : 'unknown' };
}

/** `1_2`, `1.2` and Sendmail's `1` for 1.0. */
function versionOf(number: string): string {
  const version = number.replaceAll('_', '.').replace(/\.$/, '');
  return version.length === 1 ? `${version}.0` : version;
}
