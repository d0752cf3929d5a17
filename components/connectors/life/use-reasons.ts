// Why this person can't use a command, for each command; undefined where they can.
import { useTranslations } from 'next-intl';
import { may, type Permission, type Role } from '@/lib/auth/permissions';
import type { Target } from './life-command';

export function useReasons(role: Role) {
  const t = useTranslations('life.reasons');
  const unless = (permission: Permission, reason: string) => (may(role, permission) ? undefined : reason);
  return {
    add: unless('connector:create', t('clone')),
    clone: unless('connector:create', t('clone')),
    edit: unless('connector:edit', t('edit')),
    switch: unless('connector:switch', t('switch')),
    delete: unless('connector:delete', t('delete')),
    /** Some inbound connectors among others are told of when the command has run. */
    validate: (targets: readonly Pick<Target, 'direction'>[]) =>
      targets.every(({ direction }) => direction === 'inbound') ? t('inbound') : undefined,
  };
}
