// The commands that bring a tenant's connectors to what they shall be, in the groups in which a change script writes them.
import type { KeptConnector } from '../mailflow/mail-setup';
import {
  connectorCmdlet,
  connectorRecord,
  leftOutNotes,
  newConnectorParts,
  portNotes,
} from './connector-commands';
import { commanded, noted, type ScriptPart, said } from './script-frame';
import { identityOf, type Named, namesMeanwhile, type Pair, pairsOf, renames } from './tenant-pairs';
import { changedSettings } from './writable-settings';

export const CONNECTORS: Named<KeptConnector> = {
  name: ({ connector }) => connector.name,
  guid: ({ connector }) => connector.exchange?.guid,
};

/** A connector keeps its direction and its type; with another one it is another connector. */
export const connectorPairs = (
  before: readonly KeptConnector[],
  after: readonly KeptConnector[],
): readonly Pair<KeptConnector>[] =>
  pairsOf(
    before,
    after,
    CONNECTORS,
    ({ connector: one }, { connector: other }) =>
      one.direction === other.direction && one.partnerKind === other.partnerKind,
  );

export type ConnectorChange = Readonly<{
  added: readonly ScriptPart[];
  /** Those that stay as they are, on or off, or go on. */
  changed: readonly ScriptPart[];
  /** Those that go off, and what else changes of them: nothing may pass by them in between. */
  switchedOff: readonly ScriptPart[];
  removed: readonly ScriptPart[];
  /** In the order in which each name is free, with the pair's key: rules that lead there are told. */
  renamed: readonly Readonly<{ key: number; to: string; part: ScriptPart }>[];
  /** Under which name the tenant has each until it is renamed, by the pair's key. */
  names: ReadonlyMap<number, string>;
}>;

/** `held` are the keys of connectors that stay, because a rule that nobody could change leads to them. */
export function changeConnectors(
  pairs: readonly Pair<KeptConnector>[],
  held: ReadonlySet<number>,
): ConnectorChange {
  const going = pairs.filter(({ key, after }) => after === undefined && !held.has(key));
  const names = namesMeanwhile(pairs, CONNECTORS);
  const turnsOff = ({ before, after }: Pair<KeptConnector>) =>
    before?.connector.enabled === true && after?.connector.enabled === false;
  return {
    names,
    added: pairs.flatMap((pair) => (pair.before ? [] : addedParts(pair, names, pairs))),
    changed: pairs.flatMap((pair) => (turnsOff(pair) ? [] : changedParts(pair))),
    switchedOff: [
      ...pairs.flatMap((pair) => (turnsOff(pair) ? changedParts(pair) : [])),
      ...going.flatMap((pair) => (pair.before?.connector.enabled ? switchOffParts(pair, pair.before) : [])),
    ],
    removed: going.flatMap((pair) => (pair.before ? removedParts(pair, pair.before) : [])),
    renamed: renames(
      pairs.map((pair) => (held.has(pair.key) && pair.before ? { ...pair, after: pair.before } : pair)),
      CONNECTORS,
    ).flatMap(({ key, from, to }) => {
      const pair = pairs.find((one) => one.key === key);
      const kept = pair?.after ?? pair?.before;
      if (!pair || !kept) return [];
      // A new one has no GUID yet that anybody here could know.
      const identity =
        pair.before && CONNECTORS.name(pair.before) !== identityOf(pair, CONNECTORS)
          ? identityOf(pair, CONNECTORS)
          : from;
      const part = commanded(connectorCmdlet('Set', kept.connector), { Identity: identity, Name: to });
      return [{ key, to, part }];
    }),
  };
}

const title = ({ connector: { direction, name } }: KeptConnector): ScriptPart =>
  said(`object.${direction}`, { name });

function addedParts(
  { key, after }: Pair<KeptConnector>,
  names: ReadonlyMap<number, string>,
  pairs: readonly Pair<KeptConnector>[],
): ScriptPart[] {
  if (!after) return [];
  const { name } = after.connector;
  const replaces = pairs.some(
    (other) => !other.after && other.before && CONNECTORS.name(other.before) === name,
  );
  return [
    title(after),
    ...(replaces ? [noted('recreated', { name })] : []),
    ...newConnectorParts(after.connector, names.get(key)),
  ];
}

function changedParts(pair: Pair<KeptConnector>): ScriptPart[] {
  const { before, after } = pair;
  if (!before || !after) return [];
  const cmdlet = connectorCmdlet('Set', after.connector);
  const one = connectorRecord(before.connector);
  const other = connectorRecord(after.connector);
  const { parameters, leftOut } = changedSettings(cmdlet, { ...one, Name: other.Name ?? null }, other);
  const parts = [
    ...('SmartHosts' in parameters ? portNotes(after.connector) : []),
    ...leftOutNotes(after.connector.name, leftOut),
    ...(Object.keys(parameters).length > 0
      ? [commanded(cmdlet, { Identity: identityOf(pair, CONNECTORS), ...parameters })]
      : []),
  ];
  return parts.length > 0 ? [title(after), ...parts] : [];
}

const switchOffParts = (pair: Pair<KeptConnector>, before: KeptConnector): ScriptPart[] => [
  title(before),
  commanded(connectorCmdlet('Set', before.connector), {
    Identity: identityOf(pair, CONNECTORS),
    Enabled: false,
  }),
];

/** Without asking: whoever sets $WhatIf to $false has read it. */
const removedParts = (pair: Pair<KeptConnector>, before: KeptConnector): ScriptPart[] => [
  title(before),
  commanded(connectorCmdlet('Remove', before.connector), { Identity: identityOf(pair, CONNECTORS) }),
];
