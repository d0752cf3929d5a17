// What the parts of one connection's dialogue share.
import type { SecureContext } from 'node:tls';
import type { SmartHost } from '../mailflow/smart-host';
import type { Gate } from './gate';
import type { MessageVisitor } from './message-turns';
import type { Emit, ProbeDeps, ProbePlan } from './probe-plan';
import type { Run } from './run';
import type { StageLog } from './stage-log';
import type { Transcript, TranscriptBudget } from './transcript';
import type { Wire } from './wire';

/** One address of one server, to be visited once. */
export type Visit = Readonly<{
  run: Run;
  plan: ProbePlan;
  deps: ProbeDeps;
  emit: Emit;
  host: SmartHost;
  /** Those whose mail goes to the host. */
  recipients: readonly string[];
  /** Tells the host apart in message ids. */
  hostNumber: number;
  address: string;
  transcriptBudget: TranscriptBudget;
  gate: Gate;
  secureContext: SecureContext;
  /** Says whether this visit is the one to send the test message to a recipient. */
  messages: MessageVisitor;
}>;

/** One open connection of a visit. */
export type Session = Visit & Readonly<{ wire: Wire; log: StageLog; transcript: Transcript }>;
