// Which object of here an object of a file is: by its GUID, which outlives a new name, else by its name. Decides nothing
// where two answers are possible: that is a conflict.
import { foldName } from '../mailflow/fold-name';
import type { Named } from '../mailflow/mail-setup';
import type { PlanConflict } from './plan-row';

/** An object of here. */
export type HereObject<T> = Named & Readonly<{ guid?: string; value: T }>;
/** An object of a file; without `value` where it could not be read. */
export type FileObject<T> = Readonly<{ key: string; name: string; guid?: string; value?: T }>;

/** `here` is also there beside a conflict, as far as one is meant. */
export type Match<T> = Readonly<{
  here?: HereObject<T>;
  conflict?: PlanConflict;
  others: readonly Named[];
}>;

/**
 * One answer for each object, in their order. `fits` is false for two that can't be one whatever they are called: a
 * connector for mail out, and one for mail in.
 */
export function matchObjects<T>(
  objects: readonly FileObject<T>[],
  here: readonly HereObject<T>[],
  fits: (here: T, value: T) => boolean,
): readonly Match<T>[] {
  const byGuid = new Map(here.flatMap((one) => (one.guid ? [[one.guid, one] as const] : [])));
  const byName = new Map(here.map((one) => [foldName(one.name), one]));
  const can = (one: HereObject<T> | undefined, { value }: FileObject<T>) =>
    one && (value === undefined || fits(one.value, value)) ? one : undefined;
  const known = objects.map((object) => can(object.guid ? byGuid.get(object.guid) : undefined, object));
  const taken = new Set(known.flatMap((one) => (one ? [one.id] : [])));
  const wanting = new Map<string, FileObject<T>[]>();
  for (const object of objects) {
    const name = foldName(object.name);
    if (object.value !== undefined) wanting.set(name, [...(wanting.get(name) ?? []), object]);
  }
  return objects.map((object, at): Match<T> => {
    const name = foldName(object.name);
    const holder = byName.get(name);
    const rivals = (wanting.get(name) ?? []).filter((other) => other !== object);
    const mine = known[at];
    if (mine) {
      if (holder && holder.id !== mine.id && object.value !== undefined)
        return { here: mine, conflict: 'guidAndName', others: [mine, holder].map(toNamed) };
      // Who has the name already keeps it; of two that would take it neither does.
      if (!holder && rivals.length > 0 && object.value !== undefined)
        return { here: mine, conflict: 'nameTwice', others: rivals.map(asNamed) };
      return { here: mine, others: [] };
    }
    const fitting = can(holder, object);
    if (fitting && !taken.has(fitting.id)) {
      taken.add(fitting.id);
      return { here: fitting, others: [] };
    }
    if (object.value === undefined) return { others: [] };
    if (holder && !fitting) return { conflict: 'otherDirection', others: [toNamed(holder)] };
    if (rivals.length > 0) return { conflict: 'nameTwice', others: rivals.map(asNamed) };
    return holder ? { conflict: 'guidAndName', others: [toNamed(holder)] } : { others: [] };
  });
}

const toNamed = ({ id, name }: Named): Named => ({ id, name });
const asNamed = ({ key, name }: Readonly<{ key: string; name: string }>): Named => ({ id: key, name });
