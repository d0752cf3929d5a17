import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invitationInput, newAccountInput, setRoleInput, signInInput } from './account-input';
import { BETTER_AUTH_EMAIL } from './account-rules';

const PASSWORD = 'correct horse battery';
const account = {
  token: 't',
  name: ' Ada Rossi ',
  email: 'Ada@Contoso.COM',
  password: PASSWORD,
  repeated: PASSWORD,
};
const refusals = (input: unknown) =>
  newAccountInput.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a new account', () => {
  it('is read with its name trimmed and its address as accounts keep it', () =>
    expect(newAccountInput.parse(account)).toMatchObject({ name: 'Ada Rossi', email: 'ada@contoso.com' }));
  it('is read again the same', () => {
    const once = newAccountInput.parse(account);
    expect(newAccountInput.parse(once)).toEqual(once);
  });
  it.each([
    ['no name', { name: '  ' }, 'name', 'nameRequired'],
    ['a name that is too long', { name: 'x'.repeat(101) }, 'name', 'nameTooLong'],
    ['a name with a line end', { name: 'Ada\nAdmin' }, 'name', 'nameCharacters'],
    ['a name that reads backwards', { name: 'Ada\u202eadmin' }, 'name', 'nameCharacters'],
    ['no address', { email: ' ' }, 'email', 'emailRequired'],
    ['half an address', { email: 'ada' }, 'email', 'emailShape'],
    ['an address with a header', { email: 'ada@contoso.com\r\nBcc: x@y.z' }, 'email', 'emailShape'],
    ['an address that is too long', { email: `a@${'b.'.repeat(600)}com` }, 'email', 'emailShape'],
    ['no password', { password: '', repeated: '' }, 'password', 'passwordRequired'],
    ['a short password', { password: '123456789', repeated: '123456789' }, 'password', 'passwordTooShort'],
    [
      'a long password',
      { password: 'x'.repeat(129), repeated: 'x'.repeat(129) },
      'password',
      'passwordTooLong',
    ],
    ['two passwords', { repeated: `${PASSWORD} ` }, 'repeated', 'passwordsDiffer'],
  ])('is refused with %s, at its field', (_, change, field, key) =>
    expect(refusals({ ...account, ...change })).toEqual([[field, key]]),
  );
  it('keeps blanks and accents of a password as they were typed', () => {
    const password = '  è una frase ';
    expect(newAccountInput.parse({ ...account, password, repeated: password }).password).toBe(password);
  });
  it('takes a password of 10 and of 128 characters', () => {
    for (const password of ['x'.repeat(10), 'x'.repeat(128)]) {
      expect(refusals({ ...account, password, repeated: password })).toBeUndefined();
    }
  });
  it('ignores a role that somebody adds', () =>
    expect(newAccountInput.parse({ ...account, role: 'admin' })).not.toHaveProperty('role'));
});

it.each(['owner', 'Admin', 'admin ', '', ['admin'], { toString: 'admin' }, null])('no role is %j', (role) => {
  expect(setRoleInput.safeParse({ userId: 'u', role }).success).toBe(false);
  expect(invitationInput.safeParse({ email: '', role }).success).toBe(false);
});

it('an invitation may leave the address open', () =>
  expect(invitationInput.parse({ role: 'helpdesk', email: '' })).toEqual({
    role: 'helpdesk',
    email: undefined,
  }));

it('signing in takes an address in other letters, and a password of any length up to 128', () =>
  expect(signInInput.parse({ email: ' ADA@bücher.example ', password: 'x' })).toEqual({
    email: 'ada@xn--bcher-kva.example',
    password: 'x',
  }));

it('an address is one that better-auth will take at sign-in, by the expression it uses', () =>
  expect(BETTER_AUTH_EMAIL.source).toBe(z.regexes.email.source.replaceAll('\\-', '-')));
