// What editing asks of the server; handed down by the page.
import type { EditingView } from '@/lib/operations/editing';
import type { Outcome } from '@/lib/operations/outcome';
import type { SavedDraft } from '@/lib/operations/save-draft';
import type { DraftActions } from '../wizard/use-connector-wizard';

type Ask<T> = (input: unknown) => Promise<Outcome<T>>;

export type EditActions = DraftActions &
  Readonly<{
    editing: Ask<EditingView>;
    saveDraft: Ask<SavedDraft>;
    discardDraft: Ask<undefined>;
    publishConnector: Ask<{ version: number }>;
  }>;
