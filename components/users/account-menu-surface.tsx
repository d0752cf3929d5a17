'use client';
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { Role } from '@/lib/auth/permissions';
import type { SessionAction } from './use-entry-form';

const useStyles = makeStyles({
  // It lies inline, inside its landmark, and so beside rows that come later.
  popover: { zIndex: 1000 },
  person: { display: 'flex', flexDirection: 'column', padding: '8px 12px', maxWidth: '280px' },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  detail: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

export type AccountMenuSurfaceProps = Readonly<{
  trigger: ReactElement;
  name: string;
  email: string;
  role: Role;
  signOut: SessionAction;
}>;

/** Loaded by account-menu.tsx when somebody opens it. */
export default function AccountMenuSurface({ trigger, name, email, role, signOut }: AccountMenuSurfaceProps) {
  const styles = useStyles();
  const t = useTranslations('signIn.account');
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await signOut({});
    } finally {
      // A full load, whatever the answer was: the sign-in page sends back whoever is still signed in.
      window.location.assign('/sign-in');
    }
  };
  return (
    <Menu inline defaultOpen positioning="below-end">
      <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
      <MenuPopover className={styles.popover}>
        <div className={styles.person}>
          <span className={styles.name}>{name}</span>
          <span className={styles.detail}>{email}</span>
          <span className={styles.detail}>{t('role', { role })}</span>
        </div>
        <MenuDivider />
        <MenuList>
          <MenuItem icon={<SignOutRegular />} disabled={leaving} onClick={() => void leave()}>
            {t('signOut')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
