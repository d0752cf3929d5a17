// The one finding that needs the store: another connector has the name.
import type { Finding } from '../mailflow/finding';

export const nameTakenFinding = (name: string): Finding => ({
  code: 'name.taken',
  severity: 'error',
  field: 'name',
  params: { value: name.trim() },
});
