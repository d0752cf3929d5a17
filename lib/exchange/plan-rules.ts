// The rows of transport rules: as those of other objects, and beside that a rule's connector is one of here or of the file,
// and its place is among the others.
import { foldName } from '../mailflow/fold-name';
import type { MailSetup } from '../mailflow/mail-setup';
import type { ConnectorReference, TransportRule } from '../mailflow/transport-rule';
import type { ExchangeFile, ImportNote } from './exchange-file';
import type { Match } from './match-objects';
import {
  here,
  type KeyedObject,
  keyed,
  matchAll,
  type ObjectKind,
  type ObjectRow,
  objectRows,
} from './plan-objects';
import type { PlanRow } from './plan-row';
import { mergedOrder, settled } from './rule-order';
import { ruleAfter, sameRule } from './take-over';

/** `found`: ids of connectors of here under the names that the file has for them. */
export function planRules(
  setup: MailSetup,
  file: ExchangeFile,
  found: ReadonlyMap<string, string>,
  last?: ExchangeFile,
): readonly ObjectRow<TransportRule>[] {
  const names = connectorNames(setup, file, found);
  const known = setup.transportRules.map(({ id, rule }) => here(id, rule.name, rule));
  const read = keyed('transportRule', file.transportRules);
  const matches = matchAll({ fits }, known, read);
  const { places, moving } = plannedPlaces(setup, read, matches);
  const kind = ruleKind(names, moving);
  const objects = read.map(({ key, read: object }, at): KeyedObject<TransportRule> => {
    if (!object.ok) return { key, read: object };
    const mine = matches[at]?.here;
    const priority = places.get(mine?.id ?? key) ?? object.value.priority;
    const value = { ...object.value, priority, connector: names.resolved(object.value.connector) };
    return { key, read: { ...object, value, notes: [...object.notes, ...names.notes(value.connector)] } };
  });
  return objectRows(kind, {
    known,
    objects,
    matches,
    covers: file.covers,
    last: last && { objects: last.transportRules, covers: last.covers },
  });
}

type Names = ReturnType<typeof connectorNames>;

/** Any two rules may be one. */
const fits = () => true;

/** `moving` are those of here that would stand elsewhere among the others. */
function ruleKind(names: Names, moving: ReadonlySet<TransportRule>): ObjectKind<TransportRule> {
  const alike = (one: TransportRule, other: TransportRule) =>
    sameRule(one, other) && names.spelled(one.connector) === names.spelled(other.connector);
  return {
    kind: 'transportRule',
    list: () => 'transportRules',
    fits,
    after: (before, said) => {
      const after = ruleAfter(before, said);
      return alike(before, after) && !moving.has(before) ? undefined : after;
    },
    alike,
  };
}

function connectorNames({ connectors }: MailSetup, file: ExchangeFile, found: ReadonlyMap<string, string>) {
  const outbound = connectors.filter(({ connector }) => connector.direction === 'outbound');
  const ids = new Set(connectors.map(({ id }) => id));
  const byName = new Map(outbound.map(({ id, connector }) => [foldName(connector.name), id]));
  for (const [name, id] of found) byName.set(foldName(name), id);
  const inFile = new Set(
    file.connectors.flatMap((read) =>
      read.ok && read.value.direction === 'outbound' ? [foldName(read.name)] : [],
    ),
  );
  /** By id where it is here. */
  const resolved = (reference: ConnectorReference): ConnectorReference => {
    const name = reference.by === 'name' ? reference.name : reference.id;
    const id = reference.by === 'id' && ids.has(reference.id) ? reference.id : byName.get(foldName(name));
    // A rule that leads to nothing that was ever here keeps the name that it came with in the place of an id.
    return id !== undefined && reference.by === 'name' ? { by: 'id', id } : reference;
  };
  const spelled = (reference: ConnectorReference): string => {
    const answer = resolved(reference);
    if (answer.by === 'id') return ids.has(answer.id) ? `id ${answer.id}` : `name ${foldName(answer.id)}`;
    const name = foldName(answer.name);
    // What the file brings is more than a name that leads nowhere here.
    return inFile.has(name) ? `new ${name}` : `name ${name}`;
  };
  const notes = (reference: ConnectorReference): readonly ImportNote[] =>
    reference.by === 'id' || inFile.has(foldName(reference.name))
      ? []
      : [{ code: 'connectorUnknown', severity: 'warning', params: { name: reference.name } }];
  return { resolved, spelled, notes };
}

/** Where the rules of the file would stand if all were taken over, by id, or by key where they are new. */
function plannedPlaces(
  { transportRules }: MailSetup,
  read: readonly KeyedObject<TransportRule>[],
  matches: readonly Match<TransportRule>[],
) {
  const order = inOrder(transportRules.map(({ id, rule }) => ({ id, priority: rule.priority })));
  const wanted = inOrder(
    read.flatMap(({ key, read: object }, at) => {
      const match = matches[at];
      const stands = object.ok && !match?.conflict;
      return stands ? [{ id: match?.here?.id ?? key, priority: object.value.priority }] : [];
    }),
  );
  const places = new Map(mergedOrder(order, wanted, new Set(wanted)).map((id, at) => [id, at]));
  const still = settled(order, wanted);
  const isWanted = new Set(wanted);
  const moving = new Set<TransportRule>();
  for (const { id, rule } of transportRules) {
    // Who only makes room has not moved.
    if (still.has(id)) places.set(id, rule.priority);
    else if (isWanted.has(id)) moving.add(rule);
  }
  return { places, moving };
}

/**
 * The order of all rules once those of the rows with these keys are taken over, by id, or by key where they are new. Rules
 * that are taken over stand among themselves as in the file.
 */
export function takenOrder(
  { transportRules }: MailSetup,
  file: ExchangeFile,
  rows: readonly PlanRow[],
  keys: ReadonlySet<string>,
): readonly string[] {
  const names = new Map(
    rows.flatMap((row) => {
      if (row.result === 'added') return [[row.key, row.key] as const];
      return row.result === 'changed' || row.result === 'unchanged' ? [[row.key, row.id] as const] : [];
    }),
  );
  const wanted = inOrder(
    keyed('transportRule', file.transportRules).flatMap(({ key, read }) => {
      const id = names.get(key);
      return read.ok && id !== undefined ? [{ id, priority: read.value.priority }] : [];
    }),
  );
  const order = inOrder(transportRules.map(({ id, rule }) => ({ id, priority: rule.priority })));
  return mergedOrder(order, wanted, new Set([...keys].map((key) => names.get(key) ?? key)));
}

const inOrder = (rules: readonly Readonly<{ id: string; priority: number }>[]): readonly string[] =>
  [...rules].sort((a, b) => a.priority - b.priority).map(({ id }) => id);
