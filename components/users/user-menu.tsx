'use client';
import { Button } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { OnDemand } from '@/components/ui/on-demand';
import type { UserMenuSurfaceProps } from './user-menu-surface';

const load = () => import('./user-menu-surface');
const UserMenuSurface = lazy(load);

type UserMenuProps = Omit<UserMenuSurfaceProps, 'trigger'> & Readonly<{ pending: boolean }>;

/** What an admin can do about one person. */
export function UserMenu({ pending, ...menu }: UserMenuProps) {
  const t = useTranslations('users');
  const trigger = (
    <Button
      appearance="subtle"
      icon={<MoreHorizontalRegular />}
      aria-label={t('actionsOf', { name: menu.user.name })}
      disabledFocusable={pending}
    />
  );
  return (
    <OnDemand trigger={trigger} load={load}>
      <UserMenuSurface {...menu} trigger={trigger} />
    </OnDemand>
  );
}
