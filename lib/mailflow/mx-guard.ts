// May a domain's MX move to Microsoft 365 now? Only where a connector that is on and was validated takes the mail on from there.
// Knows no clock: how old a validation may be is a number that is handed in, as is the time.
import type { ConnectorHealth } from './health';
import type { KeptConnector, MailSetup, Named } from './mail-setup';
import type { CompiledRoutes } from './route';
import { UNKNOWN_MESSAGE } from './rule-message';
import { traceRecipient } from './trace-route';

/** Each answer, and what it comes to. `check`: nobody but the admin can say. */
export const MX_GUARD = {
  ready: 'ready',
  /** Mailboxes in the cloud alone need no connector. */
  noConnectorAuthoritative: 'check',
  unclear: 'check',
  ambiguous: 'check',
  notAccepted: 'notYet',
  noConnector: 'notYet',
  connectorOff: 'notYet',
  connectorInTestMode: 'notYet',
  /** The connector follows MX, which would lead back to where the mail is. */
  followsMx: 'notYet',
  neverValidated: 'notYet',
  validationFailed: 'notYet',
  validationInconclusive: 'notYet',
  validationStale: 'notYet',
  validationOld: 'notYet',
} as const;
export type MxGuardCode = keyof typeof MX_GUARD;

export type MxGuard = Readonly<{
  code: MxGuardCode;
  /** The one that takes the mail, or that would if it were on. */
  connector?: Named;
}>;

/** When each connector's last validation ended, in milliseconds since 1970, by its id. */
export type ValidatedAt = ReadonlyMap<string, number>;

const HEALTH: Readonly<Record<ConnectorHealth, MxGuardCode | undefined>> = {
  passed: undefined,
  never: 'neverValidated',
  notApplicable: 'unclear',
  failed: 'validationFailed',
  inconclusive: 'validationInconclusive',
  stale: 'validationStale',
};

/**
 * `domain` is lower-case ASCII; `routes` are those of `setup`. The mailbox that is asked for is postmaster, which every
 * domain has (RFC 5321 section 4.5.1).
 */
export function mxGuard(
  domain: string,
  { setup, routes }: Readonly<{ setup: MailSetup; routes: CompiledRoutes }>,
  { validatedAt, freshForMs, now }: Readonly<{ validatedAt: ValidatedAt; freshForMs: number; now: Date }>,
): MxGuard {
  if (!routes.acceptedOf(domain)) return { code: 'notAccepted' };
  const { outcome, reason, winner, ambiguous, beaten } = traceRecipient(
    routes,
    `postmaster@${domain}`,
    UNKNOWN_MESSAGE,
  );
  if (outcome === 'unknown') return { code: 'unclear', ...(winner && { connector: winner }) };
  const kept = winner && setup.connectors.find(({ id }) => id === winner.id);
  if (!kept) {
    const would = beaten.find(({ wouldWin }) => wouldWin);
    if (would)
      return {
        code: would.reason === 'testMode' ? 'connectorInTestMode' : 'connectorOff',
        connector: would.connector,
      };
    return { code: reason === 'authoritativeDefault' ? 'noConnectorAuthoritative' : 'noConnector' };
  }
  const isOld = now.getTime() - (validatedAt.get(kept.id) ?? 0) > freshForMs;
  const code =
    obstacle(kept) ?? (isOld ? 'validationOld' : undefined) ?? (ambiguous ? 'ambiguous' : undefined);
  return { code: code ?? 'ready', connector: winner };
}

function obstacle({ connector, health }: KeptConnector): MxGuardCode | undefined {
  if (connector.direction === 'outbound' && connector.delivery.by === 'mx') return 'followsMx';
  return HEALTH[health];
}
