// The rules of what people type about an account: forms say them while somebody types, account-input.ts holds
// every request against them. Pages load this file, so it does without zod. Refusals are keys of words, never prose.
import { parseEmailAddress } from '../mailflow/email-address';
import { PASSWORD_MAX, PASSWORD_MIN } from './password';

export const NAME_MAX = 100;
/** Bounds the work of reading an address; real ones are shorter (RFC 5321 section 4.5.3.1). */
const EMAIL_TEXT_MAX = 1_000;

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

/** Control, bidirectional and zero-width characters would let one name pass for another in the audit log. */
const NAME_CHARACTERS = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

/** Why a person can't have this name; undefined where they can. */
export function nameError(text: string): AccountError | undefined {
  const name = text.trim();
  if (name === '') return 'nameRequired';
  if (name.length > NAME_MAX) return 'nameTooLong';
  return NAME_CHARACTERS.test(name) ? undefined : 'nameCharacters';
}

/** How better-auth reads the address again at sign-in: zod's expression, which takes a little less than SMTP does. */
export const BETTER_AUTH_EMAIL =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** An address as accounts keep it: lower case, its domain in ASCII; undefined where none can be read. */
export function readAccountEmail(text: string): string | undefined {
  const read = text.length > EMAIL_TEXT_MAX ? undefined : parseEmailAddress(text);
  const address = read?.ok ? read.value.toLowerCase() : '';
  return BETTER_AUTH_EMAIL.test(address) ? address : undefined;
}

/** Why nobody can have an account with this address; undefined where somebody can. */
export function emailError(text: string): AccountError | undefined {
  if (text.trim() === '') return 'emailRequired';
  return readAccountEmail(text) === undefined ? 'emailShape' : undefined;
}

/** Why this can't be a password at sign-in; undefined otherwise. Short ones are looked up, so that rules can change. */
export function passwordError(password: string): AccountError | undefined {
  if (password === '') return 'passwordRequired';
  return password.length > PASSWORD_MAX ? 'passwordTooLong' : undefined;
}

/** Why this can't become a password; undefined where it can. */
export const newPasswordError = (password: string): AccountError | undefined =>
  passwordError(password) ?? (password.length < PASSWORD_MIN ? 'passwordTooShort' : undefined);

/** Whether the password was typed the same twice. */
export const repeatedError = (repeated: string, password: string): AccountError | undefined =>
  repeated === password ? undefined : 'passwordsDiffer';
