// Who may put right what a finding is about.
import { may, type Role } from '@/lib/auth/permissions';
import type { Fix } from '@/lib/mailflow/setup-finding';

export const mayFix = (role: Role, { at }: Fix): boolean =>
  may(role, at === 'connector' ? 'connector:edit' : 'mailSetup:edit');
