// What the panel asks of the server by itself; commands that the list has too are life/life-command.ts.
import type { Outcome } from '@/lib/operations/outcome';
import type { RequestedValidation } from '@/lib/operations/queue-validation';

export type PanelActions = Readonly<{
  requestValidation: (input: unknown) => Promise<Outcome<RequestedValidation>>;
  discardDraft: (input: unknown) => Promise<Outcome<undefined>>;
}>;
