// What a judge of the guide says of one step: how it stands, what that rests on, what to do. Codes and values, never prose: the
// words stand in messages/*/guide.json. "Could not be checked" is a state of its own, and never means "wrong".
import type { CloudMxVerdict } from '../cloud-mx';
import type { FindingParams } from '../finding';
import type { MxGuard } from '../mx-guard';
import type { VerdictFinding } from '../verdict';
import type { GuideEvidenceCode, GuideRemedyCode } from './guide-codes';

/** Gravest first: a step for several domains or servers stands as the first of these that one of them has. */
export const GUIDE_STATES = [
  'failing',
  'toDo',
  'couldNotCheck',
  'warning',
  'confirmed',
  'done',
  'notApplicable',
] as const;
export type GuideState = (typeof GUIDE_STATES)[number];

/** States in which nothing is left to do. */
const AT_REST: readonly GuideState[] = ['confirmed', 'done', 'notApplicable', 'warning'];
export const isLeft = (state: GuideState): boolean => !AT_REST.includes(state);

/** `unknown`: nobody answered. */
export type EvidenceLevel = 'good' | 'info' | 'warning' | 'bad' | 'unknown';

/** What a state rests on, a sentence each. */
export type GuideEvidence = Readonly<{ level: EvidenceLevel }> &
  (
    | Readonly<{ kind: 'said'; code: GuideEvidenceCode; params?: FindingParams }>
    /** Seen by a validation; its words and its own remedy are those of the validation's report. */
    | Readonly<{ kind: 'verdict'; finding: VerdictFinding }>
    | Readonly<{ kind: 'mx'; domain: string; verdict: CloudMxVerdict }>
    | Readonly<{ kind: 'guard'; domain: string; guard: MxGuard }>
  );

export type GuideRemedy = Readonly<{ code: GuideRemedyCode; params?: FindingParams }>;

/** Where a step is done or looked at. */
export type GuideWay =
  | Readonly<{
      to:
        | 'acceptedDomains'
        | 'connectors'
        | 'newOutbound'
        | 'newInbound'
        | 'firewall'
        | 'server'
        | 'finalTest'
        | 'rules';
    }>
  | Readonly<{ to: 'mx' | 'trace'; domain: string }>
  | Readonly<{ to: 'connector'; id: string }>
  | Readonly<{ to: 'validation'; runId: string }>;

export type StepState = Readonly<{
  state: GuideState;
  evidence: readonly GuideEvidence[];
  remedies: readonly GuideRemedy[];
  /** A person's word would settle it: nobody but a person knows, or the console could not find out. */
  confirmable: boolean;
  way?: GuideWay;
}>;

/** The gravest of `states`; `notApplicable` where there are none. */
export const gravest = (states: readonly GuideState[]): GuideState =>
  GUIDE_STATES.find((state) => states.includes(state)) ?? 'notApplicable';
