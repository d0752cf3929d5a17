// The few words around addresses that change what they mean, whatever firewall wrote them. All others say nothing here:
// a rule is read for the addresses that it lets in, not understood.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** The addresses behind them are the sender's. */
export const SOURCE_WORDS = words(
  'saddr from src source -s --source --src -remoteaddress remoteip remoteaddress',
);

/** The addresses behind them are the firewall's own side. */
export const OTHER_END_WORDS = words(
  'daddr to dst dest destination -d --destination --dst -localaddress localip localaddress',
);

export const EVERYONE_WORDS = words('any any4 any6 anywhere all * everyone');

/** Addresses that only the firewall itself knows. @see New-NetFirewallRule -RemoteAddress */
export const KEYWORDS = words(
  'localsubnet localsubnet4 localsubnet6 dns dhcp wins defaultgateway intranet rmtintranet internet ply2renders',
);

/** Rules that shut out, or hold for everyone but. A chain's own policy lets nothing in or out by address. */
export const SHUTS_OUT = /\b(deny|drop|reject|block)\b|!=|!\s*-s\b|-s\s*!|\bnot\b/i;

/** `permit tcp <source> <destination>`: the second address is the firewall's own side. */
export const SOURCE_THEN_OTHER = /\bpermit\s+(tcp|udp|ip|ipv6|object)\b/i;

/** Lines of netsh, `Get-NetFirewallAddressFilter` and the like that hold something else than the sender's addresses. */
export const OTHER_PROPERTY =
  /^((rule|display|instance) ?name|name|description|(display|rule) ?group|group(ing)?|profiles?|local ?(ip|address|port)s?|remote ?ports?|dest(ination)?( ?(ip|address|port)(es)?)?|protocol|action|direction|enabled|edge ?traversal( ?policy)?)$/i;

/** Lines of theirs that do. */
export const SOURCE_PROPERTY = /remote|source|src|from|address|\bip/i;

/** Free text behind a word: not searched for addresses. */
export const FREE_TEXT =
  /(^|\s)(-m\s+comment\s+)?(-{0,2}(comment|displayname|description)|-name|-group)\s+("[^"]*"|'[^']*'|[^\s,;{}]+)/gi;

/** What is commented out: `#` and `//` anywhere behind a blank; `!`, `;`, `rem` and Cisco's `remark` at the front. */
export const COMMENT = /(^|\s)(#|\/\/).*$|^\s*([!;]|rem\s|<!--|(access-list\s+\S+\s+)?remark\s).*$/i;
