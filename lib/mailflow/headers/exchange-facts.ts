// What Exchange and Office 365 write into headers about a message's way. No field names a connector; several tell what a
// connector did. Which are documented and which only seen: docs/decisions/0014-header-analysis.md.
import { type HeaderField, valuesOf } from './header-fields';
import { addressIn } from './office-365-host';

/** An address and the name that its client had called itself. */
export type NamedAddress = Readonly<{ address?: string; name?: string }>;

/** X-Forefront-Antispam-Report: who connected (CIP, CTRY, PTR, H), the verdicts (SFV, SCL, IPV, CAT), in or out (DIR). */
export type AntispamReport = Readonly<Partial<Record<AntispamKey, string>>>;
const ANTISPAM_KEYS = ['CIP', 'CTRY', 'H', 'PTR', 'SFV', 'SCL', 'IPV', 'CAT', 'DIR'] as const;
type AntispamKey = (typeof ANTISPAM_KEYS)[number];

export type ExchangeFacts = Readonly<
  Partial<{
    /** X-MS-Exchange-Organization-MessageDirectionality: the message counts as the organization's own, or as from outside. */
    directionality: 'originating' | 'incoming';
    /** How the organization's first server that counts had taken the sender: `Internal`, `Anonymous`, `Partner`. */
    authAs: string;
    authSource: string;
    authMechanism: string;
    /** The tenant to which Office 365 had attributed the message, and how. */
    tenantId: string;
    crossTenantAuthAs: string;
    crossTenantAuthSource: string;
    /** `HybridOnPrem` behind a connector from the organization's own servers; `Internet`; `Hosted`: a mailbox of the cloud. */
    fromEntity: string;
    /** The connection that was attributed. */
    connecting: NamedAddress;
    originatorOrg: string;
    /** The servers that took internal headers out, let them in, or wrote them (CloudServicesMailEnabled). */
    headersStripped: string;
    headersPromoted: string;
    headersProcessed: string;
    /** Enhanced filtering had looked behind the last server: whose address counts. */
    skipListed: NamedAddress;
    antispam: AntispamReport;
  }>
>;

const PREFIX = 'x-ms-exchange-';
/** Fields whose value is taken as it is. The first that is there counts: the newest. */
const PLAIN: readonly (readonly [keyof ExchangeFacts, readonly string[]])[] = [
  ['authAs', [`${PREFIX}organization-authas`]],
  ['authSource', [`${PREFIX}organization-authsource`]],
  ['authMechanism', [`${PREFIX}organization-authmechanism`]],
  ['tenantId', [`${PREFIX}crosstenant-id`, 'x-eoptenantattributedmessage']],
  ['crossTenantAuthAs', [`${PREFIX}crosstenant-authas`]],
  ['crossTenantAuthSource', [`${PREFIX}crosstenant-authsource`]],
  ['fromEntity', [`${PREFIX}crosstenant-fromentityheader`, `${PREFIX}transport-fromentityheader`]],
  ['originatorOrg', ['x-originatororg']],
  ['headersStripped', [`${PREFIX}transport-crosstenantheadersstripped`]],
  [
    'headersPromoted',
    [
      `${PREFIX}organization-cross-premises-headers-promoted`,
      `${PREFIX}transport-crosstenantheaderspromoted`,
    ],
  ],
  ['headersProcessed', [`${PREFIX}organization-cross-premises-headers-processed`]],
];

export function readExchangeFacts(fields: readonly HeaderField[]): ExchangeFacts {
  const values = new Map<string, string>();
  for (const { name, value } of fields) {
    const key = name.toLowerCase();
    if (/^x-/.test(key) && !values.has(key)) values.set(key, value.slice(0, 4_096));
  }
  const plain = PLAIN.flatMap(([fact, names]) => {
    const value = names.map((name) => values.get(name)).find((one) => one !== undefined && one !== '');
    return value === undefined ? [] : [[fact, value.slice(0, 255)]];
  });
  const said = values.get(`${PREFIX}organization-messagedirectionality`)?.toLowerCase();
  const connecting = namedAddress(
    values.get(`${PREFIX}crosstenant-originalattributedtenantconnectingip`),
    'helo',
  );
  const skipListed = namedAddress(values.get(`${PREFIX}skiplistedinternetsender`), 'domain');
  const antispam = antispamReport(values.get('x-forefront-antispam-report'));
  return {
    ...Object.fromEntries(plain),
    ...((said === 'originating' || said === 'incoming') && { directionality: said }),
    ...(connecting && { connecting }),
    ...(skipListed && { skipListed }),
    ...(antispam && { antispam }),
  };
}

/** `TenantId=…; Ip=[192.0.2.1]; Helo=[mail.contoso.com]`, `ip=[192.0.2.1];domain=mail.contoso.com`. */
function namedAddress(value: string | undefined, nameKey: string): NamedAddress | undefined {
  if (value === undefined) return undefined;
  const parts = new Map(
    value.split(';').map((part) => {
      const at = part.indexOf('=');
      return [
        part.slice(0, at).trim().toLowerCase(),
        part
          .slice(at + 1)
          .trim()
          .replace(/^\[|\]$/g, ''),
      ];
    }),
  );
  const address = addressIn(parts.get('ip') ?? '');
  const name = parts.get(nameKey)?.slice(0, 255);
  if (address === undefined && !name) return undefined;
  return { ...(address !== undefined && { address }), ...(name && { name }) };
}

/** `CIP:192.0.2.1;CTRY:IT;…`; an IPv6 address has colons of its own. */
function antispamReport(value: string | undefined): AntispamReport | undefined {
  if (value === undefined) return undefined;
  const report: Partial<Record<AntispamKey, string>> = {};
  for (const part of value.split(';')) {
    const at = part.indexOf(':');
    const key = ANTISPAM_KEYS.find((one) => one === part.slice(0, Math.max(0, at)).trim());
    const said = part.slice(at + 1).trim();
    if (key && said !== '' && report[key] === undefined) report[key] = said.slice(0, 255);
  }
  return report;
}

/** True where a message has fields that an Exchange organization writes for itself alone. */
export const hasOrganizationFields = (fields: readonly HeaderField[]): boolean =>
  fields.some(({ name }) => name.toLowerCase().startsWith(`${PREFIX}organization-`));

/** The domains that signed with DKIM, as their signatures say; whether they verify is said by the results. */
export const dkimDomains = (fields: readonly HeaderField[]): string[] => [
  ...new Set(
    valuesOf(fields, 'dkim-signature').flatMap((value) => {
      const domain = /(?:^|;)\s{0,20}d\s{0,20}=\s{0,20}([^;\s]{1,255})/.exec(value.slice(0, 4_096))?.[1];
      return domain === undefined ? [] : [domain.toLowerCase()];
    }),
  ),
];
