'use client';
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { PersonCircle28Regular, SignOutRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Role } from '@/lib/auth/permissions';
import type { SessionAction } from './use-entry-form';

const useStyles = makeStyles({
  // It lies inline, inside its landmark, and so beside rows that come later.
  popover: { zIndex: 1000 },
  // The colour of the bar it stands on.
  button: { color: 'inherit', ':hover': { color: 'inherit' }, ':hover:active': { color: 'inherit' } },
  person: { display: 'flex', flexDirection: 'column', padding: '8px 12px', maxWidth: '280px' },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  detail: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

type AccountMenuProps = Readonly<{ name: string; email: string; role: Role; signOut: SessionAction }>;

/** Who is signed in, and the way out. */
export function AccountMenu({ name, email, role, signOut }: AccountMenuProps) {
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
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          aria-label={t('menu', { name })}
          icon={<PersonCircle28Regular />}
          className={styles.button}
        />
      </MenuTrigger>
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
