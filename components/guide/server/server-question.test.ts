import { expect, test } from 'vitest';
import { readOwnServer } from '@/lib/servers/own-server';
import { draftOf, readServerQuestion, type ServerQuestion, serverPath } from './server-question';

const KNOWN = {
  smartHost: 'contoso-com.mail.protection.outlook.com',
  ehloName: 'mail.contoso.com',
  acceptedDomains: ['contoso.com'],
  connectors: [],
};

test('a question has an address that reads back', () => {
  const question: ServerQuestion = {
    program: 'postfix',
    handsOver: 'domains',
    typed: {
      ehloName: 'mx.contoso.com',
      keyFile: '/etc/ssl/private/mx.pem',
      domains: 'contoso.com, fabrikam.com',
    },
  };
  const { search } = new URL(serverPath(question), 'https://console.test');
  expect(readServerQuestion(Object.fromEntries(new URLSearchParams(search)))).toEqual(question);
  expect(serverPath(readServerQuestion({ program: 'qmail' }))).toBe('/guide/server');
});

test('what nobody typed is a guess, and what somebody typed is none', () => {
  const draft = draftOf(readServerQuestion({ program: 'exim', ehloName: 'mx.contoso.com' }), KNOWN);
  expect(draft.guesses).toEqual(['smartHost']);
  const read = readOwnServer(draft);
  expect(read.ok && [read.server.smartHost.isGuess, read.server.ehloName]).toEqual([
    true,
    { name: 'ehloName', text: 'mx.contoso.com', isGuess: false },
  ]);
});

test('a box that was emptied stays empty', () => {
  const read = readOwnServer(draftOf(readServerQuestion({ smartHost: '' }), KNOWN));
  expect(read).toMatchObject({ ok: false, findings: [{ field: 'smartHost' }] });
});
