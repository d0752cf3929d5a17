// The audit log's view as its URL spells it: who, what, on what, between which days. Pure, as links write what pages read.
// Refuses nothing: what can't be read falls back to its default, as an old or hand-made link must still open.

/** Everything that the audit log says was done, by group, in the order of the filter. */
export const AUDIT_ACTIONS = {
  connectors: [
    'connector.created',
    'connector.published',
    'connector.deleted',
    'connector.undeleted',
    'connector.draftDiscarded',
  ],
  acceptedDomains: ['acceptedDomain.added', 'acceptedDomain.changed', 'acceptedDomain.removed'],
  rules: [
    'transportRule.created',
    'transportRule.changed',
    'transportRule.reordered',
    'transportRule.removed',
  ],
  exchange: ['exchange.read', 'exchange.imported', 'exchange.exported', 'exchange.importRemoved'],
  validation: ['validation.requested', 'validation.finished', 'validation.cancelled'],
  guide: ['guide.scenarioChosen', 'guide.confirmed', 'guide.withdrawn', 'guide.checked'],
  users: [
    'user.setUp',
    'user.invited',
    'user.invitationRevoked',
    'user.joined',
    'user.roleSet',
    'user.disabled',
    'user.enabled',
  ],
  signIn: [
    'user.signedIn',
    'user.signInRefused',
    'user.signedOut',
    'user.sessionsEnded',
    'user.resetLinkMade',
    'user.passwordReset',
  ],
  auditLog: ['audit.exported'],
  backups: ['console.restored'],
} as const;

export type AuditGroup = keyof typeof AUDIT_ACTIONS;
export type AuditAction = (typeof AUDIT_ACTIONS)[AuditGroup][number];
export const AUDIT_GROUPS = Object.keys(AUDIT_ACTIONS) as AuditGroup[];

/** The group of an action; undefined for one that this version does not know. */
export const groupOf = (action: string): AuditGroup | undefined =>
  AUDIT_GROUPS.find((group) => AUDIT_ACTIONS[group].some((known) => known === action));

/** Who acts without an account: whoever has a shell on the server, and whoever is not signed in. */
export const NO_ACCOUNT = ['commandLine', 'nobody'] as const;

/**
 * '' is no filter. `person` is a user's id or one of NO_ACCOUNT; `from` and `to` are days (2026-11-24) of the reader's
 * time zone, both included; `before` is the sequence of the last entry already seen.
 */
export type AuditView = Readonly<{
  person: string;
  group: AuditGroup | '';
  subject: string;
  from: string;
  to: string;
  before?: number;
}>;

export const WHOLE_LOG: AuditView = { person: '', group: '', subject: '', from: '', to: '' };

/** Longer than any id or name that could match. */
const TEXT_MAX = 200;
/** The largest number that the column holds on either engine. */
const SEQUENCE_MAX = 2_147_483_647;

/** A page's searchParams, or anything else of that shape. */
type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads a URL's query; of a key that comes twice, the first counts. */
export function readAuditView(query: RawQuery): AuditView {
  // PostgreSQL has no text with NUL in it.
  const text = (key: string) => textOf(query, key).replaceAll('\0', '').trim().slice(0, TEXT_MAX);
  const before = sequenceIn(textOf(query, 'before'));
  return {
    person: text('person'),
    group: AUDIT_GROUPS.find((group) => group === text('activity')) ?? '',
    subject: text('subject'),
    from: isDay(text('from')) ? text('from') : '',
    to: isDay(text('to')) ? text('to') : '',
    ...(before !== undefined && { before }),
  };
}

/** The query that reads back as `view` (and `entry` as the open one), without defaults: `?person=…` or nothing. */
export function auditViewQuery({ group, before, ...texts }: AuditView, entry?: number): string {
  const query = new URLSearchParams();
  for (const [key, text] of Object.entries({ activity: group, ...texts })) if (text) query.set(key, text);
  if (before !== undefined) query.set('before', String(before));
  if (entry !== undefined) query.set('entry', String(entry));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The entry that a URL's query opens, if any. */
export const openEntry = (query: RawQuery): number | undefined => sequenceIn(textOf(query, 'entry'));

/** True where the view leaves out entries by what they say. */
export const isFiltered = ({ before: _, ...texts }: AuditView): boolean =>
  Object.values(texts).some((text) => text !== '');

/** A day of the calendar that exists, as `<input type="date">` spells it. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

function textOf(query: RawQuery, key: string): string {
  const value = query[key];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

function sequenceIn(text: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(text) ? Math.min(Number(text), SEQUENCE_MAX) : undefined;
}
