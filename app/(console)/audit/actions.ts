'use server';
import { z } from 'zod';
import { auditEntry, auditEntryInput, auditLog, auditLogInput } from '@/lib/operations/audit-log';
import { verifyAuditLog } from '@/lib/operations/audit-log-verify';
import { serverAction } from '@/lib/server-action';

export const loadEntriesAction = serverAction(auditLogInput, auditLog);
export const findEntryAction = serverAction(auditEntryInput, auditEntry);
export const verifyAction = serverAction(z.undefined(), verifyAuditLog);
