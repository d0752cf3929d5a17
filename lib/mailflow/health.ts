// What the last validation says about a connector as it is now.

/** How one validation ended. `inconclusive`: greylisted, rate limited and the like; neither passed nor failed. */
export type ValidationOutcome = 'passed' | 'failed' | 'inconclusive';

/**
 * `stale`: the last result was measured on other settings than those in force. `notApplicable`: an inbound connector,
 * which the service has no validation for.
 */
export type ConnectorHealth = ValidationOutcome | 'never' | 'stale' | 'notApplicable';

/** The last finished validation, as far as health depends on it. */
export type LastValidation = Readonly<{ outcome: ValidationOutcome; fingerprint: string }>;

/** Health of a connector whose settings have `fingerprint`; a result counts only for the settings it tested. */
export function health(last: LastValidation | undefined, fingerprint: string): ConnectorHealth {
  if (fingerprint === '') return 'notApplicable';
  if (!last) return 'never';
  return last.fingerprint === fingerprint ? last.outcome : 'stale';
}
