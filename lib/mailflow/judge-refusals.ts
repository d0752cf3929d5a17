// What it means that a server accepted or refused what it was asked beside the mail's own way. Only an open relay fails a
// validation: the other answers say nothing of whether the connector's mail arrives.
import ipaddr from 'ipaddr.js';
import { judgeFailure } from './judge-failure';
import { onceForAll } from './judge-host';
import { type Note, replyText, stateOf, toFinding } from './judge-note';
import { judgeReply } from './judge-reply';
import type { AddressVisit } from './judge-visit';
import { type Observation, RELAY_CHECKS, type RelayCheck } from './observation';
import type { ValidationTask } from './verdict';
import { VERDICT_WEIGHTS } from './verdict-codes';

/** The answers of all addresses together; `notRun` where none got as far as to be asked. */
export function judgeRefusals(visits: readonly AddressVisit[]): Pick<ValidationTask, 'state' | 'findings'> {
  const asked = visits.filter(({ stages }) => stages.some(({ check }) => check));
  const each = asked.flatMap(({ stages }) =>
    RELAY_CHECKS.flatMap((check) => {
      const answer = stages.findLast((at) => at.check === check);
      const note = answer && judgeAnswer(check, answer);
      return note ? [toFinding(note, answer)] : [];
    }),
  );
  const findings = onceForAll(each, asked.length);
  if (asked.length === 0) return { state: 'notRun', findings };
  const state = stateOf(findings);
  const isWarned = findings.some(({ severity }) => severity === 'warning');
  return { state: state === 'succeeded' && isWarned ? 'warned' : state, findings };
}

type Answers = Readonly<{ accepted?: (at: Observation) => Note; refused?: (reply: string) => Note }>;

/** What is not here is as it should be. */
const ANSWERS: Readonly<Record<RelayCheck, Answers>> = {
  postmaster: { refused: (reply) => ({ code: 'postmasterRefused', params: { reply } }) },
  unknownRecipient: { accepted: () => ({ code: 'unknownRecipientAccepted' }) },
  foreignDomain: {
    accepted: ({ address = '' }) => ({ code: isPublic(address) ? 'openRelay' : 'relaysForConsole' }),
  },
};

function judgeAnswer(check: RelayCheck, at: Observation): Note | undefined {
  const { failure, reply } = at;
  if (failure?.kind === 'deadline' || failure?.kind === 'cancelled') return judgeFailure(at);
  if (!failure) return ANSWERS[check].accepted?.(at);
  const said = reply ? replyText(reply) : '';
  return isRefusal(at)
    ? ANSWERS[check].refused?.(said)
    : { code: 'checkUnanswered', params: { check, reply: said, answered: reply ? 'yes' : 'no' } };
}

/** A refusal for good of this very mailbox: neither put off, nor for the sake of who asks. */
function isRefusal({ stage, reply }: Observation): boolean {
  if (stage !== 'rcptTo' || !reply || reply.code < 500 || isNullMx(reply)) return false;
  return VERDICT_WEIGHTS[judgeReply(stage, reply).code] !== 'uncertain';
}

/** Refused because that domain takes no mail (RFC 7505 section 4): whether another one would be relayed is not known. */
const isNullMx = ({ code, enhanced }: NonNullable<Observation['reply']>): boolean =>
  code === 556 || enhanced === '5.1.10';

const LOCAL: ReadonlySet<string> = new Set([
  'loopback',
  'linkLocal',
  'private',
  'carrierGradeNat',
  'uniqueLocal',
]);

/** The console's own network is often allowed to relay; whoever comes to a public address should not be. */
const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && !LOCAL.has(ipaddr.process(address).range());
