import { expect, test } from 'vitest';
import { secretsIn, secretsInProject } from './secrets';

test('No file that git keeps holds a secret', async () => {
  const { files, found } = await secretsInProject();
  expect(files).toBeGreaterThan(1_000);
  expect(found).toEqual([]);
});

// Put together here, so that they stand nowhere.
const KEY = `${'PRIVATE'} KEY-----`;
test.each([
  [
    'a private key',
    `-----BEGIN RSA ${KEY}\n${`${'MIIEpAIBAAKCAQEA'.repeat(4)}\n`.repeat(20)}-----END RSA ${KEY}\n`,
  ],
  ['a token of GitHub', `token=${'ghp'}_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`],
  ['a database with its password', `${'postgres'}ql://mailspan:${'vK7qkP2m'}@db.contoso.com:5432/mailspan`],
  ['a key of AWS', `AWS_SECRET_ACCESS_KEY=${'wJalrXUtnFEMI'}/K7MDENG/${'bPxRfiCYzLkpq8wKEY'}`],
])('%s would be noticed, and not repeated', async (_, text) => {
  const found = await secretsIn([
    { file: 'before.ts', text: 'nothing\nhere\n' },
    { file: 'some/file.env', text: `A=1\n${text}\n` },
    { file: 'after.ts', text: 'nor here' },
  ]);
  expect(found).toEqual([expect.stringMatching(/^some\/file\.env:2 /)]);
  expect(found.join()).not.toMatch(/MIIEpAIB|wWPw5k4a|vK7qkP2m|wJalrX/);
});
