'use server';
import { z } from 'zod';
import { signOut } from '@/lib/operations/sign-in';
import { sessionAction } from '@/lib/server-action';

export const signOutAction = sessionAction(z.unknown(), signOut);
