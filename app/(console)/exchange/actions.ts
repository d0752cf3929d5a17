'use server';
import { applyImport, applyImportInput } from '@/lib/operations/apply-import';
import { exportTargets, exportTargetsInput } from '@/lib/operations/export-targets';
import { removeImport, removeImportInput } from '@/lib/operations/remove-import';
import { serverAction } from '@/lib/server-action';

export const applyImportAction = serverAction(applyImportInput, applyImport);
export const removeImportAction = serverAction(removeImportInput, removeImport);
export const exportTargetsAction = serverAction(exportTargetsInput, exportTargets);
