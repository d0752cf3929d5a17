// What is different in a changed row, by the names that Exchange's cmdlets have for it.
import { chosenSettings, type ExchangeOrigin, type Json } from '../mailflow/exchange-origin';
import type { TransportRule } from '../mailflow/transport-rule';
import { acceptedDomainParameters, recordOfDomain } from './accepted-domain-record';
import { connectorParameters } from './connector-parameters';
import { recordOf } from './connector-record';
import { type RecordFields, sameValue } from './kept-settings';
import type { PlanRow } from './plan-row';
import { ruleParameters, ruleRecord } from './rule-parameters';

export type PropertyChange = Readonly<{ property: string; from: Json; to: Json }>;

/** None but for a changed row. `connectorNames` are those of here by id. */
export function rowChanges(row: PlanRow, connectorNames: ReadonlyMap<string, string>): PropertyChange[] {
  if (row.result !== 'changed') return [];
  switch (row.kind) {
    case 'connector': {
      const { before, after } = row;
      const known = { ...connectorParameters(before), ...connectorParameters(after) };
      return changes(recordOf(before), recordOf(after), asked(known, before, after));
    }
    case 'acceptedDomain': {
      const { before, after } = row;
      const known = acceptedDomainParameters(after);
      return changes(recordOfDomain(before), recordOfDomain(after), asked(known, before, after));
    }
    case 'transportRule': {
      const [before, after] = [named(row.before, connectorNames), named(row.after, connectorNames)];
      const known = ruleParameters(after).parameters;
      return changes(ruleRecord(before), ruleRecord(after), asked(known, before, after));
    }
  }
}

function changes(before: RecordFields, after: RecordFields, names: ReadonlySet<string>): PropertyChange[] {
  return [...names].flatMap((property) => {
    const [from, to] = [before[property] ?? null, after[property] ?? null];
    return sameValue(property, from, to) ? [] : [{ property, from, to }];
  });
}

type Kept = Readonly<{ exchange?: ExchangeOrigin }>;

/** The console's own properties, and what somebody may have chosen beside them. */
const asked = (known: RecordFields, before: Kept, after: Kept): ReadonlySet<string> =>
  new Set([
    ...Object.keys(known),
    ...[before, after].flatMap(({ exchange }) => chosenSettings(exchange).map(({ name }) => name)),
  ]);

function named(rule: TransportRule, names: ReadonlyMap<string, string>): TransportRule {
  const { connector } = rule;
  if (connector.by === 'name') return rule;
  return { ...rule, connector: { by: 'name', name: names.get(connector.id) ?? connector.id } };
}
