'use server';
import {
  invitationIdInput,
  invitationInput,
  setEnabledInput,
  setRoleInput,
  userInput,
} from '@/lib/auth/account-input';
import { inviteUser, revokeInvitation } from '@/lib/operations/invitations';
import { endSessions, setEnabled, setRole } from '@/lib/operations/users';
import { requestReset } from '@/lib/operations/users-reset';
import { serverAction } from '@/lib/server-action';

export const inviteUserAction = serverAction(invitationInput, inviteUser);
export const revokeInvitationAction = serverAction(invitationIdInput, revokeInvitation);
export const setRoleAction = serverAction(setRoleInput, setRole);
export const setEnabledAction = serverAction(setEnabledInput, setEnabled);
export const endSessionsAction = serverAction(userInput, endSessions);
export const requestResetAction = serverAction(userInput, requestReset);
