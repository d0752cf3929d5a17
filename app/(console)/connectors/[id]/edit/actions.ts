'use server';
import { discardDraft, discardDraftInput } from '@/lib/operations/discard-draft';
import { editing, editingInput } from '@/lib/operations/editing';
import { publishConnector, publishConnectorInput } from '@/lib/operations/publish-connector';
import { saveDraft, saveDraftInput } from '@/lib/operations/save-draft';
import { serverAction } from '@/lib/server-action';

export const editingAction = serverAction(editingInput, editing);
export const saveDraftAction = serverAction(saveDraftInput, saveDraft);
export const discardDraftAction = serverAction(discardDraftInput, discardDraft);
export const publishConnectorAction = serverAction(publishConnectorInput, publishConnector);
