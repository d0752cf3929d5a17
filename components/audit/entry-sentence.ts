// Which sentence says what an audit entry is about. Pure: pages and exported files say the same, in any language.
import type { AuditAction } from '@/lib/operations/audit-log-query';
import type { Messages } from '@/messages';
import { type Details, numberIn, objectIn, textIn } from './read-details';

type Did = Messages['audit']['did'];
type Nested<Part extends keyof Did> = Did[Part] extends string ? Part : `${Part}.${keyof Did[Part] & string}`;

/** A message under `audit.did`, and what it is told. */
export type EntrySentence = Readonly<{
  key: { [Part in keyof Did]: Nested<Part> }[keyof Did];
  values: Readonly<Record<string, string | number>>;
}>;

/** As much of an entry as its sentence needs. */
export type SaidEntry = Readonly<{
  action: string;
  subjectName?: string | null | undefined;
  details: unknown;
}>;

/** The sentence of any entry: one of a kind that this version does not know is told by its raw name. */
export function entrySentence({ action, subjectName, details }: SaidEntry): EntrySentence {
  const known = isKnown(action) ? SENTENCES[action] : undefined;
  const read = objectIn({ details }, 'details') ?? {};
  const values = {
    action,
    name: subjectName || '–',
    version: numberIn(read, 'version') ?? '–',
    count: numberIn(read, 'count') ?? '–',
    restoredFrom: numberIn(read, 'restoredFrom') ?? '–',
    before: nameIn(read, 'before') ?? '–',
    role: textIn(read, 'role') ?? '–',
    to: textIn(read, 'to') ?? '–',
    purpose: textIn(read, 'purpose') ?? '–',
    format: textIn(read, 'format') ?? '–',
    outcome: textIn(read, 'outcome') ?? '–',
    scenario: textIn(read, 'scenario') ?? '–',
    step: textIn(read, 'step') ?? '–',
  };
  if (!known) return { key: subjectName ? 'otherOn' : 'other', values };
  return { key: typeof known === 'string' ? known : known(read, subjectName || undefined), values };
}

type Key = EntrySentence['key'];
type Choice = Key | ((details: Details, name: string | undefined) => Key);

const SENTENCES: Readonly<Record<AuditAction, Choice>> = {
  'connector.created': 'connector.created',
  'connector.published': (details) => {
    if (numberIn(details, 'restoredFrom') !== undefined) return 'connector.restored';
    const [only, ...others] = changedKeys(details);
    if (only === undefined || others.length > 0) return 'connector.published';
    if (only === 'name') return 'connector.renamed';
    if (only !== 'enabled') return 'connector.published';
    return objectIn(details, 'after')?.enabled ? 'connector.turnedOn' : 'connector.turnedOff';
  },
  'connector.draftDiscarded': 'connector.draftDiscarded',
  'connector.deleted': 'connector.deleted',
  'connector.undeleted': 'connector.undeleted',
  'acceptedDomain.added': (_, name) => (name ? 'acceptedDomain.added' : 'acceptedDomain.addedSeveral'),
  'acceptedDomain.changed': (_, name) => (name ? 'acceptedDomain.changed' : 'acceptedDomain.changedSeveral'),
  'acceptedDomain.removed': (_, name) => (name ? 'acceptedDomain.removed' : 'acceptedDomain.removedSeveral'),
  'transportRule.created': 'transportRule.created',
  'transportRule.changed': (details) => {
    const [only, ...others] = changedKeys(details);
    if (only === undefined || others.length > 0) return 'transportRule.changed';
    if (only === 'name') return 'transportRule.renamed';
    if (only !== 'enabled') return 'transportRule.changed';
    return objectIn(details, 'after')?.enabled ? 'transportRule.turnedOn' : 'transportRule.turnedOff';
  },
  'transportRule.reordered': 'transportRule.reordered',
  'transportRule.removed': 'transportRule.removed',
  'exchange.read': 'exchange.read',
  'exchange.imported': 'exchange.imported',
  'exchange.exported': (details) =>
    textIn(details, 'form') === 'change' ? 'exchange.exportedChange' : 'exchange.exported',
  'exchange.importRemoved': 'exchange.importRemoved',
  'validation.requested': (_, name) => (name ? 'validation.requested' : 'validation.requestedUnsaved'),
  'validation.finished': (_, name) => (name ? 'validation.finished' : 'validation.finishedUnsaved'),
  'validation.cancelled': 'validation.cancelled',
  'guide.scenarioChosen': 'guide.scenarioChosen',
  'guide.confirmed': (_, name) => (name ? 'guide.confirmedOn' : 'guide.confirmed'),
  'guide.withdrawn': (_, name) => (name ? 'guide.withdrawnOn' : 'guide.withdrawn'),
  'guide.checked': 'guide.checked',
  'user.setUp': 'user.setUp',
  'user.invited': (_, name) => (name ? 'user.invited' : 'user.invitedAnyone'),
  'user.invitationRevoked': (_, name) => (name ? 'user.invitationRevoked' : 'user.invitationRevokedAnyone'),
  'user.joined': 'user.joined',
  'user.roleSet': 'user.roleSet',
  'user.disabled': 'user.disabled',
  'user.enabled': 'user.enabled',
  'user.signedIn': 'user.signedIn',
  'user.signInRefused': (_, name) => (name ? 'user.signInRefused' : 'user.signInRefusedUnknown'),
  'user.signedOut': 'user.signedOut',
  'user.sessionsEnded': 'user.sessionsEnded',
  'user.resetLinkMade': 'user.resetLinkMade',
  'user.passwordReset': 'user.passwordReset',
  'audit.exported': 'audit.exported',
  'console.restored': 'console.restored',
};

const isKnown = (action: string): action is AuditAction => Object.hasOwn(SENTENCES, action);

const nameIn = (details: Details, side: string): string | undefined =>
  textIn(objectIn(details, side) ?? {}, 'name');

/** The settings that differ between `before` and `after`; none where one of them is not there. */
function changedKeys(details: Details): string[] {
  const [before, after] = [objectIn(details, 'before'), objectIn(details, 'after')];
  if (!before || !after) return [];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
