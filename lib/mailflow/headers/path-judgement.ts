// What holding a message's path against the set-up answers: codes and values; the words stand in messages/*/headers.json.
import type { Attribution } from '../attribution-trace';
import type { FindingParams } from '../finding';
import type { RecipientTrace } from '../route-trace';

/**
 * `into`: from elsewhere to Office 365. `outOf`: from Office 365 to elsewhere. `through`: both. `inside`: it never left.
 * `elsewhere`: Office 365 had no part in it, or nobody vouches that it had.
 */
export const PATH_DIRECTIONS = ['into', 'outOf', 'through', 'inside', 'elsewhere'] as const;
export type PathDirection = (typeof PATH_DIRECTIONS)[number];

/** From the best to the worst: of several reasons the worst decides. */
export const PATH_VERDICTS = ['asForeseen', 'cannotTell', 'otherPath'] as const;
export type PathVerdict = (typeof PATH_VERDICTS)[number];

/** Each reason with the verdict that it is one for; a `note` only goes with others. */
export const PATH_REASONS = {
  // into Office 365
  ownByCertificate: 'asForeseen',
  ownByAddress: 'asForeseen',
  certificateInferred: 'asForeseen',
  partnerMatches: 'asForeseen',
  noConnectorNeeded: 'asForeseen',
  certificateOrAddress: 'cannotTell',
  certificateNotTold: 'cannotTell',
  noMark: 'cannotTell',
  noMarkNoConnector: 'cannotTell',
  ownWithoutConnector: 'otherPath',
  connectorNotUsed: 'otherPath',
  certificateNotRecognized: 'otherPath',
  senderNotTold: 'note',
  partnerLeavesNoMark: 'note',
  skipListed: 'note',
  // out of Office 365
  smartHostMatches: 'asForeseen',
  mxHostMatches: 'asForeseen',
  defaultRoute: 'asForeseen',
  serverNameDiffers: 'cannotTell',
  mxNotKnown: 'cannotTell',
  routeUnknown: 'cannotTell',
  recipientNotTold: 'cannotTell',
  otherConnectorsHost: 'otherPath',
  connectorNotForeseen: 'otherPath',
  leftThoughLocal: 'otherPath',
  tlsMissing: 'otherPath',
  relayPool: 'note',
  tlsNotTold: 'note',
  recipientAssumed: 'note',
  routeAmbiguous: 'note',
  // neither
  deliveredInside: 'asForeseen',
  mailboxInside: 'cannotTell',
  noOffice365: 'cannotTell',
  addressHidden: 'cannotTell',
} as const satisfies Record<string, PathVerdict | 'note'>;
export type PathReasonCode = keyof typeof PATH_REASONS;
export type PathReason = Readonly<{ code: PathReasonCode; params?: FindingParams }>;

/** One crossing of Office 365's border, or none. `hop` counts from 0, oldest first. */
export type PathLeg = Readonly<{ verdict: PathVerdict; reasons: readonly PathReason[] }> &
  (
    | Readonly<{ kind: 'into'; hop: number; attribution: Attribution }>
    | Readonly<{ kind: 'outOf'; hop: number; trace?: RecipientTrace }>
    | Readonly<{ kind: 'none'; trace?: RecipientTrace }>
  );

export type PathJudgement = Readonly<{
  direction: PathDirection;
  /** The worst of the legs. */
  verdict: PathVerdict;
  /** In the order in which the message went. */
  legs: readonly PathLeg[];
}>;

/** The verdict that a set of reasons makes. */
export function verdictOf(reasons: readonly PathReason[]): PathVerdict {
  const verdicts = reasons.map(({ code }) => PATH_REASONS[code]).filter((verdict) => verdict !== 'note');
  return worst(verdicts.length > 0 ? verdicts : ['cannotTell']);
}

export const worst = (verdicts: readonly PathVerdict[]): PathVerdict =>
  PATH_VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'cannotTell';
