// What is odd about pasted headers: codes with their weight; the words stand in messages/*/headers.json.
import type { FindingParams } from '../finding';
import { type AuthenticationField, vouchedResult } from './authentication-results';
import { hasOrganizationFields } from './exchange-facts';
import type { ReadFields } from './header-fields';
import { type Hop, isVouchedExchange } from './hop';

/** `warning`: something is wrong, or not to be believed. `info`: worth knowing when reading the rest. */
export const HEADER_FINDINGS = {
  // the paste
  noHeaders: 'warning',
  noReceived: 'warning',
  incomplete: 'info',
  textCut: 'warning',
  linesSkipped: 'info',
  foldsRepaired: 'info',
  bodyIgnored: 'info',
  oddCharacters: 'warning',
  // the fields
  fieldRepeated: 'warning',
  // the path
  manyHops: 'warning',
  hopUnreadable: 'info',
  hopUndated: 'info',
  clockSkew: 'info',
  slowHop: 'warning',
  hopPlain: 'warning',
  hopsClaimed: 'info',
  // who says what
  authenticationClaimed: 'info',
  authenticationLikely: 'info',
  organizationFieldsForeign: 'warning',
  spfFails: 'warning',
  dkimFails: 'warning',
  dmarcFails: 'warning',
} as const satisfies Record<string, 'warning' | 'info'>;
export type HeaderFindingCode = keyof typeof HEADER_FINDINGS;
export type HeaderFinding = Readonly<{
  code: HeaderFindingCode;
  severity: 'warning' | 'info';
  params?: FindingParams;
}>;

/** Clocks of mail servers differ by seconds; only more than this is worth a word. */
const SKEW_MS = 60_000;
const SLOW_MS = 300_000;

export type HeaderScene = Readonly<{
  read: ReadFields;
  hops: readonly Hop[];
  /** All Received fields, those that were not kept among them. */
  found: number;
  authentication: readonly AuthenticationField[];
}>;

type Row = readonly [HeaderFindingCode, (scene: HeaderScene) => readonly FindingParams[]];

const when = (holds: boolean, params: FindingParams = {}): readonly FindingParams[] =>
  holds ? [params] : [];
const byOf = ({ by }: Hop): string => by.name ?? by.address ?? '?';

/** RFC 5322 section 3.6: at most once in a message. */
const ONCE = 'from sender reply-to to cc bcc message-id in-reply-to references subject date'.split(' ');

const ROWS: readonly Row[] = [
  ['noHeaders', ({ read }) => when(read.fields.length === 0)],
  ['noReceived', ({ read, found }) => when(read.fields.length > 0 && found === 0)],
  ['incomplete', ({ read }) => when(read.fields.length > 0 && !(has(read, 'from') && has(read, 'date')))],
  ['textCut', ({ read }) => when(read.cut)],
  ['linesSkipped', ({ read }) => when(read.fields.length > 0 && read.skipped > 0, { count: read.skipped })],
  ['foldsRepaired', ({ read }) => when(read.refolded > 0, { count: read.refolded })],
  ['bodyIgnored', ({ read }) => when(read.body)],
  ['oddCharacters', ({ read }) => when(read.odd > 0, { count: read.odd })],
  ['fieldRepeated', ({ read }) => repeated(read)],
  ['manyHops', ({ found, hops }) => when(found > hops.length, { count: found, kept: hops.length })],
  [
    'hopUnreadable',
    ({ hops }) => counted(hops.filter(({ by, from }) => !by.name && !by.address && !from.helo)),
  ],
  ['hopUndated', ({ hops }) => counted(hops.filter(({ at }) => at === undefined))],
  [
    'clockSkew',
    ({ hops }) => late(hops, 'skew', SKEW_MS).map(([by, ms]) => ({ by, seconds: Math.round(ms / 1_000) })),
  ],
  [
    'slowHop',
    ({ hops }) => late(hops, 'took', SLOW_MS).map(([by, ms]) => ({ by, minutes: Math.round(ms / 60_000) })),
  ],
  ['hopPlain', ({ hops }) => hops.filter(isPlain).map((hop) => ({ by: byOf(hop) }))],
  ['hopsClaimed', ({ hops }) => counted(hops.filter(({ trust }) => trust === 'claimed'))],
  [
    'authenticationClaimed',
    ({ authentication }) => counted(authentication.filter(({ standing }) => standing === 'claimed')),
  ],
  [
    'authenticationLikely',
    ({ authentication }) => likelyServers(authentication).map((server) => ({ server })),
  ],
  [
    'organizationFieldsForeign',
    ({ read, hops }) => when(hasOrganizationFields(read.fields) && !hops.some(isVouchedExchange)),
  ],
  ['spfFails', ({ authentication }) => failing(authentication, 'spf', ['smtp.mailfrom', 'smtp.helo'])],
  ['dkimFails', ({ authentication }) => failing(authentication, 'dkim', ['header.d', 'header.i'])],
  ['dmarcFails', ({ authentication }) => failing(authentication, 'dmarc', ['header.from'])],
];

/** No more of one code than this: a path of 200 hops must not become 200 sentences. */
const EACH_MAX = 5;

export const headerFindings = (scene: HeaderScene): HeaderFinding[] =>
  ROWS.flatMap(([code, holds]) =>
    holds(scene)
      .slice(0, EACH_MAX)
      .map((params) => ({
        code,
        severity: HEADER_FINDINGS[code],
        ...(Object.keys(params).length > 0 && { params }),
      })),
  );

const counted = (found: readonly unknown[]) => when(found.length > 0, { count: found.length });

const likelyServers = (authentication: readonly AuthenticationField[]): string[] => [
  ...new Set(
    authentication.flatMap(({ standing, server }) => (standing === 'likely' && server ? [server] : [])),
  ),
];

const has = ({ fields }: ReadFields, name: string): boolean =>
  fields.some((field) => field.name.toLowerCase() === name);

function repeated({ fields }: ReadFields): readonly FindingParams[] {
  const counts = new Map<string, number>();
  for (const { name } of fields) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return ONCE.flatMap((name) => {
    const count = counts.get(name) ?? 0;
    return count > 1
      ? [{ name: fields.find((field) => field.name.toLowerCase() === name)?.name ?? name, count }]
      : [];
  });
}

const late = (hops: readonly Hop[], kind: 'took' | 'skew', least: number): [by: string, ms: number][] =>
  hops.flatMap((hop) =>
    hop.delay.kind === kind && hop.delay.ms >= least ? [[byOf(hop), hop.delay.ms] as [string, number]] : [],
  );

/** A server's talk with itself needs no encryption, and what is only claimed proves none. */
const isPlain = (hop: Hop): boolean => {
  const isLocal = hop.from.address === undefined || /^(?:127\.|::1$)/.test(hop.from.address);
  return hop.tls.state === 'plain' && hop.trust !== 'claimed' && !isLocal;
};

const FAILURES = new Set(['fail', 'softfail', 'permerror']);

function failing(
  authentication: readonly AuthenticationField[],
  method: string,
  names: readonly string[],
): readonly FindingParams[] {
  const result = vouchedResult(authentication, method);
  if (!result || !FAILURES.has(result.result)) return [];
  const domain = names.map((name) => result.properties[name]).find((one) => one !== undefined && one !== '');
  return [{ result: result.result, domain: domain ?? '?' }];
}
