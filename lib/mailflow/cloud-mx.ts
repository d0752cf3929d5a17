// Where a domain's MX should lead once Microsoft 365 takes its mail, and what today's records are beside that. Compared softly:
// Microsoft gives the name, and may give another than the usual one. What could not be looked up is never wrong.
import { usableExchangers } from './mail-exchangers';
import type { MailExchanger, Observation } from './observation';

export const CLOUD_MX_SUFFIX = 'mail.protection.outlook.com';
/** RFC 1035 section 2.3.4 */
const LABEL_MAX = 63;
/** What Microsoft's own instructions set. */
const RECORD = { preference: 0, ttlSeconds: 3_600 } as const;

/** What one MX record leads to, seen from the domain. */
export type ExchangerKind =
  /** Microsoft 365, by the name that this domain usually has. */
  | 'expected'
  /** The same with a hyphen less or a count behind it, as Microsoft gives where a name is taken. */
  | 'variant'
  /** The newer names, which DNSSEC can sign: `contoso-com.l-v1.mx.microsoft`. */
  | 'newForm'
  /** Microsoft 365, by a name that is made of another domain. */
  | 'otherToken'
  /** Microsoft's, and not where worldwide tenants get mail: a national cloud, or a name of before 2013. */
  | 'otherCloud'
  | 'elsewhere'
  | 'unusable';

/** Each verdict and how far the switch is: done, worth a look, still elsewhere, wrong, or not known. */
export const CLOUD_MX_VERDICTS = {
  cloud: 'done',
  cloudNewForm: 'done',
  cloudVariant: 'done',
  cloudOtherToken: 'check',
  cloudThenOthers: 'check',
  cloudAmongEquals: 'check',
  othersThenCloud: 'elsewhere',
  elsewhere: 'elsewhere',
  otherCloud: 'elsewhere',
  implicit: 'elsewhere',
  nullMx: 'wrong',
  unusable: 'wrong',
  noDomain: 'wrong',
  unchecked: 'unchecked',
} as const;
export type CloudMxVerdictCode = keyof typeof CLOUD_MX_VERDICTS;

export type CloudMxVerdict = Readonly<{
  code: CloudMxVerdictCode;
  /** The records, most preferred first. */
  exchangers: readonly (MailExchanger & Readonly<{ kind: ExchangerKind }>)[];
  /** The usual target; absent where the domain's name is too long for one. */
  expected?: string;
}>;

/** What a look-up of the domain's MX brought, as the probe's stage `mx` tells it. */
export type MxFacts = Pick<Observation, 'failure' | 'exchangers' | 'implicitMx'>;

/**
 * `contoso.com` → `contoso-com.mail.protection.outlook.com`. The domain is lower-case ASCII (parseHostName). Undefined where
 * the name does not fit into one label: then only the admin center knows.
 */
export function expectedMx(domain: string): string | undefined {
  const token = domain.replaceAll('.', '-');
  return token.length <= LABEL_MAX ? `${token}.${CLOUD_MX_SUFFIX}` : undefined;
}

/** One MX record, to be typed into a DNS zone. `target` comes from expectedMx(), or better from the admin center. */
export const mxRecord = (domain: string, target: string) => ({
  ...RECORD,
  target,
  line: zoneLine(domain, RECORD.ttlSeconds, RECORD.preference, target),
});

/**
 * The records as they were found, to go back to: lines of a zone file. Whatever is no host's name is left out, as no sender
 * could use it and DNS may have sent anything.
 */
export const mxLines = (domain: string, exchangers: readonly MailExchanger[], ttlSeconds: number): string[] =>
  usableExchangers(exchangers)
    .filter(({ name }) => /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(name))
    .map(({ name, preference }) => zoneLine(domain, ttlSeconds, preference, name));

/** RFC 1035 section 5.1 */
const zoneLine = (domain: string, ttlSeconds: number, preference: number, target: string): string =>
  `${domain}. ${ttlSeconds} IN MX ${preference} ${target}.`;

/** What the records of `domain` (lower-case ASCII) mean for the switch. */
export function judgeCloudMx(
  domain: string,
  { failure, exchangers = [], implicitMx }: MxFacts,
): CloudMxVerdict {
  const expected = expectedMx(domain);
  const about = (code: CloudMxVerdictCode, shown: CloudMxVerdict['exchangers'] = []): CloudMxVerdict => ({
    code,
    exchangers: shown,
    ...(expected !== undefined && { expected }),
  });
  if (failure) return about(FAILURES[failure.kind] ?? 'unchecked');
  const kinds = [...usableExchangers(exchangers), ...exchangers.filter(({ unusable }) => unusable)].map(
    (one) => ({
      ...one,
      kind: exchangerKind(one, domain),
    }),
  );
  if (implicitMx) return about('implicit', kinds);
  return about(orderOf(kinds.filter(({ kind }) => kind !== 'unusable')), kinds);
}

const FAILURES: Readonly<Record<string, CloudMxVerdictCode>> = { nullMx: 'nullMx', dnsNotFound: 'noDomain' };

type Judged = CloudMxVerdict['exchangers'];

const CLOUD: ReadonlySet<ExchangerKind> = new Set(['expected', 'variant', 'newForm', 'otherToken']);

/** The verdict for usable records in order of preference. */
function orderOf(usable: Judged): CloudMxVerdictCode {
  const [first] = usable;
  if (!first) return 'unusable';
  const preferred = usable.filter(({ preference }) => preference === first.preference);
  const inCloud = ({ kind }: Judged[number]): boolean => CLOUD.has(kind);
  if (!preferred.some(inCloud)) {
    if (usable.some(inCloud)) return 'othersThenCloud';
    return preferred.every(({ kind }) => kind === 'otherCloud') ? 'otherCloud' : 'elsewhere';
  }
  if (!preferred.every(inCloud)) return 'cloudAmongEquals';
  if (!usable.every(inCloud)) return 'cloudThenOthers';
  return OF_KIND[preferred.find(({ kind }) => kind !== 'otherToken')?.kind ?? 'otherToken'];
}

const OF_KIND: Readonly<Record<ExchangerKind, CloudMxVerdictCode>> = {
  expected: 'cloud',
  variant: 'cloudVariant',
  newForm: 'cloudNewForm',
  otherToken: 'cloudOtherToken',
  otherCloud: 'otherCloud',
  elsewhere: 'elsewhere',
  unusable: 'unusable',
};

const NEW_FORM = /^([a-z0-9-]+)\.[a-z0-9-]+\.mx\.microsoft$/;
const USUAL_FORM = /^([a-z0-9-]+)\.mail\.protection\.outlook\.com$/;
/** GCC High and DoD, 21Vianet, the closed German cloud, consumers' mailboxes, and the names of before 2013. */
const OTHER_CLOUD =
  /\.mail\.protection\.(office365\.us|partner\.outlook\.cn|outlook\.de)$|\.olc\.protection\.outlook\.com$|(^|\.)(mail\.eo\.outlook\.com|mail\.messaging\.microsoft\.com|mail\.outlook\.com|global\.(frontbridge|bigfish)\.com)$/;

/** What one record of `domain` leads to. */
export function exchangerKind({ name, unusable }: MailExchanger, domain: string): ExchangerKind {
  if (unusable) return 'unusable';
  const usual = USUAL_FORM.exec(name)?.[1];
  const token = usual ?? NEW_FORM.exec(name)?.[1];
  if (token === undefined) return OTHER_CLOUD.test(name) ? 'otherCloud' : 'elsewhere';
  if (!isMadeOf(token, domain)) return 'otherToken';
  if (usual === undefined) return 'newForm';
  return name === expectedMx(domain) ? 'expected' : 'variant';
}

/** Hyphens may be gone, and a count may follow: `contoso-com`, `contosocom`, `contoso-com0i`. */
function isMadeOf(token: string, domain: string): boolean {
  const squeezed = (text: string): string => text.replace(/[.-]/g, '');
  const [has, wanted] = [squeezed(token), squeezed(domain)];
  return has.startsWith(wanted) && /^(\d[a-z0-9]{0,3})?$/.test(has.slice(wanted.length));
}
