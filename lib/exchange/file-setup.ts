// What a file of a tenant says as a set-up: the tenant as it was read. Leaves out what could not be read.
import type { MailSetup } from '../mailflow/mail-setup';
import type { ExchangeFile } from './exchange-file';
import { keyed } from './plan-objects';

/** Ids are the keys that the objects have in a plan. */
export function fileSetup(file: ExchangeFile): MailSetup {
  return {
    connectors: keyed('connector', file.connectors).flatMap(({ key, read }) =>
      read.ok ? [{ id: key, connector: read.value, health: 'never' as const }] : [],
    ),
    acceptedDomains: file.acceptedDomains.flatMap((read) => (read.ok ? [read.value] : [])),
    transportRules: keyed('transportRule', file.transportRules).flatMap(({ key, read }) =>
      read.ok ? [{ id: key, rule: read.value }] : [],
    ),
  };
}
