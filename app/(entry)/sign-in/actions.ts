'use server';
import { signInInput } from '@/lib/auth/account-input';
import { signIn } from '@/lib/operations/sign-in';
import { sessionAction } from '@/lib/server-action';

export const signInAction = sessionAction(signInInput, signIn);
