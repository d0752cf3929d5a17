// Reads SPF records (RFC 7208): their terms, and the names that they lead to. Evaluates no sender; macros are left as they are.

/** `~include:spf.protection.outlook.com`: qualifier, name in lower case, value as written. */
export type SpfMechanism = Readonly<{ qualifier: '+' | '-' | '~' | '?'; name: string; value: string }>;

export type SpfRecord = Readonly<{
  mechanisms: readonly SpfMechanism[];
  /** Where the rest stands, if the record has no `all` (section 6.1). */
  redirect?: string;
  /** The first term that breaks the grammar: receivers then see no SPF at all (permerror). */
  wrong?: string;
}>;

/** True for a TXT record that is one of SPF (section 4.5). */
export const isSpfRecord = (text: string): boolean => /^v=spf1( |$)/i.test(text);

/** Section 12, loosely: what stands behind the name is only looked at where an address must stand. */
const MECHANISM =
  /^([+~?-]?)(?:(all)|(include|exists):([^\s/]\S*)|(a|mx|ptr)(?::([^\s/]\S*?))?((?:\/\d{1,2})?(?:\/\/\d{1,3})?)|(ip4):(\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?)|(ip6):([0-9a-f:.]+(?:\/\d{1,3})?))$/i;
const MODIFIER = /^([a-z][a-z0-9_.-]*)=(\S*)$/i;

export function readSpf(text: string): SpfRecord {
  const mechanisms: SpfMechanism[] = [];
  let redirect: string | undefined;
  let wrong: string | undefined;
  for (const term of text.slice('v=spf1'.length).split(' ')) {
    if (term === '') continue;
    const mechanism = toMechanism(term);
    const [, modifier, value] = MODIFIER.exec(term) ?? [];
    if (mechanism) mechanisms.push(mechanism);
    else if (modifier === undefined) wrong ??= term;
    else if (modifier.toLowerCase() === 'redirect') {
      if (redirect !== undefined || !value) wrong ??= term;
      redirect ??= value;
    }
  }
  return { mechanisms, ...(redirect && { redirect }), ...(wrong !== undefined && { wrong }) };
}

function toMechanism(term: string): SpfMechanism | undefined {
  const match = MECHANISM.exec(term);
  if (!match) return undefined;
  const [, qualifier, all, lead, leadTo, host, hostOf, , ip4, range4, ip6, range6] = match;
  return {
    qualifier: (qualifier || '+') as SpfMechanism['qualifier'],
    name: (all ?? lead ?? host ?? ip4 ?? ip6 ?? '').toLowerCase(),
    value: leadTo ?? hostOf ?? range4 ?? range6 ?? '',
  };
}

/** What the sender's domain itself must look up: each counts against the limit of ten (section 4.6.4). */
const LOOKS_UP: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists']);
export const looksUp = ({ name }: SpfMechanism): boolean => LOOKS_UP.has(name);

/** The `all` that decides for whoever matches nothing before it. */
export const allOfRecord = ({ mechanisms }: SpfRecord): SpfMechanism | undefined =>
  mechanisms.find(({ name }) => name === 'all');

/** What counts: nothing behind `all` is ever reached, and beside it a redirect is ignored. */
export function termsInForce(
  record: SpfRecord,
): Readonly<{ mechanisms: readonly SpfMechanism[]; redirect?: string }> {
  const at = record.mechanisms.findIndex(({ name }) => name === 'all');
  return at < 0 ? record : { mechanisms: record.mechanisms.slice(0, at + 1) };
}

/** The names whose SPF records decide too, in lower case, without those that only a sender's address makes known (macros). */
export function spfLeadsTo(record: SpfRecord): string[] {
  const { mechanisms, redirect } = termsInForce(record);
  const included = mechanisms.flatMap(({ name, value }) => (name === 'include' ? [value] : []));
  return [...included, ...(redirect ? [redirect] : [])].filter((name) => !hasMacro(name)).map(toName);
}

export const hasMacro = (name: string): boolean => name.includes('%');
export const toName = (name: string): string => name.toLowerCase().replace(/\.$/, '');
