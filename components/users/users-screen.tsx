'use client';
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import type { OneTimeLink } from '@/lib/operations/invitation-links';
import type { OpenInvitation } from '@/lib/operations/invitations';
import type { UserRow } from '@/lib/operations/users';
import { ConfirmChangeDialog } from './confirm-change-dialog';
import { OpenLinks } from './open-links';
import { type UserActions, useUserAction } from './user-actions';
import type { UserChange } from './user-change';
import { UserMenu } from './user-menu';
import { UserTable } from './user-table';

const InviteDialog = lazy(() => import('./invite-dialog'));
const ResetLinkDialog = lazy(() => import('./reset-link-dialog'));

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: 600,
  },
  description: { margin: '-8px 0 0', color: tokens.colorNeutralForeground2 },
  notice: { ':empty': { display: 'none' } },
  commands: { display: 'flex', minHeight: '44px', alignItems: 'center' },
});

type UsersScreenProps = Readonly<{
  users: readonly UserRow[];
  invitations: readonly OpenInvitation[];
  now: Date;
  actions: UserActions;
}>;

type OpenDialog =
  | Readonly<{ kind: 'invite' }>
  | Readonly<{ kind: 'confirm'; change: UserChange; user: UserRow }>
  | Readonly<{ kind: 'resetLink'; user: UserRow; link: OneTimeLink }>;

/** Settings > Users: who can sign in, and as what. */
export function UsersScreen({ users, invitations, now, actions }: UsersScreenProps) {
  const styles = useStyles();
  const t = useTranslations('users');
  const { run, notice, pending } = useUserAction();
  const [dialog, setDialog] = useState<OpenDialog>();
  const close = () => setDialog(undefined);
  const activeAdmins = users.filter(({ role, disabled }) => role === 'admin' && !disabled);

  const make = (change: UserChange, { id: userId, name }: UserRow) => {
    close();
    if (change === 'disable') {
      return run(
        () => actions.setEnabled({ userId, enabled: false }),
        () => t('done.disabled', { name }),
      );
    }
    if (change === 'endSessions') {
      return run(
        () => actions.endSessions({ userId }),
        ({ ended }) => t('done.sessionsEnded', { count: ended }),
      );
    }
    const role = change === 'makeAdmin' ? 'admin' : 'helpdesk';
    return run(
      () => actions.setRole({ userId, role }),
      () => t('done.setRole', { name, role }),
    );
  };
  const enable = ({ id: userId, name }: UserRow) =>
    run(
      () => actions.setEnabled({ userId, enabled: true }),
      () => t('done.enabled', { name }),
    );
  const reset = async (user: UserRow) => {
    const made = await run(() => actions.requestReset({ userId: user.id }));
    if (made) setDialog({ kind: 'resetLink', user, link: made.value });
  };
  const revoke = (invitationId: string) =>
    run(
      () => actions.revoke({ invitationId }),
      () => t('done.revoked'),
    );

  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.description}>{t('description')}</p>
      <div className={styles.commands}>
        <Button appearance="subtle" icon={<PersonAddRegular />} onClick={() => setDialog({ kind: 'invite' })}>
          {t('invite')}
        </Button>
      </div>
      <div role={notice?.intent === 'error' ? 'alert' : 'status'} className={styles.notice}>
        {notice && (
          <MessageBar intent={notice.intent} layout="multiline">
            <MessageBarBody>{notice.text}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <UserTable
        users={users}
        now={now}
        menuOf={(user) => (
          <UserMenu
            user={user}
            lastAdmin={activeAdmins.length === 1 && activeAdmins[0]?.id === user.id}
            pending={pending}
            ask={(change) => setDialog({ kind: 'confirm', change, user })}
            onEnable={() => void enable(user)}
            onReset={() => void reset(user)}
          />
        )}
      />
      <OpenLinks invitations={invitations} now={now} pending={pending} revoke={(id) => void revoke(id)} />
      <Suspense fallback={null}>
        {dialog?.kind === 'invite' && <InviteDialog invite={actions.invite} onClose={close} />}
        {dialog?.kind === 'confirm' && (
          <ConfirmChangeDialog
            change={dialog.change}
            user={dialog.user}
            onConfirm={() => void make(dialog.change, dialog.user)}
            onClose={close}
          />
        )}
        {dialog?.kind === 'resetLink' && (
          <ResetLinkDialog name={dialog.user.name} link={dialog.link} onClose={close} />
        )}
      </Suspense>
    </div>
  );
}
