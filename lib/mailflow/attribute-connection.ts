// Which inbound connector a connection to Office 365 belongs to, why, who was beaten by what, and what the service would
// reply. Knows this organization alone: to which tenant a connection is attributed first is not asked.
import { type AcceptedLookup, acceptedLookup } from './accepted-lookup';
import type {
  Attribution,
  AttributionBeaten,
  AttributionBeatenReason,
  AttributionNote,
  InboundConnection,
} from './attribution-trace';
import { type ReadConnection, readConnection } from './inbound-connection';
import { compareMatches, type InboundMatch, inboundMatches, isInbound, type Step } from './inbound-matches';
import { INFERRED_REPLIES, type InboundScene, judgeRecipient } from './inbound-verdict';
import type { MailSetup } from './mail-setup';

/**
 * One answer a recipient, in the order in which they were given. Time is about that of reading the set-up once.
 * @see New-InboundConnector; "Updated requirements for SMTP relay through Exchange Online" (November 2023)
 */
export function attributeConnection(setup: MailSetup, given: InboundConnection): Attribution {
  const accepted = acceptedLookup(setup.acceptedDomains);
  const connection = readConnection(given, accepted);
  const matches = inboundMatches(setup.connectors, connection);
  const at = matches.findIndex(isOn);
  const winner = matches[at];
  const scene: InboundScene = {
    connection,
    winner,
    live: setup.connectors.filter(isInbound).filter(({ connector }) => connector.enabled),
    accepted,
    certificateAccepted: certificateAccepted(connection, winner, accepted),
    rejectDirectSend: given.rejectDirectSend,
  };
  const recipients = given.rcptTo.map((to) => judgeRecipient(scene, to));
  const order = winner ? orderNotes(winner, matches.filter(isOn).slice(1)) : [];
  return {
    ...(winner && { winner: winner.named, value: winner.value }),
    reason: winner?.reason ?? 'none',
    ambiguous: order.length > 0,
    beaten: matches.flatMap((match, place) =>
      place === at ? [] : [beaten(match, winner, winner === undefined || place < at)],
    ),
    recipients,
    problems: connection.problems,
    notes: [...connection.notes, ...order, ...sceneNotes(scene, recipients)],
  };
}

const isOn = ({ kept }: InboundMatch): boolean => kept.connector.enabled;

function beaten(
  match: InboundMatch,
  winner: InboundMatch | undefined,
  isEarlier: boolean,
): AttributionBeaten {
  const reason = winner && isOn(match) ? beatenReason(winner, match) : 'off';
  const { named: connector, reason: matched, value } = match;
  return { connector, reason, match: matched, value, wouldWin: reason === 'off' && isEarlier };
}

function beatenReason(winner: InboundMatch, loser: InboundMatch): AttributionBeatenReason {
  if (compareMatches(winner, loser) === 0) return 'tieName';
  if (winner.step === loser.step) return 'lessSpecific';
  return winner.step === 'restrictedSender' ? 'restrictionWins' : 'laterInOrder';
}

/** Behind these a partner's sender domains come by Microsoft's own word. */
const PARTNER_FIRST: ReadonlySet<Step> = new Set([
  'partnerCertificate',
  'partnerAddress',
  'restrictedSender',
]);
const BY_SENDER: ReadonlySet<Step> = new Set(['restrictedSender', 'allowedSender']);
const BY_OWN_CERTIFICATE: ReadonlySet<Step> = new Set([
  'organizationCertificate',
  'organizationCertificateWildcard',
]);

/** What of the order between the winner and the others that are on no document settles. */
function orderNotes(winner: InboundMatch, losers: readonly InboundMatch[]): AttributionNote[] {
  const notes: AttributionNote[] = [];
  const ties = losers.filter((one) => compareMatches(winner, one) === 0).length;
  if (ties > 0) notes.push({ code: 'tie', params: { count: ties + 1 } });
  const others = losers.filter(
    ({ step }) => step !== winner.step && !(PARTNER_FIRST.has(winner.step) && BY_SENDER.has(step)),
  );
  const [first] = others;
  if (!first) return notes;
  const params = { winner: winner.named.name, other: first.named.name };
  const byAddress = BY_OWN_CERTIFICATE.has(winner.step) && first.step === 'organizationAddress';
  notes.push({ code: byAddress ? 'certificateBeforeAddress' : 'orderInferred', params });
  return notes;
}

/** "SMTP certificate domain on the SMTP connection": of a wildcard, the domain that it stands above. */
function certificateAccepted(
  { certificateNames, certificateTrusted }: ReadConnection,
  winner: InboundMatch | undefined,
  accepted: AcceptedLookup,
): boolean {
  const own = winner && BY_OWN_CERTIFICATE.has(winner.step) ? [winner.value] : [];
  const names = certificateTrusted ? [...certificateNames, ...own] : own;
  return names.some((name) => accepted(name.toLowerCase().replace(/^\*\./, '')) !== undefined);
}

function sceneNotes(scene: InboundScene, recipients: Attribution['recipients']): AttributionNote[] {
  const notes: AttributionNote[] = [];
  const { connection, winner, certificateAccepted: isAccepted, rejectDirectSend } = scene;
  if (winner && BY_OWN_CERTIFICATE.has(winner.step) && !isAccepted)
    notes.push({ code: 'certificateNotAccepted', params: { name: winner.value } });
  const associated = winner?.kept.connector.associatedAcceptedDomains ?? [];
  if (winner && associated.length > 0)
    notes.push({
      code: 'associatedDomains',
      params: { connector: winner.named.name, domains: associated.join(', ') },
    });
  const isAnonymous = recipients.some(({ code }) => code === 'anonymous');
  if (isAnonymous && connection.sender && connection.senderAccepted && rejectDirectSend === undefined)
    notes.push({ code: 'directSendUnknown', params: { sender: connection.sender.domain } });
  if (recipients.some(({ code }) => INFERRED_REPLIES.has(code))) notes.push({ code: 'replyInferred' });
  return notes;
}
