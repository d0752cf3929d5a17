// The rows of one kind of object, whatever the kind: what each object of the file would become, and what is only here.
import type { ExchangeOrigin } from '../mailflow/exchange-origin';
import { foldName } from '../mailflow/fold-name';
import type { ExchangeFile, FileList, ReadObject } from './exchange-file';
import { type HereObject, type Match, matchObjects } from './match-objects';
import type { Moved, PlannedChange, PlanRow } from './plan-row';
import type { Said } from './take-over';

/** A row before its kind stands on it. */
export type ObjectRow<T> = Pick<PlanRow, 'key' | 'name' | 'line' | 'notes' | 'moved'> & PlannedChange<T>;

/** What differs from kind to kind. */
export type ObjectKind<T> = Readonly<{
  kind: PlanRow['kind'];
  list: (value: T) => FileList;
  /** False for two that can't be one object. */
  fits: (one: T, other: T) => boolean;
  /** What the file makes of one of here; undefined where nothing changes. */
  after: (before: T, said: Said<T>) => T | undefined;
  /** True where two files say the same; `unsaid` are properties that one of them does not say. */
  alike: (one: T, other: T, unsaid: readonly string[]) => boolean;
}>;

/** An object of a file under its row's key. */
export type KeyedObject<T> = Readonly<{ key: string; read: ReadObject<T> }>;

/** Each object under the key that it has whenever it is read: by its GUID, else by its name. */
export function keyed<T>(kind: PlanRow['kind'], objects: readonly ReadObject<T>[]): KeyedObject<T>[] {
  const times = new Map<string, number>();
  return objects.map((read) => {
    const key = `${kind}:${read.guid ?? foldName(read.name)}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return { key: time === 1 ? key : `${key}#${time}`, read };
  });
}

export const here = <T extends Readonly<{ exchange?: ExchangeOrigin }>>(
  id: string,
  name: string,
  value: T,
): HereObject<T> => ({ id, name, value, ...(value.exchange?.guid && { guid: value.exchange.guid }) });

export const matchAll = <T>(
  { fits }: Pick<ObjectKind<T>, 'fits'>,
  known: readonly HereObject<T>[],
  objects: readonly KeyedObject<T>[],
): readonly Match<T>[] =>
  matchObjects(
    objects.map(({ key, read }) => ({
      key,
      name: read.name,
      ...(read.guid !== undefined && { guid: read.guid }),
      ...(read.ok && { value: read.value }),
    })),
    known,
    fits,
  );

type Sides<T> = Readonly<{
  known: readonly HereObject<T>[];
  objects: readonly KeyedObject<T>[];
  matches: readonly Match<T>[];
  covers: ExchangeFile['covers'];
  /** The same list as it was read before. */
  last?: Readonly<{ objects: readonly ReadObject<T>[]; covers: ExchangeFile['covers'] }> | undefined;
}>;

export function objectRows<T>(
  kind: ObjectKind<T>,
  { known, objects, matches, covers, last }: Sides<T>,
): ObjectRow<T>[] {
  const moved = movedSince(kind, last);
  const rows = objects.map(({ key, read }, at): ObjectRow<T> => {
    const { name, line, notes } = read;
    const row = { key, name, line, notes };
    if (!read.ok) return { ...row, result: 'unreadable' };
    const { value } = read;
    const { here: mine, conflict, others } = matches[at] ?? { others: [] };
    if (conflict) return { ...row, result: 'conflict', conflict, others };
    if (!mine) return { ...row, result: 'added', after: value, ...moved(read, value, undefined) };
    const { id, value: before } = mine;
    const after = kind.after(before, read);
    if (!after) return { ...row, result: 'unchanged', id };
    return { ...row, result: 'changed', id, before, after, ...moved(read, after, before) };
  });
  const found = new Set(matches.flatMap(({ here: mine }) => (mine ? [mine.id] : [])));
  const others = matches.flatMap(({ conflict, others }) => (conflict ? others : []));
  const inTheWay = new Set(others.map(({ id }) => id));
  const onlyHere = known
    .filter(({ id, value }) => !found.has(id) && !inTheWay.has(id) && covers.includes(kind.list(value)))
    .sort((a, b) => (foldName(a.name) < foldName(b.name) ? -1 : 1))
    .map((one): ObjectRow<T> => {
      const { id, name, value: before } = one;
      const row = { key: `${kind.kind}:id:${id}`, name, notes: [] };
      return { ...row, result: 'onlyHere', id, before, ...moved(one, undefined, before) };
    });
  return [...rows, ...onlyHere];
}

type Identity = Readonly<{ name: string; guid?: string; unsaid?: readonly string[] }>;

/** Who has moved away from what was read the last time. Nothing is said where that did not have the list. */
function movedSince<T>({ list, fits, alike }: ObjectKind<T>, last: Sides<T>['last']) {
  const objects = (last?.objects ?? []).flatMap((read) => (read.ok ? [read] : []));
  const byGuid = new Map(objects.flatMap((read) => (read.guid ? [[read.guid, read] as const] : [])));
  const byName = new Map(objects.map((read) => [foldName(read.name), read]));
  return (
    { name, guid, unsaid = [] }: Identity,
    there: T | undefined,
    own: T | undefined,
  ): { moved?: Moved } => {
    const value = there ?? own;
    if (!last || value === undefined || !last.covers.includes(list(value))) return {};
    const found = (guid ? byGuid.get(guid) : undefined) ?? byName.get(foldName(name));
    const before = found && fits(found.value, value) ? found : undefined;
    const isMoved = (side: T | undefined) =>
      before
        ? side === undefined || !alike(before.value, side, [...unsaid, ...(before.unsaid ?? [])])
        : side !== undefined;
    const [tenant, here] = [isMoved(there), isMoved(own)];
    if (tenant && here) return { moved: 'both' };
    return tenant ? { moved: 'tenant' } : here ? { moved: 'here' } : {};
  };
}
