// Verifying the log: one check at a time, and what came of the last.
import { useState } from 'react';
import type { AuditLogVerdict } from '@/lib/operations/audit-log-verify';
import { type AuditActions, answerOf, type Trouble } from './audit-actions';

/** What the last check said, or why it said nothing. */
export type Verification = Readonly<{ verdict: AuditLogVerdict }> | Readonly<{ trouble: Trouble }>;

/** `onFault` is called where the log is not whole: what the list shows may be from before. */
export function useVerify(action: AuditActions['verify'], onFault: () => void) {
  const [verifying, setVerifying] = useState(false);
  const [result, setResult] = useState<Verification>();
  const verify = async () => {
    setVerifying(true);
    setResult(undefined);
    const answer = await answerOf(action(undefined));
    setResult('trouble' in answer ? answer : { verdict: answer.value });
    setVerifying(false);
    if ('value' in answer && !answer.value.ok) onFault();
  };
  return { verifying, result, verify, dismiss: () => setResult(undefined) };
}
