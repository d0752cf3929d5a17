// What people type about an account: read the same way in the browser and behind the door.
// Each refusal carries the key of its words (`accountErrors.*`), never prose.
import { z } from 'zod';
import { parseEmailAddress } from '../mailflow/email-address';
import { PASSWORD_MAX, PASSWORD_MIN } from './password';
import { ROLES } from './permissions';

export const NAME_MAX = 100;

export const ACCOUNT_ERRORS = [
  'nameRequired',
  'nameTooLong',
  'nameCharacters',
  'emailRequired',
  'emailShape',
  'passwordRequired',
  'passwordTooShort',
  'passwordTooLong',
  'passwordsDiffer',
] as const;
export type AccountError = (typeof ACCOUNT_ERRORS)[number];

const refusal = (key: AccountError) => ({ error: key });

const personName = z
  .string()
  .trim()
  .min(1, refusal('nameRequired'))
  .max(NAME_MAX, refusal('nameTooLong'))
  // Control, bidirectional and zero-width characters would let one name pass for another in the audit log.
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, refusal('nameCharacters'));

/** An address as accounts keep it: lower case, its domain in ASCII. */
export const email = z
  .string()
  .max(1_000, refusal('emailShape'))
  .transform((text, context) => {
    const read = parseEmailAddress(text);
    const address = read.ok ? read.value.toLowerCase() : '';
    // better-auth reads the address again at sign-in and takes a little less than SMTP does.
    if (z.email().safeParse(address).success) return address;
    const error: AccountError = text.trim() === '' ? 'emailRequired' : 'emailShape';
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

const newPassword = z
  .string()
  .min(1, { ...refusal('passwordRequired'), abort: true })
  .min(PASSWORD_MIN, refusal('passwordTooShort'))
  .max(PASSWORD_MAX, refusal('passwordTooLong'));

const token = z.string().max(200);

type Passwords = { password: string; repeated: string };
const same = ({ password, repeated }: Passwords) => password === repeated;
const differ = { ...refusal('passwordsDiffer'), path: ['repeated'] };

/** The sign-in form. A password of any length is looked up, so that its rules can change. */
export const signInInput = z.object({
  email,
  password: z.string().min(1, refusal('passwordRequired')).max(PASSWORD_MAX, refusal('passwordTooLong')),
});
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
