// The commands that make or change a transport rule. A rule that no parameters can say whole is left alone: one that asks
// for less would take more messages.
import type { KeptConnector, KeptRule } from '../mailflow/mail-setup';
import type { TransportRule } from '../mailflow/transport-rule';
import type { RulePlace } from './command';
import type { RecordFields } from './kept-settings';
import { ruleParameters, ruleRecord } from './rule-parameters';
import { noted, type ScriptPart } from './script-frame';
import { changedSettings, newSettings, type WritableSettings } from './writable-settings';

/** The connector that the rule leads to, if there is one. */
export function connectorOf(
  { connector }: TransportRule,
  connectors: readonly KeptConnector[],
): KeptConnector | undefined {
  return connectors.find((kept) =>
    connector.by === 'id'
      ? kept.id === connector.id
      : kept.connector.name.toLowerCase() === connector.name.toLowerCase(),
  );
}

/** Rules in the order in which they are asked; names decide between two with one place. */
export const byPriority = (rules: readonly KeptRule[]): readonly KeptRule[] =>
  [...rules].sort(
    (a, b) =>
      a.rule.priority - b.rule.priority ||
      (a.rule.name < b.rule.name ? -1 : Number(a.rule.name > b.rule.name)),
  );

/** The record with the connector by `target`: its name or GUID in the tenant. */
export const ruleRecordTo = (rule: TransportRule, target: string): RecordFields => ({
  ...ruleRecord({ ...rule, connector: { by: 'name', name: target } }),
  RouteMessageOutboundConnector: target,
});

/** Why the script leaves the rule alone; empty where it can be said. */
export function ruleObstacles(rule: TransportRule, target: string | undefined): ScriptPart[] {
  if (target === undefined) return [noted('ruleWithoutConnector', { name: rule.name })];
  const named = { ...rule, connector: { by: 'name', name: target } } as const;
  const { parameters, cannotSay } = ruleParameters(named);
  const { leftOut } = newSettings('New-TransportRule', ruleRecordTo(rule, target));
  const unsaid = [
    ...cannotSay.flatMap((one) => (one.why === 'connector' ? [] : [one.parameter])),
    ...leftOut.filter((name) => name in parameters),
  ];
  return [...new Set(unsaid)].map((setting) => noted('ruleNotSaid', { name: rule.name, setting }));
}

/** Without a `place` the rule goes behind those that are there. */
export function newRuleParts(
  rule: TransportRule,
  target: string,
  name = rule.name,
  place?: RulePlace,
): ScriptPart[] {
  const settings = newSettings('New-TransportRule', { ...ruleRecordTo(rule, target), Name: name });
  const command = { cmdlet: 'New-TransportRule', parameters: { Name: name, ...settings.parameters } };
  return [
    ...leftOutNotes(rule, settings),
    { kind: 'command', command: { ...command, ...(place && { place }) } },
  ];
}

/** Settings and place; not the name, nor whether it is on. The records have the connector's name in the tenant. */
export function changedRuleParts(
  rule: TransportRule,
  identity: string,
  {
    before,
    after,
    place,
  }: Readonly<{ before: RecordFields; after: RecordFields; place?: RulePlace | undefined }>,
): ScriptPart[] {
  const settings = changedSettings('Set-TransportRule', { ...before, Name: after.Name ?? null }, after);
  if (Object.keys(settings.parameters).length === 0 && !place) return leftOutNotes(rule, settings);
  const command = { cmdlet: 'Set-TransportRule', parameters: { Identity: identity, ...settings.parameters } };
  return [
    ...leftOutNotes(rule, settings),
    { kind: 'command', command: { ...command, ...(place && { place }) } },
  ];
}

const leftOutNotes = ({ name }: TransportRule, { leftOut }: WritableSettings): ScriptPart[] =>
  leftOut.map((setting) => noted('settingLeftOut', { name, setting }));
