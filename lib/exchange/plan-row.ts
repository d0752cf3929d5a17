// What taking over a file would do to what is here, object by object: types only. import-plan.ts makes the rows.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import type { Connector } from '../mailflow/connector';
import type { Named } from '../mailflow/mail-setup';
import type { TransportRule } from '../mailflow/transport-rule';
import type { ImportNote } from './exchange-file';

/**
 * Why nobody can say what an object of the file would become. `guidAndName`: it is one of here by its GUID and has the
 * name of another; `nameTwice`: the file has the name more than once; `otherDirection`: what has the name here is for mail
 * the other way.
 */
export const PLAN_CONFLICTS = ['guidAndName', 'nameTwice', 'otherDirection'] as const;
export type PlanConflict = (typeof PLAN_CONFLICTS)[number];

/**
 * `before` is as it is here, with its id; `after` as it would be. `onlyHere`: the file would have it, if the tenant did.
 * `others` are those of here in the way, or the file's own under the keys of their rows.
 */
export type PlannedChange<T> =
  | Readonly<{ result: 'added'; after: T }>
  | Readonly<{ result: 'changed'; id: string; before: T; after: T }>
  | Readonly<{ result: 'unchanged'; id: string }>
  | Readonly<{ result: 'onlyHere'; id: string; before: T }>
  | Readonly<{ result: 'conflict'; conflict: PlanConflict; others: readonly Named[] }>
  | Readonly<{ result: 'unreadable' }>;

export const PLAN_RESULTS = [
  'added',
  'changed',
  'unchanged',
  'onlyHere',
  'conflict',
  'unreadable',
] as const satisfies readonly PlannedChange<unknown>['result'][];
export type PlanResult = (typeof PLAN_RESULTS)[number];
export type PlanCounts = Readonly<Record<PlanResult, number>>;

/** Who has moved since the tenant was read the last time; absent where there was no such time. */
export type Moved = 'tenant' | 'here' | 'both';

/**
 * `key` is the same when the same objects are read again. `name` is for people, `line` where it begins in the file, counted
 * from 1. Rules name their connector by id where it is here, else by name.
 */
export type PlanRow = Readonly<{
  key: string;
  name: string;
  line?: number;
  notes: readonly ImportNote[];
  moved?: Moved;
}> &
  (
    | (Readonly<{ kind: 'connector' }> & PlannedChange<Connector>)
    | (Readonly<{ kind: 'acceptedDomain' }> & PlannedChange<AcceptedDomain>)
    | (Readonly<{ kind: 'transportRule' }> & PlannedChange<TransportRule>)
  );
export type PlanKind = PlanRow['kind'];

/** True for a row that can be taken over. */
export const isTakeable = ({ result }: PlanRow): boolean => result === 'added' || result === 'changed';
