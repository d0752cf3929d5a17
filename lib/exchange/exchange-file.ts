// What a file of a tenant's objects says, once it was read, and how long it may be. Drops nothing: an object that can't be read keeps its
// place and its reason, and what the console does not know is kept for Exchange (exchange-origin.ts).
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import type { Connector } from '../mailflow/connector';
import type { FindingParams, Severity } from '../mailflow/finding';
import type { TransportRule } from '../mailflow/transport-rule';
import type { ImportNoteCode } from './import-note-codes';

/** What was noticed while reading one object: an error where it can't be taken over, else what is odd about it. */
export type ImportNote = Readonly<{ code: ImportNoteCode; severity: Severity; params?: FindingParams }>;

/**
 * One object of the file. `line` counts from 1 and is where the object begins; `name` is for people, as it stood there.
 * `unsaid` names the properties that the object does not have: their defaults in `value` were not said by the tenant.
 */
export type ReadObject<T> = Readonly<{ line: number; name: string; guid?: string }> &
  (
    | Readonly<{ ok: true; value: T; notes: readonly ImportNote[]; unsaid?: readonly string[] }>
    | Readonly<{ ok: false; notes: readonly [ImportNote, ...ImportNote[]] }>
  );

/** Of bytes, and of characters once they are text. */
export const EXCHANGE_FILE_MAX_BYTES = 20 * 1_024 * 1_024;

/** The lists that a file may hold; one that is absent says nothing about what there is. */
export const FILE_LISTS = ['outbound', 'inbound', 'acceptedDomains', 'transportRules'] as const;
export type FileList = (typeof FILE_LISTS)[number];

/** Rules name their connector; ids are not known here. Objects that a file has twice (by Guid) are here once. */
export type ExchangeFile = Readonly<{
  connectors: readonly ReadObject<Connector>[];
  acceptedDomains: readonly ReadObject<AcceptedDomain>[];
  transportRules: readonly ReadObject<TransportRule>[];
  covers: readonly FileList[];
  /** What was left aside, and how often: rules that lead to no connector, objects seen twice, objects of another kind. */
  leftAside: Readonly<{ rulesWithoutConnector: number; repeated: number; otherObjects: number }>;
}>;

/** Why nothing of the file was taken. Lines and columns count from 1; `near` is what stands there. */
export type FileRefusal = Readonly<{
  code: 'tooLarge' | 'notText' | 'notJson' | 'tooDeep' | 'nothingKnown' | 'invalidSetUpFile';
  line?: number;
  column?: number;
  near?: string;
  params?: FindingParams;
}>;

export type ReadFile =
  | Readonly<{ ok: true; file: ExchangeFile }>
  | Readonly<{ ok: false; refusal: FileRefusal }>;
