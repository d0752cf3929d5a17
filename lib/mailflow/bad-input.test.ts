// Every kind of odd input, with the one outcome decided for it in each kind of field.
import { expect, it } from 'vitest';
import { formatDomainPattern, parseDomainPattern } from './domain-pattern';
import { parseEmailAddress } from './email-address';
import type { Parsed } from './finding';
import { formatSmartHost, parseSmartHost } from './smart-host';

const LABEL_63 = 'a'.repeat(63);
const NAME_253 = `${`${LABEL_63}.`.repeat(3)}${'a'.repeat(57)}.com`;
const NAME_254 = `${`${LABEL_63}.`.repeat(3)}${'a'.repeat(58)}.com`;

/** `= …` is the spelling that is kept; anything else is the finding's code. What is left out is as for a smart host. */
type Row = readonly [
  what: string,
  typed: string,
  smartHost: string,
  pattern?: string,
  domainOfAddress?: string,
];

const ROWS: readonly Row[] = [
  ['a host name', 'mail.contoso.com', '= mail.contoso.com'],
  ['capitals', 'MAIL.Contoso.COM', '= mail.contoso.com'],
  ['IDN becomes ASCII', 'MÜNCHEN.example', '= xn--mnchen-3ya.example'],
  ['IDN with a German ß', 'straße.example', '= xn--strae-oqa.example'],
  ['IDN already in ASCII', 'xn--mnchen-3ya.example', '= xn--mnchen-3ya.example'],
  ['ideographic dots', 'mail。contoso。com', '= mail.contoso.com'],
  ['a trailing dot', 'mail.contoso.com.', '= mail.contoso.com'],
  ['two trailing dots', 'mail.contoso.com..', 'host.emptyLabel'],
  ['a leading dot', '.contoso.com', 'host.emptyLabel'],
  ['an empty label', 'mail..contoso.com', 'host.emptyLabel'],
  ['nothing', '', 'host.required', 'host.required', 'email.shape'],
  ['blanks only', ' \t ', 'host.required', 'host.required', 'email.shape'],
  ['an underscore', 'mail_1.contoso.com', 'host.underscore'],
  ['a space inside', 'mail contoso.com', 'host.spaces'],
  ['a no-break space', 'mail\u00a0.contoso.com', 'host.spaces'],
  ['a URL of one label', 'http://mail', 'host.url'],
  ['a URL', 'http://mail.contoso.com', 'host.url'],
  ['a URL with port and path', 'https://mail.contoso.com:25/x', 'host.url'],
  ['a URL with an address', 'smtp://[2001:db8::25]', 'host.url'],
  ['a mailto link', 'mailto:ada@contoso.com', 'host.email', 'host.email', 'email.localPart'],
  ['a mail address', 'ada@contoso.com', 'host.email', 'host.email', 'email.localPart'],
  ['a path', 'mail.contoso.com/', 'host.characters'],
  ['IPv4', '192.0.2.1', '= 192.0.2.1', 'host.ambiguousAddress', 'host.ambiguousAddress'],
  ['IPv4 with a port', '192.0.2.1:2525', '= 192.0.2.1:2525', 'host.characters', 'host.characters'],
  ['bracketed IPv4', '[192.0.2.1]:2525', '= 192.0.2.1:2525', 'host.characters', 'host.characters'],
  ['an IPv4 range', '192.0.2.0/24', 'host.cidr', 'host.characters', 'host.characters'],
  ['an IPv6 range', '2001:db8::/32', 'host.cidr', 'host.characters', 'host.characters'],
  ['IPv4 with a trailing dot', '192.0.2.1.', 'host.ambiguousAddress'],
  ['IPv4 in three parts', '192.0.2', 'host.ambiguousAddress'],
  ['IPv4 in hexadecimal', '0x7f.1', 'host.ambiguousAddress'],
  ['IPv4 with leading zeros', '010.0.0.1', 'host.ambiguousAddress'],
  ['IPv4 out of bounds', '256.1.1.1', 'host.ambiguousAddress'],
  ['IPv4 in full-width digits', '１２７.０.０.１', 'host.ambiguousAddress'],
  ['IPv6', '2001:DB8:0::25', '= 2001:db8::25', 'host.characters', 'host.characters'],
  ['IPv6 in brackets', '[2001:db8::25]', '= 2001:db8::25', 'host.characters', 'host.characters'],
  ['IPv6 with a port', '[2001:db8::25]:2525', '= [2001:db8::25]:2525', 'host.characters', 'host.characters'],
  [
    'IPv6 that only looks like one with a port',
    '2001:db8::25:2525',
    '= 2001:db8::25:2525',
    'host.characters',
    'host.characters',
  ],
  ['IPv6 with half a bracket', '[2001:db8::25', 'host.characters'],
  ['IPv6 with a zone', 'fe80::1%eth0', 'host.characters'],
  ['IPv4 inside IPv6', '::ffff:10.0.0.1', '= 10.0.0.1', 'host.characters', 'host.characters'],
  ['nobody, inside IPv6', '::ffff:0.0.0.0', 'host.addressNotAllowed', 'host.characters', 'host.characters'],
  ['link-local IPv6', 'fe80::1', 'host.addressNotAllowed', 'host.characters', 'host.characters'],
  ['no address', '0.0.0.0', 'host.addressNotAllowed', 'host.ambiguousAddress', 'host.ambiguousAddress'],
  ['multicast', '224.0.0.1', 'host.addressNotAllowed', 'host.ambiguousAddress', 'host.ambiguousAddress'],
  [
    'broadcast',
    '255.255.255.255',
    'host.addressNotAllowed',
    'host.ambiguousAddress',
    'host.ambiguousAddress',
  ],
  [
    'a name with a port',
    'mail.contoso.com:2525',
    '= mail.contoso.com:2525',
    'host.characters',
    'host.characters',
  ],
  [
    'the port that is meant anyway',
    'mail.contoso.com:25',
    '= mail.contoso.com',
    'host.characters',
    'host.characters',
  ],
  ['a port left out', 'mail.contoso.com:', 'host.port', 'host.characters', 'host.characters'],
  ['port 0', 'mail.contoso.com:0', 'host.port', 'host.characters', 'host.characters'],
  ['port 65536', 'mail.contoso.com:65536', 'host.port', 'host.characters', 'host.characters'],
  ['a port with a leading zero', 'mail.contoso.com:025', 'host.port', 'host.characters', 'host.characters'],
  ['a port by name', 'mail.contoso.com:smtp', 'host.port', 'host.characters', 'host.characters'],
  ['two ports', 'mail.contoso.com:25:25', 'host.characters'],
  ['a space before the port', 'mail.contoso.com :25', 'host.spaces'],
  ['every subdomain', '*.contoso.com', 'host.wildcard', '= *.contoso.com', 'host.wildcard'],
  [
    'every subdomain of an IDN',
    '*.münchen.example',
    'host.wildcard',
    '= *.xn--mnchen-3ya.example',
    'host.wildcard',
  ],
  ['everything', '*', 'host.wildcard', '= *', 'host.wildcard'],
  ['a whole top-level domain', '*.com', 'host.wildcard', 'pattern.wildcardTooWide', 'host.wildcard'],
  ['two wildcards', '*.*.com', 'host.wildcard', 'pattern.wildcardPlace', 'host.wildcard'],
  ['a wildcard inside', 'a.*.b', 'host.wildcard', 'pattern.wildcardPlace', 'host.wildcard'],
  ['a wildcard at the end', 'mail.*', 'host.wildcard', 'pattern.wildcardPlace', 'host.wildcard'],
  [
    'a wildcard for part of a label',
    '*contoso.com',
    'host.wildcard',
    'pattern.wildcardPlace',
    'host.wildcard',
  ],
  ['a wildcard of nothing', '*.', 'host.wildcard', 'pattern.wildcardPlace', 'host.wildcard'],
  ['a space behind the wildcard', '*. contoso.com', 'host.spaces'],
  ['a wildcard over an address', '*.192.0.2.1', 'host.wildcard', 'host.ambiguousAddress', 'host.wildcard'],
  ['a full-width wildcard', '＊.contoso.com', 'host.characters'],
  ['a bare top-level domain', 'com', 'host.notQualified'],
  ['a bare top-level domain with a dot', 'com.', 'host.notQualified'],
  ['localhost', 'localhost', 'host.notQualified'],
  ['253 characters', NAME_253, `= ${NAME_253}`, `= ${NAME_253}`, 'email.tooLong'],
  ['254 characters', NAME_254, 'host.tooLong'],
  ['254 characters and a dot', `${NAME_254}.`, 'host.tooLong'],
  ['10,000 characters', 'a'.repeat(10_000), 'host.tooLong'],
  ['a label of 63', `${LABEL_63}.com`, `= ${LABEL_63}.com`],
  ['a label of 64', `a${LABEL_63}.com`, 'host.labelTooLong'],
  ['a label that begins with a hyphen', '-a.contoso.com', 'host.hyphen'],
  ['a label that ends with a hyphen', 'a-.contoso.com', 'host.hyphen'],
  [
    'CR LF and a command',
    'mail.contoso.com\r\nRCPT TO:<eve@fabrikam.com>',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  [
    'a line break at the end',
    'mail.contoso.com\n',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  [
    'a line break behind the wildcard',
    '*.\ncontoso.com',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  [
    'NUL',
    'mail\u0000.contoso.com',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  [
    'DEL',
    'mail\u007f.contoso.com',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  [
    'a zero-width space',
    'mail\u200b.contoso.com',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  [
    'a soft hyphen',
    'mail\u00ad.contoso.com',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  [
    'text turned round',
    'mail\u202emoc.contoso',
    'host.controlCharacters',
    'host.controlCharacters',
    'email.controlCharacters',
  ],
  ['half a character', '\ud800.contoso.com', 'host.characters'],
  ['quotes', '"mail".contoso.com', 'host.characters'],
  ['a backslash', 'mail\\contoso.com', 'host.characters'],
  ['a comma', 'mail,contoso.com', 'host.characters'],
];

const outcome = <T>(read: Parsed<T>, format: (value: T) => string): string =>
  read.ok ? `= ${format(read.value)}` : read.finding.code;

for (const [what, typed, smartHost, pattern = smartHost, domainOfAddress] of ROWS) {
  it(`${what}: one outcome for a smart host, for a domain and behind an @`, () => {
    expect({
      smartHost: outcome(parseSmartHost(typed), formatSmartHost),
      pattern: outcome(parseDomainPattern(typed), formatDomainPattern),
      address: outcome(parseEmailAddress(`ada@${typed}`), String),
    }).toEqual({ smartHost, pattern, address: domainOfAddress ?? smartHost.replace('= ', '= ada@') });
  });
}

const ADDRESSES: readonly (readonly [what: string, typed: string, address: string])[] = [
  ['an address', 'ada@contoso.com', '= ada@contoso.com'],
  ['capitals: kept before the @ only', 'Ada@CONTOSO.com', '= Ada@contoso.com'],
  ['blanks around', ' ada@contoso.com\t', '= ada@contoso.com'],
  [
    'every character an atom may hold',
    "!#$%&'*+-/=?^_`{|}~.a@contoso.com",
    "= !#$%&'*+-/=?^_`{|}~.a@contoso.com",
  ],
  ['nothing', '', 'email.required'],
  ['no @', 'contoso.com', 'email.shape'],
  ['nothing before the @', '@contoso.com', 'email.shape'],
  ['nothing behind the @', 'ada@', 'email.shape'],
  ['two @', 'ada@x@contoso.com', 'email.localPart'],
  ['a name and brackets', 'Ada <ada@contoso.com>', 'email.localPart'],
  ['a quoted local part', '"a b"@contoso.com', 'email.localPart'],
  ['a dot at the end of the local part', 'ada.@contoso.com', 'email.localPart'],
  ['two dots', 'a..b@contoso.com', 'email.localPart'],
  ['letters beyond ASCII', 'jürgen@contoso.com', 'email.localPart'],
  ['a space behind the @', 'ada@ contoso.com', 'host.spaces'],
  ['a local part of 64', `${'a'.repeat(64)}@contoso.com`, `= ${'a'.repeat(64)}@contoso.com`],
  ['a local part of 65', `${'a'.repeat(65)}@contoso.com`, 'email.tooLong'],
  ['CR LF and a command', 'ada@contoso.com\r\nDATA', 'email.controlCharacters'],
  ['CR LF before the @', 'ada\r\n@contoso.com', 'email.controlCharacters'],
  ['LF at the end', 'ada@contoso.com\n', 'email.controlCharacters'],
  ['an address literal', 'ada@[192.0.2.1]', 'host.characters'],
];

it.each(ADDRESSES)('as an email address, %s', (_, typed, address) => {
  expect(outcome(parseEmailAddress(typed), String)).toBe(address);
});
