// The accepted domains. At most one is the default: the database holds to it, and who makes one the default takes it
// from the other here.
import type { AcceptedDomain, AcceptedDomainType } from '../mailflow/accepted-domain';
import type { ExchangeOrigin } from '../mailflow/exchange-origin';
import type { AcceptedDomain as Row } from './generated/sqlite/client';
import { fromJson, toJson } from './json';
import { clientOf, type Store, type Tx } from './store';

/** `revision` counts the row's changes: an edit names the one that it began with. */
export type StoredDomain = Readonly<{ accepted: AcceptedDomain; revision: number }>;

/** All, by name. */
export async function listAcceptedDomains(store: Store | Tx): Promise<StoredDomain[]> {
  const rows = await clientOf(store).acceptedDomain.findMany({ orderBy: { domain: 'asc' } });
  return rows.map(toStored);
}

/** The domain's own row; `domain` is in lower-case ASCII. */
export async function findAcceptedDomain(
  store: Store | Tx,
  domain: string,
): Promise<StoredDomain | undefined> {
  const row = await clientOf(store).acceptedDomain.findUnique({ where: { domain } });
  return row ? toStored(row) : undefined;
}

/** Adds domains that are not there. Throws where one is. Call it in `store.write` only. */
export async function insertAcceptedDomains(
  tx: Tx,
  domains: readonly AcceptedDomain[],
  updatedAt: Date,
): Promise<void> {
  const chosen = domains.findLast(({ isDefault }) => isDefault);
  if (chosen) await clearDefault(tx, updatedAt);
  const data = domains.map((accepted) => ({
    domain: accepted.domain,
    ...columns(accepted, accepted === chosen),
    updatedAt,
  }));
  await tx.acceptedDomain.createMany({ data });
}

/** Gives the domain's row these values; nothing where there is no row. Call it in `store.write` only. */
export async function replaceAcceptedDomain(
  tx: Tx,
  accepted: AcceptedDomain,
  updatedAt: Date,
): Promise<void> {
  const { domain, isDefault } = accepted;
  if (isDefault) await clearDefault(tx, updatedAt, domain);
  await tx.acceptedDomain.updateMany({
    where: { domain },
    data: { ...columns(accepted, isDefault), revision: { increment: 1 }, updatedAt },
  });
}

/** Removes the domains that are there. */
export async function removeAcceptedDomains(tx: Tx, domains: readonly string[]): Promise<void> {
  await tx.acceptedDomain.deleteMany({ where: { domain: { in: [...domains] } } });
}

async function clearDefault(tx: Tx, updatedAt: Date, except?: string): Promise<void> {
  await tx.acceptedDomain.updateMany({
    where: { isDefault: true, ...(except !== undefined && { domain: { not: except } }) },
    data: { isDefault: null, revision: { increment: 1 }, updatedAt },
  });
}

const columns = (accepted: AcceptedDomain, isDefault: boolean) => ({
  type: accepted.type,
  matchSubDomains: accepted.type === 'internalRelay' && accepted.matchSubDomains,
  isDefault: isDefault || null,
  // What Exchange knows of it stays where nobody says otherwise.
  ...(accepted.exchange && { exchange: toJson(accepted.exchange) }),
});

function toStored({ domain, type, matchSubDomains, isDefault, exchange, revision }: Row): StoredDomain {
  const known = {
    domain,
    isDefault: isDefault === true,
    ...(exchange !== null && { exchange: fromJson<ExchangeOrigin>(exchange) }),
  };
  const accepted: Record<AcceptedDomainType, AcceptedDomain> = {
    authoritative: { type: 'authoritative', ...known },
    internalRelay: { type: 'internalRelay', ...known, matchSubDomains },
  };
  return { accepted: accepted[type as AcceptedDomainType], revision };
}
