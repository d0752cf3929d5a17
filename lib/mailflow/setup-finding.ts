// What a rule noticed about a whole set-up: a code and its values, whom it is about, and where it would be put right.
// The words stand in messages/*/setupFindings.json: what is wrong and why, and what would fix it.
import type { DraftField } from './connector-draft';
import type { StepId } from './connector-steps';
import type { FindingParams, Severity } from './finding';
import type { Named } from './mail-setup';

export const SETUP_FINDING_SEVERITIES = {
  duplicateScope: 'warning',
  shadowedConnector: 'warning',
  tie: 'warning',
  everyDomain: 'warning',
  relayWithoutConnector: 'error',
  authoritativeWithConnector: 'info',
  connectorWithoutDomains: 'warning',
  ruleToMissingConnector: 'error',
  ruleToDisabledConnector: 'error',
  tlsDowngrade: 'warning',
  domainValidationByAddress: 'warning',
  smartHostIsCloud: 'error',
  allowBesideRestrict: 'warning',
  certificateNotAccepted: 'warning',
  overlappingRanges: 'warning',
  headersDiffer: 'warning',
} as const satisfies Record<string, Severity>;
export type SetupFindingCode = keyof typeof SETUP_FINDING_SEVERITIES;

/** The step of a connector's wizard whose fields bring the finding about. */
export const SETUP_FINDING_STEPS = {
  duplicateScope: 'scope',
  shadowedConnector: 'scope',
  tie: 'scope',
  everyDomain: 'scope',
  relayWithoutConnector: 'scope',
  authoritativeWithConnector: 'scope',
  connectorWithoutDomains: 'scope',
  ruleToMissingConnector: 'name',
  ruleToDisabledConnector: 'name',
  tlsDowngrade: 'security',
  domainValidationByAddress: 'routing',
  smartHostIsCloud: 'routing',
  allowBesideRestrict: 'authentication',
  certificateNotAccepted: 'authentication',
  overlappingRanges: 'authentication',
  headersDiffer: 'name',
} as const satisfies Record<SetupFindingCode, StepId>;

/** Where one click leads: a step of a connector's wizard with its field, a rule, or an accepted domain. */
export type Fix =
  | Readonly<{ at: 'connector'; id: string; step: StepId; field: DraftField }>
  | Readonly<{ at: 'rule'; id: string }>
  | Readonly<{ at: 'acceptedDomain'; domain: string }>;

/** `connectors` names the one to change first. */
export type SetupFinding = Readonly<{
  code: SetupFindingCode;
  severity: Severity;
  connectors: readonly Named[];
  rule?: Named;
  domain?: string;
  params: FindingParams;
  fix: Fix;
}>;
