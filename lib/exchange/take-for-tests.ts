// Taking rows over without a store: what the operation does to the set-up, for tests that plan again.
import { foldName } from '../mailflow/fold-name';
import type { MailSetup } from '../mailflow/mail-setup';
import type { ExchangeFile } from './exchange-file';
import { isTakeable, type PlanRow } from './plan-row';
import { takenOrder } from './plan-rules';

/** `setup` with all that can be taken over of `rows`; new objects have their row's key for an id. */
export function taken(setup: MailSetup, file: ExchangeFile, rows: readonly PlanRow[]): MailSetup {
  const connectors = new Map(setup.connectors.map((kept) => [kept.id, kept]));
  const domains = new Map(setup.acceptedDomains.map((accepted) => [accepted.domain, accepted]));
  const rules = new Map(setup.transportRules.map((kept) => [kept.id, kept]));
  for (const row of rows) {
    if (row.result !== 'added' && row.result !== 'changed') continue;
    const id = row.result === 'added' ? row.key : row.id;
    if (row.kind === 'connector') connectors.set(id, { id, connector: row.after, health: 'never' });
    if (row.kind === 'acceptedDomain') domains.set(row.after.domain, row.after);
    if (row.kind === 'transportRule') rules.set(id, { id, rule: row.after });
  }
  const outbound = [...connectors.values()].filter(({ connector }) => connector.direction === 'outbound');
  const byName = new Map(outbound.map(({ id, connector }) => [foldName(connector.name), id]));
  const places = takenOrder(setup, file, rows, new Set(rows.filter(isTakeable).map(({ key }) => key)));
  return {
    connectors: [...connectors.values()],
    acceptedDomains: [...domains.values()],
    transportRules: [...rules.values()].map(({ id, rule }) => {
      const { connector } = rule;
      const found = connector.by === 'name' ? byName.get(foldName(connector.name)) : connector.id;
      const own = connector.by === 'name' ? (found ?? connector.name) : connector.id;
      return { id, rule: { ...rule, priority: places.indexOf(id), connector: { by: 'id', id: own } } };
    }),
  };
}
