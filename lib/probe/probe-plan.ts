// What a probe is asked to do and what it needs for it. Refuses any text that could split an SMTP command.
import type { SentMessage, TlsFacts, ValidationEvent } from '../mailflow/observation';
import type { SmartHost } from '../mailflow/smart-host';
import type { Resolver } from './dns-resolver';
import type { MayConnect } from './gate';
import type { GuardOptions } from './guard';
import type { ProbeLimits } from './run';
import type { Connect } from './wire';

export type ProbePlan = GuardOptions &
  Readonly<{
    /** Without any, mail goes to the MX of each recipient's domain. */
    hosts: readonly SmartHost[];
    /**
     * Each gets its own transaction: a test message once per host; by MX once, at the most preferred server that takes
     * it. Without any, no envelope is tried.
     */
    recipients: readonly string[];
    /** Sends the test message to whom the server accepts; where not, the dialogue ends after RCPT. */
    send: boolean;
    /** Also asks each server, by RCPT, for postmaster and for two mailboxes that it should refuse. */
    refusals?: RefusalQuestions;
    /** The envelope sender; empty is the null return path `<>`. */
    sender: string;
    /** The name said in EHLO. */
    heloName: string;
    limits: ProbeLimits;
    /** Ports that may be connected to. */
    ports: readonly number[];
    message: TestMessageOptions;
    /** Messages that a worker before this one had sent in the same validation: they are told of and not sent again. */
    sentEarlier?: readonly SentMessage[];
    /**
     * The policy's word, asked after TLS, or with `undefined` where the connection stays in clear text:
     * may MAIL and RCPT be sent? Where not, the dialogue ends with QUIT.
     */
    mayProceed: (tls: TlsFacts | undefined, host: SmartHost) => boolean;
  }>;

export type RefusalQuestions = Readonly<{
  /** A local part that no mailbox has. */
  unknownLocalPart: string;
  /** An address in a domain that no tested server has anything to do with. */
  foreignRecipient: string;
}>;

export type TestMessageOptions = Readonly<{
  /** The address in From. */
  from: string;
  subject?: string;
  /** When it is written; now where absent. */
  date?: Date;
  /** Unique for the validation; begins the Message-ID. Letters, digits, dots and hyphens. */
  id: string;
}>;

export type ProbeDeps = Readonly<{
  /** Belongs to this run alone: its open queries are cancelled at the end. */
  resolver: Resolver;
  connect?: Connect;
  /** Asked before each connection; without it, every one may be opened. */
  mayConnect?: MayConnect;
  /** A clock in milliseconds: `performance.now` or the like. */
  now: () => number;
  /** PEM roots to trust instead of Node's own. */
  ca?: readonly string[];
  signal: AbortSignal;
}>;

export type Emit = (event: ValidationEvent) => void;

/** A caller's mistake: the operations parse every address and host before they ask for a probe. */
export class UnsafeProbePlan extends Error {
  constructor(what: string) {
    super(`The ${what} of this validation has characters that must not reach the wire.`);
    this.name = 'UnsafeProbePlan';
  }
}

/** Printable ASCII without blanks, angle brackets and backslashes: nothing that ends or splits a command. */
const SAFE = /^[!-;=?-[\]-~]*$/;

/** Throws UnsafeProbePlan where a host, a name or an address could smuggle in a second command (CR, LF, NUL, …). */
export function refuseUnsafeText(plan: ProbePlan): void {
  const texts: readonly (readonly [string, string])[] = [
    ...plan.hosts.map(({ host }) => ['host', host] as const),
    ...plan.recipients.map((recipient) => ['recipient', recipient] as const),
    ['sender', plan.sender],
    ['HELO name', plan.heloName],
    ['message sender', plan.message.from],
    ['message id', plan.message.id],
    ['unknown local part', plan.refusals?.unknownLocalPart ?? ''],
    ['foreign recipient', plan.refusals?.foreignRecipient ?? ''],
  ];
  const unsafe = texts.find(([, text]) => !SAFE.test(text));
  if (unsafe) throw new UnsafeProbePlan(unsafe[0]);
  if (plan.heloName === '') throw new UnsafeProbePlan('HELO name');
  if (/[\r\n\0]/.test(plan.message.subject ?? '')) throw new UnsafeProbePlan('subject');
}
