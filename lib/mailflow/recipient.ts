// A recipient or sender as people type it. Wider than email-address.ts: nothing is sent, only its domain is looked up.
import { domainOf, parseEmailAddress } from './email-address';
import { type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, parseHostName, trimBlanks } from './host-name';

/** How it was read, where that is worth a word. */
export type ReadingNote =
  | 'sourceRoute'
  | 'quotedLocalPart'
  | 'internationalDomain'
  | 'internationalLocalPart';

/** `address` has its domain in lower-case ASCII; the local part keeps its case (RFC 5321 section 2.4). */
export type Recipient = Readonly<{ address: string; domain: string; notes: readonly ReadingNote[] }>;

/** The domain of an address that was read; '' where there is none. */
export const domainIn = (address: string | undefined): string =>
  address?.slice(address.lastIndexOf('@') + 1) ?? '';

/** What most addresses look like, read in one go. Up to 64 characters: no label or local part can be too long. */
const PLAIN =
  /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
const NO_NOTES: readonly ReadingNote[] = [];

/** Where the domain of a recipient begins that needs no careful reading; 0 where readRecipient() has to look. */
export const plainDomainAt = (text: string): number =>
  text.length <= 64 && PLAIN.test(text) ? text.indexOf('@') + 1 : 0;

/**
 * Text → recipient: bare, in angle brackets, behind a display name, behind a source route (`<@a,@b:user@c>`, RFC 5321
 * appendix C: read and ignored), with a quoted local part, with a domain or local part beyond ASCII.
 */
export function readRecipient(text: string): Parsed<Recipient> {
  const plain = plainDomainAt(text);
  if (plain > 0) return parsed({ address: text, domain: text.slice(plain), notes: NO_NOTES });
  const trimmed = trimBlanks(text);
  if (hasControlCharacters(trimmed)) return refused('email.controlCharacters');
  const inner = withoutBrackets(trimmed);
  if (inner === '') return refused('email.required');
  const shown = { value: trimmed.slice(0, 80) };
  if (!inner.startsWith('@')) return readMailbox(inner, NO_NOTES, shown);
  const colon = inner.indexOf(':');
  const hops = inner.slice(0, Math.max(0, colon)).split(',');
  if (colon < 0 || !hops.every((hop) => hop.startsWith('@') && parseHostName(hop.slice(1)).ok))
    return refused(colon < 0 ? 'email.shape' : 'email.sourceRoute', shown);
  return readMailbox(inner.slice(colon + 1), ['sourceRoute'], shown);
}

/** A sender: a recipient, or the empty one of bounces (`''`, `<>`; RFC 5321 section 4.5.5). */
export function readSender(text: string): Parsed<Recipient | 'empty'> {
  const trimmed = trimBlanks(text);
  return trimmed === '' || trimmed === '<>' ? parsed('empty') : readRecipient(text);
}

/** What stands in angle brackets at the end, and all of it where there are none. */
function withoutBrackets(text: string): string {
  if (!text.endsWith('>')) return text;
  const open = text.lastIndexOf('<');
  return open < 0 ? text : trimBlanks(text.slice(open + 1, -1));
}

type Shown = Readonly<{ value: string }>;

function readMailbox(text: string, before: readonly ReadingNote[], shown: Shown): Parsed<Recipient> {
  const at = text.lastIndexOf('@');
  const typedDomain = text.slice(at + 1);
  if (at > 0 && typedDomain.startsWith('[')) return refused('email.addressLiteral', shown);
  const notes = [...before];
  if (at > 0 && [...typedDomain].some((char) => char > '\u007f')) notes.push('internationalDomain');
  if (text.startsWith('"')) return readQuoted(text.slice(0, at), typedDomain, notes, shown);
  const localPart = text.slice(0, Math.max(0, at));
  // RFC 6531 lets a local part hold any letter; an ASCII stand-in of the same length goes through the same reader.
  const ascii = [...localPart].map((char) => (char > '\u007f' ? 'x' : char)).join('');
  const address = parseEmailAddress(at < 0 ? text : `${ascii}@${typedDomain}`);
  if (!address.ok) return address;
  if (ascii !== localPart) notes.push('internationalLocalPart');
  const domain = domainOf(address.value);
  return parsed({ address: `${localPart}@${domain}`, domain, notes });
}

/** RFC 5321 section 4.1.2, Quoted-string: printable ASCII, where `"` and `\` stand behind a backslash. */
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
const LOCAL_PART_MAX = 64;

function readQuoted(
  localPart: string,
  typedDomain: string,
  notes: ReadingNote[],
  shown: Shown,
): Parsed<Recipient> {
  if (!QUOTED.test(localPart) || localPart.length > LOCAL_PART_MAX) return refused('email.quoted', shown);
  const domain = parseHostName(typedDomain);
  if (!domain.ok) return domain;
  const bare = parseEmailAddress(`${localPart.slice(1, -1)}@${domain.value}`);
  // `"ada"@contoso.com` and `ada@contoso.com` are one mailbox (RFC 5321 section 4.1.2).
  const address = bare.ok ? bare.value : `${localPart}@${domain.value}`;
  return parsed({ address, domain: domain.value, notes: [...notes, 'quotedLocalPart'] });
}
