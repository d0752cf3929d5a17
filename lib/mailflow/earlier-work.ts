// What attempts that did not end a validation had done on the wire: their events are gone, this must not be forgotten.
import type { Observation, SentMessage, ValidationEvent } from './observation';
import { formatSmartHost } from './smart-host';

/** `connected`: where sockets were opened, as a smart host is spelled. */
export type EarlierWork = Readonly<{ sent: readonly SentMessage[]; connected: readonly string[] }>;

export const NO_EARLIER_WORK: EarlierWork = { sent: [], connected: [] };

/** More places than this are not kept; no honest plan has so many. */
const CONNECTED_MAX = 200;

/**
 * `before`, and what `events` add to it. A message whose DATA had begun and not ended is not among the sent ones: whether
 * the server took it can't be known.
 */
export function earlierWork(before: EarlierWork, events: readonly ValidationEvent[]): EarlierWork {
  const ended = events.flatMap((event) => (event.kind === 'stageEnded' ? [event] : []));
  const isKnown = (sent: Observation): boolean =>
    before.sent.some(({ host, recipient }) => host === sent.host && recipient === sent.recipient);
  const sent = ended.filter((at) => at.stage === 'data' && !at.failure && !isKnown(at));
  return {
    sent: [
      ...before.sent,
      ...sent.map(({ host, recipient = '', reply }) => ({ host, recipient, ...(reply && { reply }) })),
    ],
    connected: connectedPlaces(before, ended),
  };
}

/** Where sockets were opened, as a smart host is spelled, whether or not anybody answered; each once. */
export function connectedPlaces(before: EarlierWork, observations: readonly Observation[]): string[] {
  const opened = observations.flatMap(({ stage, address, port, failure }) => {
    if (stage !== 'connect' || address === undefined || NOTHING_OPENED.has(failure?.kind ?? '')) return [];
    return [placeOf(address, port)];
  });
  return [...new Set([...before.connected, ...opened])].slice(0, CONNECTED_MAX);
}

const NOTHING_OPENED: ReadonlySet<string> = new Set(['addressDenied', 'portDenied', 'budget']);

const placeOf = (host: string, port: number): string =>
  formatSmartHost({ kind: host.includes(':') ? 'ipv6' : 'ipv4', host, port });
