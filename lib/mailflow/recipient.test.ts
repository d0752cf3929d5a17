import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, emailAddress } from './arbitrary-for-tests';
import { plainDomainAt, readRecipient, readSender } from './recipient';

test.each([
  ['ada@contoso.com', 'ada@contoso.com'],
  [' Ada@Contoso.COM ', 'Ada@contoso.com'],
  ['<ada@contoso.com>', 'ada@contoso.com'],
  ['Ada Lovelace <ada@contoso.com>', 'ada@contoso.com'],
  ['ada@contoso.com.', 'ada@contoso.com'],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example', 'internationalDomain'],
  ['josé@contoso.com', 'josé@contoso.com', 'internationalLocalPart'],
  ['用户@例子.广告', '用户@xn--fsqu00a.xn--4rr70v', 'internationalDomain', 'internationalLocalPart'],
  ['"ada lovelace"@contoso.com', '"ada lovelace"@contoso.com', 'quotedLocalPart'],
  ['"a@b"@contoso.com', '"a@b"@contoso.com', 'quotedLocalPart'],
  ['"ada"@contoso.com', 'ada@contoso.com', 'quotedLocalPart'],
  ['<@a.example,@b.example:ada@contoso.com>', 'ada@contoso.com', 'sourceRoute'],
  ['@a.example:"x y"@contoso.com', '"x y"@contoso.com', 'sourceRoute', 'quotedLocalPart'],
])('%s is read as %s', (typed, address, ...notes) => {
  expect(readRecipient(typed)).toMatchObject({ ok: true, value: { address, notes } });
});

test.each([
  ['', 'email.required'],
  ['  ', 'email.required'],
  ['<>', 'email.required'],
  ['ada', 'email.shape'],
  ['@contoso.com', 'email.shape'],
  ['ada@', 'email.shape'],
  ['a b@contoso.com', 'email.localPart'],
  ['ada@contoso', 'host.notQualified'],
  ['ada@con toso.com', 'host.spaces'],
  ['ada@[192.0.2.1]', 'email.addressLiteral'],
  ['"ada@contoso.com', 'email.quoted'],
  ['"a"b"@contoso.com', 'email.quoted'],
  ['@a,b:ada@contoso.com', 'email.sourceRoute'],
  ['ada@contoso.com\r\nRCPT TO:<eve@contoso.com>', 'email.controlCharacters'],
  [`${'a'.repeat(65)}@contoso.com`, 'email.tooLong'],
])('%s is refused: %s', (typed, code) => {
  expect(readRecipient(typed)).toMatchObject({ ok: false, finding: { code } });
});

test('a bounce has an empty sender', () => {
  expect(readSender('<>')).toEqual({ ok: true, value: 'empty' });
  expect(readSender('')).toEqual({ ok: true, value: 'empty' });
});

test('whatever is typed gets an answer, and an address that was read is read the same again', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, emailAddress), (text) => {
      const read = readRecipient(text);
      if (read.ok)
        expect(readRecipient(read.value.address)).toMatchObject({ value: { address: read.value.address } });
    }),
    { numRuns: 2_000 },
  );
});

test('the quick look at plain addresses says what the careful one says', () => {
  const nearlyPlain = fc.stringMatching(/^[a-z0-9.+-]{1,6}@[a-z0-9.-]{1,9}(\.[a-z0-9-]{1,4}){0,2}$/);
  fc.assert(
    fc.property(fc.oneof(emailAddress, nearlyPlain), (text) => {
      const at = plainDomainAt(text);
      const domain = text.slice(at);
      // A blank in front is not plain, and is cut off by the careful reader.
      if (at > 0) expect(readRecipient(` ${text}`)).toMatchObject({ ok: true, value: { domain } });
    }),
    { numRuns: 2_000 },
  );
});
