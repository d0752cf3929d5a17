'use server';
import { newPasswordInput } from '@/lib/auth/account-input';
import { resetPassword } from '@/lib/operations/users-reset';
import { sessionAction } from '@/lib/server-action';

export const resetPasswordAction = sessionAction(newPasswordInput, resetPassword);
