// The border into Office 365: to which inbound connector the connection would belong, and whether the message bears the
// marks of it. No header names a connector or a client's certificate: docs/decisions/0014-header-analysis.md.
import { attributeConnection } from '../attribute-connection';
import type { Attribution } from '../attribution-trace';
import type { InboundConnector } from '../connector';
import { isInbound, type KeptInbound } from '../inbound-matches';
import type { MailSetup } from '../mail-setup';
import { matchingNames } from '../tls-demand';
import type { HeaderAnalysis } from './analyse-headers';
import type { PathGiven } from './judge-path';
import { type PathLeg, type PathReason, verdictOf } from './path-judgement';

export function judgeInto(analysis: HeaderAnalysis, hop: number, given: PathGiven): PathLeg {
  const edge = analysis.hops[hop];
  const { address: ip, helo } = edge?.from ?? {};
  const attribution = attributeConnection(given.setup, {
    ...(ip !== undefined && { ip }),
    tls: edge?.tls.state !== 'plain',
    certificateNames: given.certificateNames ?? [],
    certificateTrusted: given.certificateNames !== undefined,
    mailFrom: given.sender ?? '',
    rcptTo: given.recipient === undefined ? [] : [given.recipient],
  });
  const scene: Scene = {
    attribution,
    winner: given.setup.connectors.filter(isInbound).find(({ id }) => id === attribution.winner?.id)
      ?.connector,
    mark: markOf(analysis),
    ...candidates(given, helo),
    server: helo ?? ip ?? '?',
    ip,
  };
  const reasons = [...judge(scene), ...notes(analysis, given, scene)];
  return { kind: 'into', hop, attribution, verdict: verdictOf(reasons), reasons };
}

type Scene = Readonly<{
  attribution: Attribution;
  winner: InboundConnector | undefined;
  /** What the service made of the message: the organization's own, somebody else's, or it does not say. */
  mark: 'own' | 'other' | 'none';
  /** Connectors that are on and might have known the server by a certificate that nobody told. */
  byCertificate: readonly KeptInbound[];
  /** Those of them that ask for a certificate of the name by which the server called itself. */
  likely: readonly KeptInbound[];
  server: string;
  ip: string | undefined;
}>;

/** The nearest evidence first. The server at the border takes such fields out where the sender wrote them. */
function markOf({ exchange }: HeaderAnalysis): Scene['mark'] {
  const entity = exchange.fromEntity?.toLowerCase();
  if (entity === 'hybridonprem') return 'own';
  if (entity === 'internet') return 'other';
  if (exchange.directionality) return exchange.directionality === 'originating' ? 'own' : 'other';
  return exchange.authAs?.toLowerCase() === 'internal' ? 'own' : 'none';
}

function candidates({ setup, certificateNames }: PathGiven, helo: string | undefined) {
  const byCertificate = certificateNames === undefined ? certificateConnectors(setup) : [];
  const likely = byCertificate.filter(({ connector }) => {
    const wanted = certificateNameOf(connector);
    return (
      wanted !== undefined && helo !== undefined && matchingNames([helo.toLowerCase()], wanted).length > 0
    );
  });
  return { byCertificate, likely };
}

const certificateConnectors = (setup: MailSetup): KeptInbound[] =>
  setup.connectors
    .filter(isInbound)
    .filter(({ connector }) => connector.enabled && certificateNameOf(connector) !== undefined);

const certificateNameOf = (connector: InboundConnector): string | undefined =>
  connector.partnerKind === 'onPremises' && connector.identification.by === 'certificate'
    ? connector.identification.certificateName
    : undefined;

const namesOf = (kept: readonly KeptInbound[]): string =>
  kept.map(({ connector }) => connector.name).join(', ');

function judge(scene: Scene): PathReason[] {
  const { winner, mark, server } = scene;
  if (winner?.partnerKind === 'onPremises') return judgeOwn(scene, winner);
  if (mark === 'own') return judgeUnmatched(scene);
  if (winner) {
    const params = { connector: winner.name, value: scene.attribution.value ?? '' };
    return [{ code: 'partnerMatches', params }, { code: 'partnerLeavesNoMark' }];
  }
  if (mark === 'none') return [{ code: 'noMarkNoConnector', params: { server } }];
  return scene.likely.length > 0
    ? [{ code: 'certificateNotRecognized', params: { server, connector: namesOf(scene.likely) } }]
    : [{ code: 'noConnectorNeeded', params: { server } }];
}

/** The set-up knows the server as the organization's own. */
function judgeOwn({ attribution, mark, likely, server }: Scene, { name }: InboundConnector): PathReason[] {
  const params = { connector: name, value: attribution.value ?? '', server };
  if (mark === 'none') return [{ code: 'noMark', params }];
  if (mark === 'other') return [{ code: 'connectorNotUsed', params }];
  if (attribution.reason !== 'organizationAddress') return [{ code: 'ownByCertificate', params }];
  return likely.length > 0
    ? [{ code: 'certificateOrAddress', params: { ...params, other: namesOf(likely) } }]
    : [{ code: 'ownByAddress', params }];
}

/** The service took the server for the organization's own, and neither its address nor a certificate that was told says why. */
function judgeUnmatched({ byCertificate, likely, server }: Scene): PathReason[] {
  const [only, ...more] = likely.length > 0 ? likely : byCertificate;
  if (!only) return [{ code: 'ownWithoutConnector', params: { server } }];
  if (more.length > 0)
    return [{ code: 'certificateNotTold', params: { connectors: namesOf([only, ...more]) } }];
  const value = certificateNameOf(only.connector) ?? '';
  return [{ code: 'certificateInferred', params: { connector: only.connector.name, value } }];
}

function notes({ exchange }: HeaderAnalysis, { sender }: PathGiven, { ip }: Scene): PathReason[] {
  const notes: PathReason[] = [];
  if (sender === undefined) notes.push({ code: 'senderNotTold' });
  const address = exchange.skipListed?.address;
  if (address !== undefined && address !== ip) notes.push({ code: 'skipListed', params: { address } });
  return notes;
}
