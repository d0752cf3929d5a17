// The tenant as it was last read, told as far as possible in what is here: where the file says nothing, and where it says the
// same in other words, it is as here. So a change script has something to do where the plan has, and nowhere else.
import type { ExchangeOrigin } from '../mailflow/exchange-origin';
import { foldName } from '../mailflow/fold-name';
import type { MailSetup } from '../mailflow/mail-setup';
import type { ExchangeFile } from './exchange-file';
import { planImport } from './import-plan';
import { keyed } from './plan-objects';
import type { PlanKind, PlanRow } from './plan-row';

/**
 * Ids are those of here, where the object is here too. What could not be read is as here as well, because nobody knows better;
 * rules keep the file's order.
 */
export function tenantSetup(here: MailSetup, file: ExchangeFile): MailSetup {
  const rows = new Map(planImport(here, file).map((row) => [row.key, row]));
  const connectors = new Map(here.connectors.map(({ id, connector }) => [id, connector]));
  const rules = new Map(here.transportRules.map(({ id, rule }) => [id, rule]));
  const domains = new Map(here.acceptedDomains.map((domain) => [domain.domain, domain]));
  return {
    connectors: keyed('connector', file.connectors).flatMap(({ key, read }) => {
      if (!read.ok) return here.connectors.filter(({ connector }) => isOne(connector, connector.name, read));
      const { id, value } = told(rowOf(rows, key, 'connector'), connectors, { id: key, value: read.value });
      return [{ id, connector: ofTenant(value, read.guid), health: 'never' as const }];
    }),
    acceptedDomains: keyed('acceptedDomain', file.acceptedDomains).flatMap(({ key, read }) => {
      if (!read.ok) return here.acceptedDomains.filter((one) => isOne(one, one.domain, read));
      const row = rowOf(rows, key, 'acceptedDomain');
      const same = row?.result === 'unchanged' ? domains.get(read.value.domain) : undefined;
      return [same ?? (row && 'after' in row ? row.after : read.value)];
    }),
    transportRules: keyed('transportRule', file.transportRules).flatMap(({ key, read }) => {
      if (!read.ok) return here.transportRules.filter(({ rule }) => isOne(rule, rule.name, read));
      const { id, value } = told(rowOf(rows, key, 'transportRule'), rules, { id: key, value: read.value });
      return [{ id, rule: { ...ofTenant(value, read.guid), priority: read.value.priority } }];
    }),
  };
}

const isOne = (
  { exchange }: Readonly<{ exchange?: ExchangeOrigin }>,
  name: string,
  read: Readonly<{ name: string; guid?: string }>,
): boolean =>
  (read.guid !== undefined && read.guid === exchange?.guid) || foldName(read.name) === foldName(name);

type Told<T> = Readonly<{ id: string; value: T }>;

const rowOf = <K extends PlanKind>(rows: ReadonlyMap<string, PlanRow>, key: string, kind: K) => {
  const row = rows.get(key);
  return row?.kind === kind ? (row as Extract<PlanRow, { kind: K }>) : undefined;
};

/** What the row makes of the object; in a conflict, the file's own. */
function told<T>(
  row: Readonly<{ result: PlanRow['result']; id?: string; after?: T }> | undefined,
  here: ReadonlyMap<string, T>,
  read: Told<T>,
): Told<T> {
  const id = row?.id ?? read.id;
  const same = row?.result === 'unchanged' ? here.get(id) : undefined;
  return { id, value: same ?? row?.after ?? read.value };
}

/** The GUID is the tenant's own, whatever is known here. */
function ofTenant<T extends Readonly<{ exchange?: ExchangeOrigin }>>(value: T, guid: string | undefined): T {
  const { guid: _, ...exchange } = value.exchange ?? { kept: [] };
  return { ...value, exchange: { ...exchange, ...(guid !== undefined && { guid }) } };
}
