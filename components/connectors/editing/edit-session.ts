// An edit as the wizard holds it: what it began with, how it stands to what is stored, and what the browser kept.

import type { ConnectorDraft } from '@/lib/mailflow/connector-draft';
import { emptyDraft } from '@/lib/mailflow/connector-draft';
import { type ConnectorStep, STEP_IDS, visibleSteps } from '@/lib/mailflow/connector-steps';
import type { EditingView } from '@/lib/operations/editing';
import { type KeptPlace, keptPlace, nothingTyped, type WizardInput } from '../wizard/kept-input';

/** Where an edit began: what its changes are held against, and which stored draft it continues. */
export type Origin = Readonly<{
  baseVersion: number;
  /** The settings of that version. */
  base: ConnectorDraft;
  /** Of the stored draft that it continues; absent: of none. */
  revision?: number;
  /** The old version that is taken up again. */
  restoredFrom?: number;
}>;

/** What publishing is told beside the settings. */
export type Words = Readonly<{ note: string; reason: string }>;

export type EditInput = WizardInput & Words & Readonly<{ origin: Origin }>;

/** The pair of ends can't change, so there is no screen for it. */
export const editSteps = (draft: ConnectorDraft): readonly ConnectorStep[] =>
  visibleSteps(draft).filter(({ id }) => id !== 'scenario');

/** The edit that `view` asks for: an old version again, the stored draft, or the version in force. */
export function storedEdit({ inForce, draft, restored }: EditingView): EditInput {
  const fresh = { pending: nothingTyped(), visited: STEP_IDS, note: '', reason: '' };
  const now = { baseVersion: inForce.version, base: inForce.draft };
  if (restored)
    return { ...fresh, draft: restored.draft, origin: { ...now, restoredFrom: restored.version } };
  if (!draft) return { ...fresh, draft: inForce.draft, origin: now };
  const { baseVersion, base, revision, restoredFrom, runId } = draft;
  return {
    ...fresh,
    draft: draft.draft,
    origin: { baseVersion, base, revision, ...(restoredFrom && { restoredFrom }) },
    ...(runId && { runId }),
  };
}

/** Where an edit's input is kept: taking up an old version is another edit than the one that was begun before. */
export function editPlace(connectorId: string, { restoredFrom, revision }: Origin): KeptPlace<EditInput> {
  const isRestore = restoredFrom !== undefined && revision === undefined;
  const name = isRestore ? `restore:${connectorId}:${restoredFrom}` : `edit:${connectorId}`;
  return keptPlace<EditInput>(name, {
    draft: emptyDraft(),
    pending: nothingTyped(),
    visited: [],
    note: '',
    reason: '',
    origin: { baseVersion: 1, base: emptyDraft() },
  });
}

/** What was kept, where it is worth more than what is stored: not if nothing was typed and something newer is there. */
export function worthKeeping(kept: EditInput | undefined, stored: EditInput): EditInput | undefined {
  if (!kept) return undefined;
  const isSame =
    kept.origin.revision === stored.origin.revision && kept.origin.baseVersion === stored.origin.baseVersion;
  return isSame || kept.typed ? kept : undefined;
}

/** True where another version was published since the edit began. */
export const hasMoved = (view: EditingView, { baseVersion }: Origin): boolean =>
  view.inForce.version !== baseVersion;

/** True where the stored draft is not the one that this edit continues. */
export const isOtherDraft = (view: EditingView, { revision }: Origin): boolean =>
  view.draft !== undefined && view.draft.revision !== revision;
