import { NeedsAdmin } from '@/components/users/needs-admin';

export default function Forbidden() {
  return <NeedsAdmin />;
}
