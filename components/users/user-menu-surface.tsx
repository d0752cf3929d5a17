'use client';
import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import {
  KeyResetRegular,
  PersonProhibitedRegular,
  PersonRegular,
  PersonSwapRegular,
  SignOutRegular,
} from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import type { UserRow } from '@/lib/operations/users';
import type { UserChange } from './user-change';

const useStyles = makeStyles({
  // It lies inline, inside its landmark, and so beside rows that come later.
  popover: { zIndex: 1000 },
  why: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    maxWidth: '240px',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'normal',
  },
});

export type UserMenuSurfaceProps = Readonly<{
  trigger: React.ReactElement;
  user: UserRow;
  lastAdmin: boolean;
  ask: (change: UserChange) => void;
  onEnable: () => void;
  onReset: () => void;
}>;

/** Loaded by user-menu.tsx when somebody opens it. A forbidden item says why. */
export default function UserMenuSurface({
  trigger,
  user,
  lastAdmin,
  ask,
  onEnable,
  onReset,
}: UserMenuSurfaceProps) {
  const styles = useStyles();
  const t = useTranslations('users');
  const toHelpdesk = user.role === 'admin';
  return (
    <Menu inline defaultOpen>
      <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <Item
            icon={<PersonSwapRegular />}
            text={toHelpdesk ? t('actions.makeHelpdesk') : t('actions.makeAdmin')}
            why={toHelpdesk && lastAdmin ? t('why.lastAdmin') : undefined}
            onClick={() => ask(toHelpdesk ? 'makeHelpdesk' : 'makeAdmin')}
          />
          <Item
            icon={<SignOutRegular />}
            text={t('actions.endSessions')}
            onClick={() => ask('endSessions')}
          />
          <Item icon={<KeyResetRegular />} text={t('actions.resetLink')} onClick={onReset} />
          {user.disabled ? (
            <Item icon={<PersonRegular />} text={t('actions.enable')} onClick={onEnable} />
          ) : (
            <Item
              icon={<PersonProhibitedRegular />}
              text={t('actions.disable')}
              why={user.own ? t('why.ownAccount') : lastAdmin ? t('why.lastAdmin') : undefined}
              onClick={() => ask('disable')}
            />
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

type ItemProps = Readonly<{
  icon: React.ReactElement;
  text: string;
  why?: string | undefined;
  onClick: () => void;
}>;

function Item({ icon, text, why, onClick }: ItemProps) {
  const styles = useStyles();
  return (
    <MenuItem icon={icon} disabled={why !== undefined} onClick={onClick}>
      {text}
      {why && <span className={styles.why}>{why}</span>}
    </MenuItem>
  );
}
