import { expect, it, test } from 'vitest';
import type { SaidDomain } from '../mailflow/accepted-domain-plan';
import { readAcceptedDomains } from './accepted-domains-json';
import { fileText } from './file-text';

const contoso = {
  DomainName: 'Contoso.com',
  DomainType: 'Authoritative',
  Default: true,
  MatchSubDomains: false,
  Name: 'contoso.com',
  CatchAllRecipientID: null,
};
const said = { domain: 'contoso.com', type: 'authoritative', isDefault: true, matchSubDomains: false };

const read = (value: unknown) =>
  readAcceptedDomains(typeof value === 'string' ? value : JSON.stringify(value));
const values = (value: unknown): (SaidDomain | string)[] =>
  read(value).map(({ said }) => (said.ok ? said.value : said.finding.code));

test.each<[string, unknown, readonly unknown[]]>([
  ['one domain, which PowerShell writes as an object', contoso, [said]],
  [
    'a list',
    [contoso, { ...contoso, DomainName: 'b.com', Default: false }],
    [said, { ...said, domain: 'b.com', isDefault: false }],
  ],
  ['a list that went through a variable', { value: [contoso], Count: 1 }, [said]],
  [
    'the type as a number',
    { ...contoso, DomainType: 2, MatchSubDomains: true },
    [{ ...said, type: 'internalRelay', matchSubDomains: true }],
  ],
  ['the type as a number in quotes', { ...contoso, DomainType: '0' }, [said]],
  [
    'the type as a remote session has it',
    { ...contoso, DomainType: { value: 2, Value: 'InternalRelay' } },
    [{ ...said, type: 'internalRelay' }],
  ],
  [
    'the name as Exchange Server has it',
    { ...contoso, DomainName: { Domain: 'contoso.com', IncludeSubDomains: false } },
    [said],
  ],
  [
    'an internationalized name',
    { ...contoso, DomainName: 'bücher.example' },
    [{ ...said, domain: 'xn--bcher-kva.example' }],
  ],
  ['no domains', [], []],
])('%s is read', (_, given, expected) => expect(values(given)).toEqual(expected));

test.each<[string, unknown, readonly string[]]>([
  [
    'a type that the cloud does not have',
    { ...contoso, DomainType: 'ExternalRelay' },
    ['acceptedDomain.externalRelay'],
  ],
  ['the same as a number', { ...contoso, DomainType: 1 }, ['acceptedDomain.externalRelay']],
  ['a type of some later year', { ...contoso, DomainType: 7 }, ['acceptedDomain.unknownType']],
  ['no type', { DomainName: 'contoso.com' }, ['acceptedDomain.unknownType']],
  ['no name', { DomainType: 'Authoritative' }, ['acceptedDomain.noName']],
  [
    'another object',
    ['contoso.com', null, 4],
    ['acceptedDomain.noName', 'acceptedDomain.noName', 'acceptedDomain.noName'],
  ],
  [
    'an authoritative domain with subdomains',
    { ...contoso, MatchSubDomains: true },
    ['acceptedDomain.subDomainsNeedRelay'],
  ],
  ['a name that is none', { ...contoso, DomainName: '*.contoso.com' }, ['host.wildcard']],
  ['half a file', '[{"DomainName": "contoso.com",', ['acceptedDomain.json']],
])('%s is told of and not dropped', (_, given, expected) => expect(values(given)).toEqual(expected));

it('takes lines of domains, with a type behind them or without', () => {
  const text =
    'contoso.com\r\n\r\n Fabrikam.com , Internal relay\nb.com;InternalRelay\nc.com\tAutorevole\nd.com what\nnot a domain';
  expect(read(text).map(({ at, text }) => [at, text.split(/[\s,;]/)[0]])).toEqual([
    [1, 'contoso.com'],
    [3, 'Fabrikam.com'],
    [4, 'b.com'],
    [5, 'c.com'],
    [6, 'd.com'],
    [7, 'not'],
  ]);
  expect(values(text)).toEqual([
    { domain: 'contoso.com' },
    { domain: 'fabrikam.com', type: 'internalRelay' },
    { domain: 'b.com', type: 'internalRelay' },
    { domain: 'c.com', type: 'authoritative' },
    'acceptedDomain.unknownType',
    'host.notQualified',
  ]);
});

test.each<[string, number[], string]>([
  ['UTF-8', [], 'utf8'],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf], 'utf8'],
  ['UTF-16 with its mark', [0xff, 0xfe], 'utf16le'],
  ['UTF-16 without one', [], 'utf16le'],
])('a file in %s is read', (_, mark, encoding) => {
  const bytes = Buffer.concat([Buffer.from(mark), Buffer.from('[]ü', encoding as BufferEncoding)]);
  expect(fileText(bytes)).toBe('[]ü');
});

it('reads UTF-16 of the other order', () => {
  expect(fileText(Uint8Array.from([0xfe, 0xff, 0, 0x5b, 0, 0x5d]))).toBe('[]');
  expect(fileText(Uint8Array.from([0, 0x5b, 0, 0x5d]))).toBe('[]');
  expect(fileText(new Uint8Array())).toBe('');
});
