// What an operation answers: the value, or the one problem that the caller can do something about.
// Broken promises (a bug) are not problems: they throw. A store that can't be written is one: people can make room.
import type { Permission } from '../auth/permissions';
import type { StorageTrouble } from '../data/storage-trouble';
import type { FileRefusal } from '../exchange/exchange-file';
import type { Finding } from '../mailflow/finding';

export type Problem =
  | Readonly<{ kind: 'signedOut' }>
  | Readonly<{ kind: 'forbidden'; permission: Permission }>
  /** The input has not the shape that the action takes: a forged or an outdated page. */
  | Readonly<{ kind: 'malformed' }>
  /** The input was read and breaks a rule; each finding names its field. */
  | Readonly<{ kind: 'invalid'; findings: readonly Finding[] }>
  /** Nothing of the file was taken; the refusal has the line. */
  | Readonly<{ kind: 'unreadableFile'; refusal: FileRefusal }>
  | Readonly<{ kind: 'notFound' }>
  /** What the caller saw is no longer so; `code` says which promise broke. */
  | Readonly<{ kind: 'conflict'; code: ConflictCode }>
  /** `limit` says which one where there are several, `max` how much it allows. */
  | Readonly<{ kind: 'rateLimited'; retryAfterSeconds: number; limit?: RateLimit; max?: number }>
  /** The store is full, can't be written, or did not answer: see storage-problem.ts. */
  | Readonly<{ kind: 'storage'; trouble: StorageTrouble }>;

/** Runs that wait or go on; and, in an hour and with settings that are not saved, validations and different servers. */
export type RateLimit = 'openRuns' | 'unsavedValidations' | 'unsavedServers';

export type ConflictCode =
  | 'lastAdmin'
  | 'linkUsed'
  | 'linkExpired'
  | 'emailTaken'
  | 'validationMissing'
  | 'validationStale'
  | 'validationUnfinished'
  | 'failureNotAcknowledged'
  /** Another version was published since. */
  | 'versionMoved'
  /** Another draft is stored, or none any more. */
  | 'draftMoved'
  | 'nothingChanged'
  /** An accepted domain, a rule or what a plan was made of is not as the caller saw it, or rules stand in another order. */
  | 'setupMoved'
  /** No file of the tenant was read yet. */
  | 'nothingRead'
  /** The default domain goes only when another one is the default, or with the last one. */
  | 'defaultDomain'
  /** Neither a passed validation of exactly these settings nor a typed reason. */
  | 'validationNeeded'
  /** From and to of a saved connector can't change. */
  | 'scenarioFixed'
  /** The service has no validation for this connector. */
  | 'notValidatable'
  /** The console itself failed at one item of many; the log has the cause. */
  | 'itemFailed'
  /** Nobody has chosen the guide's scenario yet. */
  | 'guideNotBegun'
  /** The step stands as the console saw it; a person's word changes nothing. */
  | 'notConfirmable'
  | 'wrongPassword'
  | 'accountDisabled'
  | 'ownAccount';

export type Outcome<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; problem: Problem }>;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const problem = (reason: Problem): Outcome<never> => ({ ok: false, problem: reason });
export const conflict = (code: ConflictCode): Outcome<never> => problem({ kind: 'conflict', code });
