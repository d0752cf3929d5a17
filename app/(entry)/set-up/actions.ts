'use server';
import { newAccountInput } from '@/lib/auth/account-input';
import { completeSetUp } from '@/lib/operations/set-up';
import { sessionAction } from '@/lib/server-action';

export const completeSetUpAction = sessionAction(newAccountInput, completeSetUp);
