// What a validation is to test: exactly the settings that a result is bound to.
import type { SmartHost } from './smart-host';
import type { TlsPolicy } from './tls-policy';

/**
 * The connector's own path: its hosts, its TLS demand, and the mailboxes that receive the test message. Without hosts,
 * mail goes to the MX of each recipient's domain (UseMXRecord).
 */
export type ValidationPlan = Readonly<{
  hosts: readonly SmartHost[];
  tls: TlsPolicy;
  recipients: readonly string[];
  /** Asks whether the recipients are accepted and sends them nothing: each accepted RCPT then counts as its test message. */
  envelopeOnly?: boolean;
  /**
   * Also asks each server whether it accepts and refuses what it should. No setting of the connector, so it is not in the
   * fingerprint.
   */
  checkRefusals?: boolean;
}>;

/** The last stage that the plan asks for, for each recipient. */
export const lastAsked = ({ envelopeOnly }: ValidationPlan): 'data' | 'rcptTo' =>
  envelopeOnly ? 'rcptTo' : 'data';
