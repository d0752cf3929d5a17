// The findings that need the store: another one has the name.
import type { Finding } from '../mailflow/finding';

const finding =
  (code: 'name.taken' | 'rule.nameTaken' | 'acceptedDomain.taken', field: string) =>
  (name: string): Finding => ({ code, severity: 'error', field, params: { value: name.trim() } });

export const nameTakenFinding = finding('name.taken', 'name');
export const ruleNameTakenFinding = finding('rule.nameTaken', 'name');
export const domainTakenFinding = finding('acceptedDomain.taken', 'domain');
