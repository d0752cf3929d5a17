// The actions of the guide's page, handed down by its route.
import type { SetupAction } from '@/components/setup/use-setup-action';
import type { RequestedChecks } from '@/lib/operations/request-guide-checks';

export type GuideActions = Readonly<{
  choose: SetupAction<unknown>;
  confirm: SetupAction<unknown>;
  withdraw: SetupAction<unknown>;
  check: SetupAction<RequestedChecks>;
}>;
