// Would receivers believe mail of a domain that leaves through Microsoft 365? Counts look-ups as they do (RFC 7208), over the
// records that were looked up. A name that nobody answered for makes the count unknown, never wrong.
import type { CheckedDomain, Looked, SpfAt } from './domain-facts';
import {
  allOfRecord,
  hasMacro,
  looksUp,
  readSpf,
  type SpfMechanism,
  spfLeadsTo,
  termsInForce,
  toName,
} from './spf';
import { NOT_CHECKED, remedy, said, standing, unanswered } from './standing';
import type { GuideEvidence, GuideRemedy, StepState } from './step-state';

export const CLOUD_SPF = 'spf.protection.outlook.com';
/** RFC 7208 section 4.6.4 */
const LOOK_UPS_MAX = 10;
/** From here on, one more service that sends would be one too many. */
const LOOK_UPS_NEAR = 9;

/** As much of a record as is shown. */
const SHOWN = 500;
/** What a domain publishes that has nothing yet: mail leaves through Microsoft 365 alone. */
const SUGGESTED = `v=spf1 include:${CLOUD_SPF} -all`;

type SpfByName = ReadonlyMap<string, Looked<SpfAt>>;
type Notes = { evidence: GuideEvidence[]; remedies: GuideRemedy[] };

/** `domain` is lower-case ASCII. */
export function judgeSpf(domain: string, checked: CheckedDomain | undefined): StepState {
  if (!checked) return NOT_CHECKED;
  const notes: Notes = { evidence: [], remedies: [] };
  const spf: SpfByName = new Map(checked.facts.spf.map(({ name, answer }) => [name, answer]));
  const own = spf.get(domain);
  if (!own) return NOT_CHECKED;
  if (!own.ok) return standing([unanswered(domain, own.failure)], { remedies: [remedy('checkLater')] });
  const [text, ...others] = own.value.records;
  if (text === undefined)
    return standing([said('bad', 'spfNone', { domain })], {
      remedies: [remedy('publishSpf', { domain, record: SUGGESTED })],
    });
  if (others.length > 0)
    return standing([said('bad', 'spfSeveral', { count: others.length + 1 })], {
      remedies: [remedy('oneSpf')],
    });
  note(notes, said('good', 'spfFound', { text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text }));
  if (own.value.cut) note(notes, said('unknown', 'spfTooLong', { domain }));
  else judgeRecord(domain, text, spf, notes);
  return standing(notes.evidence, { remedies: notes.remedies });
}

function note({ evidence, remedies }: Notes, one: GuideEvidence, ...help: GuideRemedy[]): void {
  evidence.push(one);
  remedies.push(...help);
}

function judgeRecord(domain: string, text: string, spf: SpfByName, notes: Notes): void {
  const { wrong } = readSpf(text);
  if (wrong !== undefined) note(notes, said('bad', 'spfSyntax', { term: wrong }), remedy('fixSpf'));
  const walk = walkSpf(domain, spf);
  if (!walk.names.has(CLOUD_SPF))
    note(
      notes,
      walk.unread
        ? said('unknown', 'spfCloudUnknown', { include: CLOUD_SPF })
        : said('bad', 'spfCloudMissing', { include: CLOUD_SPF }),
      remedy('includeCloud', { include: CLOUD_SPF }),
    );
  const { count } = walk;
  if (count > LOOK_UPS_MAX)
    note(notes, said('bad', 'spfTooManyLookUps', { count, max: LOOK_UPS_MAX }), remedy('fewerLookUps'));
  else if (!walk.loop)
    note(
      notes,
      said(count >= LOOK_UPS_NEAR ? 'warning' : 'good', 'spfLookUps', { count, max: LOOK_UPS_MAX }),
      ...(count >= LOOK_UPS_NEAR ? [remedy('fewerLookUps')] : []),
    );
  if (walk.loop) note(notes, said('bad', 'spfLoop', { name: walk.loop }), remedy('fixSpf'));
  for (const name of walk.missing) note(notes, said('bad', 'spfPartMissing', { name }), remedy('fixSpf'));
  for (const [name, failure] of walk.failed) note(notes, unanswered(name, failure), remedy('checkLater'));
  const ending = endingOf(domain, spf);
  if (ending === 'unread') return;
  note(notes, ...endingNote(ending));
}

function endingNote(all: SpfMechanism | undefined): [GuideEvidence, ...GuideRemedy[]] {
  switch (all?.qualifier) {
    case undefined:
      return [said('warning', 'spfNoEnding'), remedy('closeSpf')];
    case '+':
      return [said('bad', 'spfOpen'), remedy('closeSpf')];
    case '?':
      return [said('warning', 'spfNeutral'), remedy('closeSpf')];
    default:
      return [said('good', 'spfEnding', { ending: `${all?.qualifier}all` })];
  }
}

type Walk = {
  count: number;
  names: Set<string>;
  missing: Set<string>;
  failed: Map<string, Parameters<typeof unanswered>[1]>;
  /** Something that counts was not read. */
  unread: boolean;
  loop?: string;
};

/** Follows what receivers follow; a record that is led to twice counts twice, and one that leads to itself never ends. */
function walkSpf(domain: string, spf: SpfByName): Walk {
  const walk: Walk = { count: 0, names: new Set(), missing: new Set(), failed: new Map(), unread: false };
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) {
      walk.loop = name;
      return;
    }
    // Receivers stop here too.
    if (walk.count > LOOK_UPS_MAX) return;
    const at = spf.get(name);
    if (!at) walk.unread = true;
    else if (!at.ok) {
      walk.unread = true;
      walk.failed.set(name, at.failure);
    } else if (at.value.records.length !== 1) {
      if (above.length > 0) walk.missing.add(name);
    } else follow(at.value.records[0] ?? '', at.value.cut === true, [...above, name]);
  };
  const follow = (text: string, cut: boolean, path: readonly string[]): void => {
    if (cut) walk.unread = true;
    const record = readSpf(text);
    const { mechanisms, redirect } = termsInForce(record);
    walk.count += mechanisms.filter(looksUp).length + (redirect ? 1 : 0);
    if ([...mechanisms.filter(looksUp).map(({ value }) => value), redirect ?? ''].some(hasMacro))
      walk.unread = true;
    for (const name of spfLeadsTo(record)) {
      walk.names.add(name);
      visit(name, path);
    }
  };
  visit(domain, []);
  return walk;
}

/** The `all` in force: the record's own, or that of what it redirects to. */
function endingOf(
  domain: string,
  spf: SpfByName,
  seen: readonly string[] = [],
): SpfMechanism | undefined | 'unread' {
  const at = spf.get(domain);
  if (!at?.ok || at.value.cut || seen.includes(domain)) return 'unread';
  const record = readSpf(at.value.records[0] ?? '');
  const { redirect } = termsInForce(record);
  if (!redirect) return allOfRecord(record);
  return hasMacro(redirect) ? 'unread' : endingOf(toName(redirect), spf, [...seen, domain]);
}
