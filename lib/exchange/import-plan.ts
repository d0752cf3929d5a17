// What taking over a tenant's file would do to what is here: one row an object. Changes nothing, and corrects nothing.
import type { AcceptedDomain } from '../mailflow/accepted-domain';
import type { Connector } from '../mailflow/connector';
import type { MailSetup } from '../mailflow/mail-setup';
import type { ExchangeFile } from './exchange-file';
import { here, keyed, matchAll, type ObjectKind, objectRows } from './plan-objects';
import type { PlanRow } from './plan-row';
import { planRules } from './plan-rules';
import { connectorAfter, domainAfter, sameConnector, sameDomain } from './take-over';

const CONNECTORS: ObjectKind<Connector> = {
  kind: 'connector',
  list: ({ direction }) => direction,
  fits: (one, other) => one.direction === other.direction,
  after: connectorAfter,
  alike: sameConnector,
};

const DOMAINS: ObjectKind<AcceptedDomain> = {
  kind: 'acceptedDomain',
  list: () => 'acceptedDomains',
  fits: () => true,
  after: domainAfter,
  alike: sameDomain,
};

/**
 * The rows: of connectors, accepted domains and rules in turn, first the file's objects in its order, then what is only
 * here, by name, in lists that the file covers. With `last`, what was read of the tenant before, changed and one-sided rows
 * say who has moved since. What is taken over is found unchanged when the file is planned again.
 */
export function planImport(setup: MailSetup, file: ExchangeFile, last?: ExchangeFile): readonly PlanRow[] {
  const { covers } = file;
  const connectors = setup.connectors.map(({ id, connector }) => here(id, connector.name, connector));
  const objects = keyed('connector', file.connectors);
  const matches = matchAll(CONNECTORS, connectors, objects);
  const connectorRows = objectRows(CONNECTORS, {
    known: connectors,
    objects,
    matches,
    covers,
    last: last && { objects: last.connectors, covers: last.covers },
  });

  const domains = setup.acceptedDomains.map((accepted) => here(accepted.domain, accepted.domain, accepted));
  const named = keyed('acceptedDomain', readDomains(file));
  const domainRows = objectRows(DOMAINS, {
    known: domains,
    objects: named,
    matches: matchAll(DOMAINS, domains, named),
    covers,
    last: last && { objects: readDomains(last), covers: last.covers },
  });

  const idsByName = new Map(
    objects.flatMap(({ read }, at) => {
      const mine = matches[at]?.here;
      return read.ok && read.value.direction === 'outbound' && mine ? [[read.name, mine.id] as const] : [];
    }),
  );
  return [
    ...connectorRows.map((row) => ({ kind: 'connector' as const, ...row })),
    ...domainRows.map((row) => ({ kind: 'acceptedDomain' as const, ...row })),
    ...planRules(setup, file, idsByName, last).map((row) => ({ kind: 'transportRule' as const, ...row })),
  ];
}

/** What the file has for each new connector or domain, by its row's key. */
export function fileValues(file: ExchangeFile): ReadonlyMap<string, Connector | AcceptedDomain> {
  const all = [
    ...keyed('connector', file.connectors),
    ...keyed<AcceptedDomain>('acceptedDomain', readDomains(file)),
  ];
  return new Map(all.flatMap(({ key, read }) => (read.ok ? [[key, read.value] as const] : [])));
}

/**
 * An accepted domain has a name of its own in Exchange; here its domain is its name. A tenant always has a default: a file
 * in which none is does not say.
 */
function readDomains({ acceptedDomains }: ExchangeFile): ExchangeFile['acceptedDomains'] {
  const saysDefault = acceptedDomains.some((read) => read.ok && read.value.isDefault);
  return acceptedDomains.map((read) => {
    if (!read.ok) return read;
    const unsaid = saysDefault ? read.unsaid : [...(read.unsaid ?? []), 'Default'];
    return { ...read, name: read.value.domain, ...(unsaid && { unsaid }) };
  });
}
