// The transport rules, in the order in which messages meet them. Priorities are 0, 1, 2 … without a gap: who adds, moves or
// removes one moves the others.

import type { ExchangeOrigin } from '../mailflow/exchange-origin';
import { foldName } from '../mailflow/fold-name';
import type { TransportRule } from '../mailflow/transport-rule';
import type { TransportRule as Row } from './generated/sqlite/client';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

/** A rule as it is kept: it names its connector by id, which may lead to none any more. */
export type OwnRule = TransportRule & Readonly<{ connector: Readonly<{ by: 'id'; id: string }> }>;

/** `revision` counts the changes of what the rule says; its place and being on or off are not among them. */
export type StoredRule = Readonly<{ id: string; rule: OwnRule; revision: number }>;

/** All, the first that a message meets first. */
export async function listTransportRules(store: Store | Tx): Promise<StoredRule[]> {
  const rows = await clientOf(store).transportRule.findMany({
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toStored);
}

export async function findTransportRule(store: Store | Tx, id: string): Promise<StoredRule | undefined> {
  const row = await clientOf(store).transportRule.findUnique({ where: { id } });
  return row ? toStored(row) : undefined;
}

/** True where a rule other than `exceptId` has that name, or one that differs only in case or letter forms. */
export async function ruleNameTaken(store: Store | Tx, name: string, exceptId?: string): Promise<boolean> {
  const where = { nameKey: foldName(name) };
  const row = await clientOf(store).transportRule.findUnique({ where, select: { id: true } });
  return row !== null && row.id !== exceptId;
}

/** Adds the rule at its priority, or last where that lies behind the end. Call it in `store.write` only. */
export async function insertTransportRule(tx: Tx, rule: OwnRule, updatedAt: Date): Promise<StoredRule> {
  const priority = Math.min(rule.priority, await tx.transportRule.count());
  await tx.transportRule.updateMany({
    where: { priority: { gte: priority } },
    data: { priority: { increment: 1 } },
  });
  return toStored(await tx.transportRule.create({ data: { ...columns(rule), priority, updatedAt } }));
}

/** Gives the rule new contents; its place stays. */
export async function replaceTransportRule(
  tx: Tx,
  id: string,
  rule: OwnRule,
  updatedAt: Date,
): Promise<void> {
  const data = { ...columns(rule), revision: { increment: 1 }, updatedAt };
  await tx.transportRule.update({ where: { id }, data });
}

export async function switchTransportRule(tx: Tx, id: string, enabled: boolean): Promise<void> {
  await tx.transportRule.update({ where: { id }, data: { enabled } });
}

/** Removes the rule and closes the gap; nothing where it is not there. Call it in `store.write` only. */
export async function removeTransportRule(tx: Tx, id: string): Promise<void> {
  const found = await tx.transportRule.findUnique({ where: { id }, select: { priority: true } });
  if (!found) return;
  await tx.transportRule.delete({ where: { id } });
  await tx.transportRule.updateMany({
    where: { priority: { gt: found.priority } },
    data: { priority: { decrement: 1 } },
  });
}

/** Puts all rules in the order of `ids`. Call it in `store.write` only. */
export async function orderTransportRules(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [priority, id] of ids.entries())
    await tx.transportRule.updateMany({ where: { id, NOT: { priority } }, data: { priority } });
}

const columns = (rule: OwnRule) => ({
  name: rule.name,
  nameKey: foldName(rule.name),
  enabled: rule.enabled,
  conditions: toJson(rule.conditions),
  exceptions: toJson(rule.exceptions),
  connectorId: rule.connector.id,
  stopProcessing: rule.stopProcessing,
  // What Exchange knows of it stays where nobody says otherwise.
  ...(rule.exchange && { exchange: toJson(rule.exchange) }),
});

const toStored = (row: Row): StoredRule => ({
  id: row.id,
  rule: {
    name: row.name,
    enabled: row.enabled,
    priority: row.priority,
    conditions: fromJson<TransportRule['conditions']>(row.conditions),
    exceptions: fromJson<TransportRule['exceptions']>(row.exceptions),
    connector: { by: 'id', id: row.connectorId },
    stopProcessing: row.stopProcessing,
    ...(row.exchange !== null && { exchange: fromJson<ExchangeOrigin>(row.exchange) }),
  },
  revision: row.revision,
});
