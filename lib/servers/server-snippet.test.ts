import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOwnServer, VALUE_NAMES } from './own-server';
import { CODES, DRAFT, ownServer } from './own-server-for-tests';
import { guessesIn, line, type ServerSnippet, textOf, UnsafeServerValue } from './server-file';
import { SERVER_PROGRAMS, serverSnippet } from './server-snippet';

const allText = ({ files }: ServerSnippet): string => files.map(({ tokens }) => textOf(tokens)).join('');

describe.each(SERVER_PROGRAMS)('%s', (program) => {
  const GIVEN = { certificateFile: '/etc/ssl/mail/chain.pem', keyFile: '/etc/ssl/mail/key.pem' };

  test('is told the smart host, the name and the certificate, and who may send', () => {
    const text = allText(serverSnippet(program, ownServer(GIVEN), CODES));
    for (const part of [DRAFT.smartHost, DRAFT.ehloName, ...Object.values(GIVEN)])
      expect(text).toContain(part);
    expect(text).toContain('senders contoso.com, fabrikam.com\n');
    for (const code of ['sending', 'tlsDemand', 'clientCertificate', 'receiving'])
      expect(text).toContain(code);
  });

  test('marks what is a guess', () => {
    const guessed = serverSnippet(
      program,
      ownServer({ guesses: ['smartHost'], tlsCertificateName: '*.contoso.com' }),
      CODES,
    );
    const found = guessesIn(guessed).map(({ name, text }) => `${name} ${text}`);
    expect(found).toContain(`smartHost ${DRAFT.smartHost}`);
    expect(found).toContain('certificateFile /etc/letsencrypt/live/contoso.com/fullchain.pem');
    expect(found).toContain('keyFile /etc/letsencrypt/live/contoso.com/privkey.pem');
    const known = guessesIn(serverSnippet(program, ownServer(GIVEN), CODES)).map(({ name }) => name);
    expect(known.filter((name) => !['rootsFile', 'listenAddress'].includes(name))).toEqual([]);
  });

  test('hands over some domains alone', () => {
    const domains = ['tailspintoys.com', 'contoso.mail.onmicrosoft.com'];
    const text = allText(serverSnippet(program, ownServer({ handsOver: 'domains', domains }), CODES));
    for (const domain of domains) expect(text).toContain(domain);
    expect(text).not.toMatch(/^relayhost|SMART_HOST|for any/m);
  });

  test('a comment of several lines stays a comment', () => {
    const text = allText(serverSnippet(program, ownServer(), () => 'one\nrelayhost = evil\r\u2028\\'));
    const evil = text.split(/[\r\n\u2028]/).filter((one) => one.includes('evil'));
    expect(evil.length).toBeGreaterThan(0);
    for (const one of evil) expect(one).toMatch(/^(dnl )?# /);
  });
});

test('what is no name or path is refused, each with its field', () => {
  const read = readOwnServer({
    ...DRAFT,
    smartHost: '[contoso-com.mail.protection.outlook.com]:25',
    ehloName: 'mail.contoso.com\nrelayhost = evil',
    certificateFile: '/etc/ssl/$(id).pem',
    keyFile: '../key.pem',
    handsOver: 'domains',
    domains: ['*.contoso.com'],
    acceptedDomains: ["contoso.com')dnl"],
  });
  const found = read.ok ? [] : read.findings.map(({ field, code }) => `${field} ${code}`);
  expect(found.sort()).toEqual([
    'acceptedDomains host.characters',
    'certificateFile filePath.shape',
    'domains host.wildcard',
    'ehloName host.controlCharacters',
    'keyFile filePath.shape',
    'smartHost host.characters',
  ]);
});

test('whatever an admin writes, it is refused or stays one harmless word', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '\n',
      "'",
      '`',
      '"',
      '$',
      ' ',
      '..',
      '/a/../b',
      '/a b',
      '/-rf',
      'a.b;c',
      '{a.com}',
      '#',
      '\\',
    ),
  );
  const around = fc.tuple(fc.constantFrom('', 'a.', '/etc/'), anything, fc.constantFrom('', '.com', '/x'));
  fc.assert(
    fc.property(
      around,
      fc.constantFrom('smartHost', 'ehloName', 'certificateFile', 'keyFile'),
      (parts, field) => {
        const read = readOwnServer({ ...DRAFT, [field]: parts.join('') });
        if (!read.ok) return;
        expect(read.server[field].text).toMatch(/^[A-Za-z0-9._/-]+$/);
        for (const program of SERVER_PROGRAMS) serverSnippet(program, read.server, CODES);
      },
    ),
    { numRuns: 150 },
  );
});

test('a value that was not read is thrown out, whatever its name', () => {
  for (const name of VALUE_NAMES)
    for (const text of ['', 'a b', '/a\nb', 'x"', 'a.b}', '/x/../y'])
      expect(() => line`x ${{ name, text, isGuess: false }}`).toThrow(UnsafeServerValue);
});
