import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { UsersScreen } from '@/components/users/users-screen';
import { openInvitations } from '@/lib/operations/invitations';
import { everyUser } from '@/lib/operations/users';
import { pageValue, requestContext } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('title') };
}

async function UsersPage() {
  const context = await requestContext();
  const users = await everyUser(context);
  const invitations = await openInvitations(context);
  return (
    <UsersScreen
      users={await pageValue(users, '/settings/users')}
      invitations={await pageValue(invitations, '/settings/users')}
      now={context.now()}
      actions={{
        invite: actions.inviteUserAction,
        revoke: actions.revokeInvitationAction,
        setRole: actions.setRoleAction,
        setEnabled: actions.setEnabledAction,
        endSessions: actions.endSessionsAction,
        requestReset: actions.requestResetAction,
      }}
    />
  );
}

export default withWords(UsersPage, 'signIn', 'users');
