// What DNS says of a domain, seen from the guide: where its mail goes today, what else must change when that moves, whether its
// mail is signed. Facts come from the look-ups, what routes say from mxGuard.
import { CLOUD_MX_VERDICTS, type CloudMxVerdict, expectedMx, judgeCloudMx } from '../cloud-mx';
import { policyNames } from '../mta-sts';
import { MX_GUARD, type MxGuard, type MxGuardCode } from '../mx-guard';
import { isCloudHost } from '../smart-host';
import type { CheckedDomain, DomainFacts } from './domain-facts';
import { isUnanswered } from './domain-facts';
import { NOT_CHECKED, remedy, said, standing, stateOf, unanswered } from './standing';
import type { EvidenceLevel, GuideEvidence, GuideRemedy, GuideState, StepState } from './step-state';

const MX_STATES = {
  done: { state: 'done', level: 'good' },
  check: { state: 'warning', level: 'warning' },
  elsewhere: { state: 'toDo', level: 'info' },
  wrong: { state: 'failing', level: 'bad' },
  unchecked: { state: 'couldNotCheck', level: 'unknown' },
} as const satisfies Record<string, Readonly<{ state: GuideState; level: EvidenceLevel }>>;

/** The MX switch: where the record leads, and whether it may move. A gateway that stays in front is for a person to say. */
export function judgeMxRecord(domain: string, checked: CheckedDomain | undefined, guard: MxGuard): StepState {
  const way = { to: 'mx', domain } as const;
  const may = MX_GUARD[guard.code];
  if (!checked) return { ...NOT_CHECKED, way };
  const verdict = shownVerdict(domain, checked.facts);
  const { state, level } = MX_STATES[CLOUD_MX_VERDICTS[verdict.code]];
  const isThere = state === 'done' || state === 'warning';
  const ofGuard = guardLevel(guard.code, isThere);
  const evidence: GuideEvidence[] = [
    { kind: 'mx', level, domain, verdict },
    { kind: 'guard', level: ofGuard, domain, guard },
  ];
  const remedies: GuideRemedy[] = [];
  if (state === 'couldNotCheck') remedies.push(remedy('checkLater'));
  if (may === 'notYet') remedies.push(remedy('waitForConnector', { domain }));
  else if (state === 'toDo' || state === 'failing') remedies.push(remedy('setMx', { domain }));
  const after: GuideState = ofGuard === 'bad' ? 'failing' : ofGuard === 'warning' ? 'warning' : state;
  return stateOf(isThere ? after : state, evidence, {
    remedies,
    way,
    confirmable: state === 'toDo' || state === 'couldNotCheck',
  });
}

/** More records than anybody reads are left out of the evidence; all of them were judged. */
const EXCHANGERS_SHOWN = 10;
function shownVerdict(domain: string, { mx }: DomainFacts): CloudMxVerdict {
  const verdict = judgeCloudMx(domain, mx);
  return { ...verdict, exchangers: verdict.exchangers.slice(0, EXCHANGERS_SHOWN) };
}

/** A validation that is missing, old or of other settings: a reason to wait with the move, and afterwards only worth a look. */
const UNPROVEN: ReadonlySet<MxGuardCode> = new Set([
  'neverValidated',
  'validationInconclusive',
  'validationStale',
  'validationOld',
]);

/** Mail that is in the cloud already, and that no connector takes on, goes no further. */
function guardLevel(code: MxGuardCode, isThere: boolean): EvidenceLevel {
  if (MX_GUARD[code] === 'ready') return 'good';
  if (MX_GUARD[code] === 'check') return 'info';
  return isThere && !UNPROVEN.has(code) ? 'bad' : 'warning';
}

/** Where the domain's mail goes today at all: the first prerequisite. `servers` is what validations saw of open relays. */
export function judgeInternetMail(
  domain: string,
  checked: CheckedDomain | undefined,
  servers: readonly GuideEvidence[],
): StepState {
  if (!checked) return NOT_CHECKED;
  const verdict = shownVerdict(domain, checked.facts);
  const kind = CLOUD_MX_VERDICTS[verdict.code];
  const level = kind === 'wrong' ? 'bad' : kind === 'unchecked' ? 'unknown' : 'good';
  return standing([{ kind: 'mx', level, domain, verdict }, ...servers], {
    remedies: level === 'unknown' ? [remedy('checkLater')] : [],
  });
}

/** What would break, or end, when the MX moves: an MTA-STS policy that names other servers, DANE of today's. */
export function judgeMxProtection(domain: string, checked: CheckedDomain | undefined): StepState {
  if (!checked) return NOT_CHECKED;
  const { mx, mtaSts, tlsa } = checked.facts;
  const target = mx.exchangers?.find(({ name }) => isCloudHost({ host: name }))?.name ?? expectedMx(domain);
  const sts = judgeMtaStsForMove(domain, mtaSts, target);
  const dane = judgeDaneForMove(tlsa);
  return standing([...sts.evidence, ...dane.evidence], { remedies: [...sts.remedies, ...dane.remedies] });
}

type Judged = Readonly<{ evidence: readonly GuideEvidence[]; remedies: readonly GuideRemedy[] }>;
const judged = (one: GuideEvidence, ...remedies: GuideRemedy[]): Judged => ({ evidence: [one], remedies });

/** `target` is where the MX leads or will lead; absent where only the admin center knows. */
function judgeMtaStsForMove(
  domain: string,
  { failure, mtaSts }: DomainFacts['mtaSts'],
  target: string | undefined,
): Judged {
  if (failure && (mtaSts?.record === undefined || isUnanswered(failure)))
    return judged(unanswered(`_mta-sts.${domain}`, failure), remedy('checkLater'));
  if (mtaSts?.record === undefined) return judged(said('good', 'mtaStsNone'));
  const { policy } = mtaSts;
  if (failure || !policy)
    return judged(said('warning', 'mtaStsUnusable', { domain }), remedy('fixMtaSts', { domain }));
  if (policy.mode === 'none') return judged(said('good', 'mtaStsNone'));
  if (target === undefined) return judged(said('unknown', 'mtaStsUnknownTarget', { domain }));
  if (policyNames(policy, target)) return judged(said('good', 'mtaStsNamesCloud', { target }));
  const isEnforced = policy.mode === 'enforce';
  return judged(
    said(isEnforced ? 'bad' : 'warning', isEnforced ? 'mtaStsWouldRefuse' : 'mtaStsTesting', { target }),
    remedy('nameCloudInMtaSts', { target, domain }),
  );
}

/** TLSA records belong to a server's name: those of today's protect nothing once the MX names another one. */
function judgeDaneForMove(tlsa: DomainFacts['tlsa']): Judged {
  const old = tlsa.filter(({ server }) => !isCloudHost({ host: server }));
  const silent = old.flatMap(({ server, answer }) =>
    answer.ok ? [] : [unanswered(`_25._tcp.${server}`, answer.failure)],
  );
  const names = old.flatMap(({ server, answer }) => (answer.ok && answer.value.count > 0 ? [server] : []));
  if (names.length > 0)
    return {
      evidence: [said('warning', 'tlsaEnds', { names: names.join(', ') }), ...silent],
      remedies: [remedy('useNewMx')],
    };
  return { evidence: silent.length > 0 ? silent : [said('good', 'tlsaNone')], remedies: [] };
}

/** Whether mail of the domain is signed by Microsoft 365, and what the domain asks of receivers. Never more than a warning. */
export function judgeDkimDmarc(domain: string, checked: CheckedDomain | undefined): StepState {
  if (!checked) return NOT_CHECKED;
  const dkim = judgeDkim(domain, checked.facts.dkim);
  const dmarc = judgeDmarc(domain, checked.facts.dmarc);
  return standing([...dkim.evidence, ...dmarc.evidence], { remedies: [...dkim.remedies, ...dmarc.remedies] });
}

function judgeDkim(domain: string, looked: DomainFacts['dkim']): Judged {
  const found = looked.flatMap(({ selector, answer }) => (answer.ok && answer.value.key ? [selector] : []));
  if (found.length > 0) return judged(said('good', 'dkimFound', { selectors: found.join(', ') }));
  const silent = looked.flatMap(({ selector, answer }) =>
    answer.ok ? [] : [unanswered(`${selector}._domainkey.${domain}`, answer.failure)],
  );
  if (silent.length > 0) return { evidence: silent, remedies: [remedy('checkLater')] };
  return judged(said('warning', 'dkimNone', { domain }), remedy('turnOnDkim', { domain }));
}

function judgeDmarc(domain: string, looked: DomainFacts['dmarc']): Judged {
  for (const { name, answer } of looked) {
    if (!answer.ok) return judged(unanswered(name, answer.failure), remedy('checkLater'));
    const [text, ...others] = answer.value;
    if (others.length > 0)
      return judged(said('warning', 'dmarcSeveral', { name, count: others.length + 1 }), remedy('oneDmarc'));
    if (text !== undefined) return judged(said('good', 'dmarcFound', { name, text }));
  }
  return judged(
    said('warning', 'dmarcNone', { domain }),
    remedy('publishDmarc', { domain, record: 'v=DMARC1; p=none' }),
  );
}
