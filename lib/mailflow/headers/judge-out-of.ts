// The border out of Office 365: which outbound connector the route foresees for the recipient, and whether the server that
// took the message is one of its smart hosts.
import type { OutboundConnector } from '../connector';
import type { FindingParams } from '../finding';
import type { MailSetup } from '../mail-setup';
import { readRecipient } from '../recipient';
import type { RecipientTrace } from '../route-trace';
import { requiresTls } from '../tls-policy';
import { traceRoute } from '../trace-route';
import type { HeaderAnalysis } from './analyse-headers';
import type { Hop } from './hop';
import type { PathGiven } from './judge-path';
import { isRelayPoolAddress } from './office-365-host';
import { type PathLeg, type PathReason, verdictOf } from './path-judgement';

export function judgeOutOf(analysis: HeaderAnalysis, at: number, given: PathGiven): PathLeg {
  const next = analysis.hops[at];
  const recipient = recipientOf(analysis, given);
  const trace = recipient && traceOf(analysis, given, recipient.address);
  if (!next || !recipient || !trace) {
    const reasons: PathReason[] = [{ code: 'recipientNotTold' }];
    return { kind: 'outOf', hop: at, verdict: verdictOf(reasons), reasons };
  }
  const winner = outboundOf(given.setup).find(({ id }) => id === trace.winner?.id)?.connector;
  const reasons: PathReason[] = [
    ...judgeHost({ trace, next, given, winner, server: next.by.name ?? next.by.address ?? '?' }),
    ...judgeTls(winner, next),
    ...(isRelayPoolAddress(next.from.address) ? [{ code: 'relayPool' as const }] : []),
    ...notes(trace, recipient.assumed),
  ];
  return { kind: 'outOf', hop: at, trace, verdict: verdictOf(reasons), reasons };
}

/** The message stayed: right where no connector takes its recipient; a mailbox of the cloud comes before any connector. */
export function judgeInside(analysis: HeaderAnalysis, given: PathGiven): PathLeg {
  const recipient = recipientOf(analysis, given);
  const trace = recipient && traceOf(analysis, given, recipient.address);
  if (!recipient || !trace) {
    const reasons: PathReason[] = [{ code: 'recipientNotTold' }];
    return { kind: 'none', verdict: verdictOf(reasons), reasons };
  }
  const connector = trace.winner?.name ?? '';
  const reasons: PathReason[] = [
    connector === '' ? { code: 'deliveredInside' } : { code: 'mailboxInside', params: { connector } },
    ...notes(trace, recipient.assumed),
  ];
  return { kind: 'none', trace, verdict: verdictOf(reasons), reasons };
}

/** `assumed`: nobody told the envelope's, so it is the one of the To field. */
function recipientOf({ message }: HeaderAnalysis, { recipient }: PathGiven) {
  if (recipient !== undefined) return { address: recipient, assumed: false };
  const to = readRecipient(message.to ?? '');
  return to.ok ? { address: to.value.address, assumed: true } : undefined;
}

function traceOf({ fields }: HeaderAnalysis, { routes, sender }: PathGiven, recipient: string) {
  const message = { recipients: [recipient], headers: fields, ...(sender !== undefined && { sender }) };
  return traceRoute(routes, message)[0];
}

const outboundOf = (setup: MailSetup) =>
  setup.connectors.flatMap(({ id, connector }) =>
    connector.direction === 'outbound' ? [{ id, connector }] : [],
  );

/** The smart host of a connector that the server is: by the name that it gives itself, or by its address. */
function smartHostAt({ delivery }: OutboundConnector, { by }: Hop): string | undefined {
  if (delivery.by === 'mx') return undefined;
  return delivery.hosts.find(({ host }) => host === by.name || host === by.address)?.host;
}

type Scene = Readonly<{
  trace: RecipientTrace;
  next: Hop;
  given: PathGiven;
  winner: OutboundConnector | undefined;
  server: string;
}>;

function judgeHost(scene: Scene): PathReason[] {
  const { trace, winner, server, next, given } = scene;
  if (trace.outcome === 'unknown') return [{ code: 'routeUnknown', params: { recipient: trace.to } }];
  const foreseen = winner && smartHostAt(winner, next);
  if (winner && foreseen !== undefined)
    return [{ code: 'smartHostMatches', params: { connector: winner.name, host: foreseen } }];
  const other = outboundOf(given.setup).find(
    ({ connector }) => connector.enabled && smartHostAt(connector, next) !== undefined,
  )?.connector;
  const params = { server, domain: trace.address?.split('@').at(-1) ?? '' };
  if (winner) {
    const both = { ...params, connector: winner.name };
    if (other) return [{ code: 'otherConnectorsHost', params: { ...both, other: other.name } }];
    return winner.delivery.by === 'mx'
      ? judgeMx(given, both)
      : [
          {
            code: 'serverNameDiffers',
            params: { ...both, hosts: winner.delivery.hosts.map(({ host }) => host).join(', ') },
          },
        ];
  }
  if (other) return [{ code: 'connectorNotForeseen', params: { ...params, other: other.name } }];
  if (trace.reason === 'authoritativeDefault') return [{ code: 'leftThoughLocal', params }];
  return [{ code: 'defaultRoute', params }];
}

function judgeMx({ mxHosts = [] }: PathGiven, params: FindingParams): PathReason[] {
  const isOne = mxHosts.some((host) => host.toLowerCase().replace(/\.$/, '') === params.server);
  return [{ code: isOne ? 'mxHostMatches' : 'mxNotKnown', params }];
}

function judgeTls(winner: OutboundConnector | undefined, { tls, by }: Hop): PathReason[] {
  if (!winner || !requiresTls(winner.tls) || tls.state === 'encrypted') return [];
  const params = { connector: winner.name, server: by.name ?? by.address ?? '?' };
  return [{ code: tls.state === 'plain' ? 'tlsMissing' : 'tlsNotTold', params }];
}

const notes = (trace: RecipientTrace, assumed: boolean): PathReason[] => [
  ...(assumed ? [{ code: 'recipientAssumed' as const, params: { recipient: trace.to } }] : []),
  ...(trace.ambiguous ? [{ code: 'routeAmbiguous' as const }] : []),
];
