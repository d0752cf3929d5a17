'use server';
import { newAccountInput } from '@/lib/auth/account-input';
import { acceptInvitation } from '@/lib/operations/invitations';
import { sessionAction } from '@/lib/server-action';

export const acceptInvitationAction = sessionAction(newAccountInput, acceptInvitation);
