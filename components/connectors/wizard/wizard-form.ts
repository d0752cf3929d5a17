// What every field of the wizard is handed: the draft, what is wrong with it, and how to change it.
import type { ConnectorDraft, DraftField, ListField } from '@/lib/mailflow/connector-draft';
import type { Finding } from '@/lib/mailflow/finding';

export type WizardForm = Readonly<{
  draft: ConnectorDraft;
  /** Findings to show at a field now; an empty field that nobody has left is not told that it is empty. */
  findings: (field: DraftField) => readonly Finding[];
  change: (changes: Partial<ConnectorDraft>) => void;
  /** Says that the person has left the field. */
  leave: (field: DraftField) => void;
  pending: Readonly<Record<ListField, string>>;
  type: (field: ListField, text: string) => void;
  /** Adds to a list; answers how many entries that made. */
  add: (field: ListField, text: string) => number;
}>;
