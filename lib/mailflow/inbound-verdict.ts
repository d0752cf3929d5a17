// What becomes of a message from a connection, for one recipient: the restrictions of the connector that it belongs to,
// then the relay rule, and the reply that the service would give.
import type { AcceptedLookup } from './accepted-lookup';
import {
  ATTRIBUTION_VERDICTS,
  type AttributedRecipient,
  type AttributionVerdictCode,
  type SmtpReply,
} from './attribution-trace';
import type { PartnerRestrictions } from './connector';
import type { FindingParams } from './finding';
import type { ReadConnection } from './inbound-connection';
import type { InboundMatch, KeptInbound } from './inbound-matches';
import { holdsAddress } from './ip-range';
import { readRecipient } from './recipient';
import { matchingNames } from './tls-demand';

/** The whole scene of a verdict, the recipient aside. */
export type InboundScene = Readonly<{
  connection: ReadConnection;
  winner: InboundMatch | undefined;
  /** Inbound connectors that are on. */
  live: readonly KeptInbound[];
  accepted: AcceptedLookup;
  /** A name of the certificate, or the winner's own, is an accepted domain. */
  certificateAccepted: boolean;
  rejectDirectSend: boolean | undefined;
}>;

type Row = Readonly<{
  code: AttributionVerdictCode;
  holds: (scene: InboundScene, own: boolean) => boolean;
}>;

const whoseOf = ({ winner }: InboundScene) => winner?.kept.connector.partnerKind;

/** The restrictions of a winner that is a partner's. */
function heldTo({ winner }: InboundScene): Partial<PartnerRestrictions> {
  const connector = winner?.kept.connector;
  return connector?.partnerKind === 'partner' ? connector.restrictions : {};
}

const wantedName = (scene: InboundScene): string | undefined => heldTo(scene).tls?.certificateName;

/** The service trusts only a complete chain (KB 3212877): another certificate is as good as none. */
function matchesUntrusted({ connection, live }: InboundScene): boolean {
  const { certificateNames, certificateTrusted } = connection;
  return (
    !certificateTrusted &&
    live.some(
      ({ connector }) =>
        connector.partnerKind === 'onPremises' &&
        connector.identification.by === 'certificate' &&
        matchingNames(certificateNames, connector.identification.certificateName).length > 0,
    )
  );
}

/** In this order; the first that holds is the verdict. `own`: the recipient's domain is an accepted one. */
const ROWS: readonly Row[] = [
  {
    code: 'unreadable',
    holds: (scene) => scene.connection.sender === undefined && whoseOf(scene) !== 'onPremises',
  },
  { code: 'tlsMissing', holds: (scene) => heldTo(scene).tls !== undefined && !scene.connection.tls },
  {
    code: 'certificateMissing',
    holds: (scene) => wantedName(scene) !== undefined && scene.connection.certificateNames.length === 0,
  },
  {
    code: 'certificateOther',
    holds: (scene) => {
      const wanted = wantedName(scene);
      return wanted !== undefined && matchingNames(scene.connection.certificateNames, wanted).length === 0;
    },
  },
  {
    code: 'certificateUntrusted',
    holds: (scene) => wantedName(scene) !== undefined && !scene.connection.certificateTrusted,
  },
  {
    code: 'addressOther',
    holds: (scene) => {
      const { address } = scene.connection;
      const ranges = heldTo(scene).ipAddresses;
      if (!ranges) return false;
      return !address || address === 'other' || !ranges.some((range) => holdsAddress(range, address));
    },
  },
  { code: 'ownRecipient', holds: ({ winner }, own) => own && winner !== undefined },
  { code: 'relayFromPartner', holds: (scene) => whoseOf(scene) === 'partner' },
  {
    // Since November 2023 the From header counts no more.
    code: 'relay',
    holds: ({ winner, certificateAccepted, connection }) =>
      winner !== undefined && (certificateAccepted || connection.senderAccepted),
  },
  { code: 'unreadable', holds: ({ winner, connection }) => !!winner && connection.sender === undefined },
  { code: 'relayNoAcceptedDomain', holds: ({ winner }) => winner !== undefined },
  {
    code: 'directSend',
    holds: ({ rejectDirectSend, connection }, own) =>
      own && rejectDirectSend === true && connection.senderAccepted,
  },
  { code: 'anonymous', holds: (_scene, own) => own },
  { code: 'certificateUntrusted', holds: matchesUntrusted },
  { code: 'relayNoConnector', holds: () => true },
];

/** A refusal that some connector's addresses could turn, if only the connection's own were known. */
function hangsOnAddress({ connection, winner, live }: InboundScene, own: boolean): boolean {
  if (connection.address !== undefined || winner?.kept.connector.partnerKind === 'onPremises') return false;
  return live.some(({ connector }) =>
    connector.partnerKind === 'onPremises'
      ? connector.identification.by === 'ipAddresses'
      : own && connector.restrictions.ipAddresses !== undefined,
  );
}

const RELAY_DENIED: SmtpReply = { code: '550 5.7.64', text: 'TenantAttribution; Relay Access Denied' };
const RESTRICTED: SmtpReply = {
  code: '550 5.7.51',
  text: "TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set",
};

/** As NDRs and support articles quote them. */
const REPLIES: Partial<Readonly<Record<AttributionVerdictCode, SmtpReply>>> = {
  relayNoConnector: RELAY_DENIED,
  relayNoAcceptedDomain: RELAY_DENIED,
  relayFromPartner: RELAY_DENIED,
  // What Exchange Server says; of Exchange Online it is inferred.
  tlsMissing: { code: '451 5.7.3', text: 'STARTTLS is required to send mail' },
  certificateMissing: RESTRICTED,
  certificateOther: RESTRICTED,
  addressOther: RESTRICTED,
  directSend: {
    code: '550 5.7.68',
    text: 'TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources',
  },
};

/** Replies that nobody quotes for the case that they stand for. */
export const INFERRED_REPLIES: ReadonlySet<AttributionVerdictCode> = new Set([
  'tlsMissing',
  'relayFromPartner',
]);

export function judgeRecipient(scene: InboundScene, to: string): AttributedRecipient {
  const read = readRecipient(to);
  if (!read.ok) {
    return { ...verdict('unreadable'), to, problem: read.finding, params: paramsOf(scene, '') };
  }
  const { address, domain } = read.value;
  const own = scene.accepted(domain) !== undefined;
  const found = ROWS.find(({ holds }) => holds(scene, own))?.code ?? 'relayNoConnector';
  const code =
    ATTRIBUTION_VERDICTS[found] === 'refused' && hangsOnAddress(scene, own) ? 'addressUnknown' : found;
  const reply = code === 'certificateUntrusted' ? untrustedReply(scene) : REPLIES[code];
  return { ...verdict(code), to, address, params: paramsOf(scene, domain), ...(reply && { reply }) };
}

const verdict = (code: AttributionVerdictCode) => ({ code, verdict: ATTRIBUTION_VERDICTS[code] });

const untrustedReply = ({ winner }: InboundScene): SmtpReply => (winner ? RESTRICTED : RELAY_DENIED);

/** What the words of any verdict may name; empty where there is nothing to name. */
function paramsOf(scene: InboundScene, domain: string): FindingParams {
  const { connection, winner } = scene;
  const { address, sender } = connection;
  return {
    domain,
    connector: winner?.named.name ?? '',
    sender: sender?.domain ?? '',
    ip: address === undefined || address === 'other' ? '' : address.toString(),
    names: connection.certificateNames.join(', '),
    wanted: wantedName(scene) ?? '',
  };
}
