// What comes in about accounts, held against account-rules.ts. Each refusal carries the key of its words, never
// prose. Apart from the rules, which pages load and which therefore do without zod.
import { z } from 'zod';
import {
  type AccountError,
  emailError,
  nameError,
  newPasswordError,
  passwordError,
  readAccountEmail,
  repeatedError,
} from './account-rules';
import { ROLES } from './permissions';

const ruled = (rule: (text: string) => AccountError | undefined) =>
  z.string().superRefine((text, context) => {
    const message = rule(text);
    if (message) context.addIssue({ code: 'custom', message });
  });

const personName = ruled(nameError).transform((text) => text.trim());

/** An address as accounts keep it: lower case, its domain in ASCII. */
export const email = ruled(emailError).transform((text) => readAccountEmail(text) ?? z.NEVER);

const newPassword = ruled(newPasswordError);
const token = z.string().max(200);

type Passwords = { password: string; repeated: string };
const same = ({ password, repeated }: Passwords) => repeatedError(repeated, password) === undefined;
const differ = { error: 'passwordsDiffer' satisfies AccountError, path: ['repeated'] };

/** The sign-in form. */
export const signInInput = z.object({ email, password: ruled(passwordError) });
export type SignInInput = z.output<typeof signInInput>;

/** The form behind a set-up link or an invitation. */
export const newAccountInput = z
  .object({ token, name: personName, email, password: newPassword, repeated: z.string() })
  .refine(same, differ);
export type NewAccountInput = z.output<typeof newAccountInput>;

/** The form behind a reset link. */
export const newPasswordInput = z
  .object({ token, password: newPassword, repeated: z.string() })
  .refine(same, differ);
export type NewPasswordInput = z.output<typeof newPasswordInput>;

const role = z.enum(ROLES);
const id = z.string().min(1).max(64);

/** Whom to invite; an empty address lets the invited person choose. */
export const invitationInput = z.object({
  role,
  email: z.union([z.literal('').transform(() => undefined), email]),
});
export type InvitationInput = z.output<typeof invitationInput>;

export const setRoleInput = z.object({ userId: id, role });
export const setEnabledInput = z.object({ userId: id, enabled: z.boolean() });
export const userInput = z.object({ userId: id });
export const invitationIdInput = z.object({ invitationId: id });
