// The actions of the rules' page, handed down by its route.
import type { RemovedRule } from '@/lib/operations/remove-transport-rule';
import type { SavedRule } from '@/lib/operations/save-transport-rule';
import type { RuleTarget } from '@/lib/operations/transport-rules';
import type { SetupAction } from '../setup/use-setup-action';

export type RuleActions = Readonly<{
  create: SetupAction<SavedRule>;
  change: SetupAction<SavedRule>;
  switch: SetupAction<SavedRule>;
  order: SetupAction<undefined>;
  remove: SetupAction<RemovedRule>;
  targets: SetupAction<readonly RuleTarget[]>;
}>;
