// The actions of the accepted domains' page, handed down by its route.
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import type { DomainUses } from '@/lib/operations/accepted-domains';
import type { RemovedDomains } from '@/lib/operations/remove-accepted-domains';
import type { SavedDomains } from '@/lib/operations/save-accepted-domains';
import type { SetupAction } from '../setup/use-setup-action';

export type DomainActions = Readonly<{
  add: SetupAction<AcceptedDomain>;
  change: SetupAction<AcceptedDomain>;
  saveMany: SetupAction<SavedDomains>;
  remove: SetupAction<RemovedDomains>;
  uses: SetupAction<DomainUses>;
}>;
