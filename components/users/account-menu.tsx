'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { PersonCircle28Regular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { OnDemand } from '@/components/ui/on-demand';
import type { AccountMenuSurfaceProps } from './account-menu-surface';

const load = () => import('./account-menu-surface');
const AccountMenuSurface = lazy(load);

const useStyles = makeStyles({
  // The colour of the bar it stands on.
  button: { color: 'inherit', ':hover': { color: 'inherit' }, ':hover:active': { color: 'inherit' } },
});

/** Who is signed in, and the way out. */
export function AccountMenu(account: Omit<AccountMenuSurfaceProps, 'trigger'>) {
  const styles = useStyles();
  const t = useTranslations('signIn.account');
  const trigger = (
    <Button
      appearance="transparent"
      aria-label={t('menu', { name: account.name })}
      icon={<PersonCircle28Regular />}
      className={styles.button}
    />
  );
  return (
    <OnDemand trigger={trigger} load={load}>
      <AccountMenuSurface {...account} trigger={trigger} />
    </OnDemand>
  );
}
