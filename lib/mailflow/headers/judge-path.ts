// Whether a message went where the set-up would send it. Judges by what is vouched for alone, and says what headers leave
// open; the set-up is that of now, which need not be the one with which the message went.
import type { MailSetup } from '../mail-setup';
import { readRecipient } from '../recipient';
import type { CompiledRoutes } from '../route';
import type { HeaderAnalysis } from './analyse-headers';
import { vouchedResult } from './authentication-results';
import { type Hop, isFromOffice365 } from './hop';
import { judgeInto } from './judge-into';
import { judgeInside, judgeOutOf } from './judge-out-of';
import { isInnerAddress, isOffice365Address, isOffice365Name, isSendingAddress } from './office-365-host';
import {
  type PathDirection,
  type PathJudgement,
  type PathLeg,
  type PathReason,
  verdictOf,
  worst,
} from './path-judgement';

/** `setup` and `routes` are of the same state; what else is left out is not known. */
export type PathGiven = Readonly<{
  setup: MailSetup;
  routes: CompiledRoutes;
  /** The envelope's recipient and sender, as typed; otherwise what the headers tell of them. */
  recipient?: string;
  sender?: string;
  /** Names on the certificate that the own server shows to Office 365: no header tells them. */
  certificateNames?: readonly string[];
  /** The mail servers of the recipient's domain by DNS, where they were looked up. */
  mxHosts?: readonly string[];
}>;

export function judgePath(analysis: HeaderAnalysis, given: PathGiven): PathJudgement {
  const told = { ...envelopeOf(analysis), ...given };
  const arrives = isOurs(told);
  const { hops } = analysis;
  const into = hops.findLastIndex((hop) => entersCloud(hop) || (arrives && changesTenant(hop)));
  const outOf = hops.findLastIndex((hop) => leavesCloud(hop) || (!arrives && changesTenant(hop)));
  const legs: PathLeg[] = [];
  if (into >= 0) legs.push(judgeInto(analysis, into, told));
  if (outOf >= 0) legs.push(judgeOutOf(analysis, outOf, told));
  const direction = directionOf(analysis, into >= 0, outOf >= 0);
  if (direction === 'inside') legs.push(judgeInside(analysis, told));
  if (direction === 'elsewhere') {
    const reasons = [elsewhere(hops)];
    legs.push({ kind: 'none', verdict: verdictOf(reasons), reasons });
  }
  return { direction, verdict: worst(legs.map(({ verdict }) => verdict)), legs };
}

function directionOf({ hops }: HeaderAnalysis, into: boolean, outOf: boolean): PathDirection {
  if (into && outOf) return 'through';
  if (into) return 'into';
  if (outOf) return 'outOf';
  return hops.some(({ trust }) => trust === 'office365') ? 'inside' : 'elsewhere';
}

/** A server of Office 365 wrote that it took the message from a server that is not the service's. */
const entersCloud = ({ trust, by, from }: Hop): boolean =>
  trust === 'office365' &&
  isOffice365Name(by.name) &&
  from.address !== undefined &&
  !isInnerAddress(from.address) &&
  !isOffice365Address(from.address);

/** A server of Office 365 took it from where the service sends to others: from one organization to another. */
const changesTenant = ({ trust, by, from }: Hop): boolean =>
  trust === 'office365' && isOffice365Name(by.name) && isSendingAddress(from.address);

/** Another server wrote that it took the message from Office 365. */
const leavesCloud = (hop: Hop): boolean =>
  hop.trust === 'receiver' && !isOffice365Name(hop.by.name) && isFromOffice365(hop);

/** Between two tenants a message comes to this one where its recipient is one of this one; so it is taken while nobody knows. */
function isOurs({ recipient, routes }: PathGiven): boolean {
  const read = recipient === undefined ? undefined : readRecipient(recipient);
  return !read?.ok || routes.acceptedOf(read.value.domain) !== undefined;
}

/** A server behind a load balancer sees the balancer's address: then a name is all that speaks of Office 365. */
function elsewhere(hops: readonly Hop[]): PathReason {
  const hidden = hops.findLast(
    ({ trust, from }) => trust === 'receiver' && isOffice365Name(from.helo) && isInnerAddress(from.address),
  );
  if (!hidden) return { code: 'noOffice365' };
  const params = { server: hidden.by.name ?? '?', address: hidden.from.address ?? '?' };
  return { code: 'addressHidden', params };
}

/** What of the envelope the headers tell: the return path and the `for` of those who are vouched for. */
function envelopeOf({ hops, message, authentication }: HeaderAnalysis): {
  sender?: string;
  recipient?: string;
} {
  const recipient = hops.findLast((hop) => hop.trust !== 'claimed' && hop.recipient !== undefined)?.recipient;
  const spf = vouchedResult(authentication, 'spf')?.properties['smtp.mailfrom'];
  // Office 365 writes the domain alone; which mailbox of it sent makes no difference to a connector.
  const fromSpf = spf === undefined || spf.includes('@') ? spf : `postmaster@${spf}`;
  const sender = message.returnPath ?? fromSpf;
  return { ...(sender !== undefined && { sender }), ...(recipient !== undefined && { recipient }) };
}
