// One e-mail address for an SMTP envelope. Stricter than RFC 5321 on purpose: nothing that could split a command.

import { type Parsed, parsed, refused } from './finding';
import { hasControlCharacters, parseHostName, trimBlanks } from './host-name';

/** RFC 5321 section 4.5.3.1: a path is 256 octets with its brackets, a local part 64. */
const ADDRESS_MAX = 254;
const LOCAL_PART_MAX = 64;
/** RFC 5321 Dot-string: atoms joined by dots. Quoted local parts are refused. */
const DOT_STRING = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** Text → `local@domain`, the domain in lower-case ASCII; the local part keeps its case (RFC 5321 section 2.4). */
export function parseEmailAddress(text: string): Parsed<string> {
  const trimmed = trimBlanks(text);
  if (trimmed === '') return refused('email.required');
  if (hasControlCharacters(trimmed)) return refused('email.controlCharacters');
  const at = trimmed.lastIndexOf('@');
  const shown = { value: trimmed.slice(0, 80) };
  if (at < 1 || at === trimmed.length - 1) return refused('email.shape', shown);
  const localPart = trimmed.slice(0, at);
  if (localPart.length > LOCAL_PART_MAX) return refused('email.tooLong', { max: ADDRESS_MAX });
  if (!DOT_STRING.test(localPart)) return refused('email.localPart', shown);
  if (/\s/.test(trimmed.slice(at))) return refused('host.spaces', shown);
  const domain = parseHostName(trimmed.slice(at + 1));
  if (!domain.ok) return domain;
  const address = `${localPart}@${domain.value}`;
  return address.length > ADDRESS_MAX ? refused('email.tooLong', { max: ADDRESS_MAX }) : parsed(address);
}

/** The domain of a parsed address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
