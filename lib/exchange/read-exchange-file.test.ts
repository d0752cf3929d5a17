import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { connector as anyConnector } from '../mailflow/arbitrary-for-tests';
import type { Connector } from '../mailflow/connector';
import { recordOf } from './connector-record';
import type { ExchangeFile } from './exchange-file';
import { fileText } from './file-text';
import type { RecordFields } from './kept-settings';
import { readExchangeFile } from './read-exchange-file';
import { INBOUND, OUTBOUND } from './records-for-tests';
import { writeSetUpFile } from './set-up-file';

const fileIn = (text: string): ExchangeFile => {
  const read = readExchangeFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.file;
};
const read = (...documents: unknown[]) => fileIn(documents.map((one) => JSON.stringify(one)).join('\r\n'));
const namesIn = ({ connectors }: ExchangeFile) => connectors.map(({ name }) => name);

const other = { ...OUTBOUND, Name: 'out2', Guid: '00000000-0000-0000-0000-000000000003' };
const domain = {
  DomainName: 'contoso.com',
  DomainType: 'InternalRelay',
  Default: true,
  MatchSubDomains: true,
};

test.each<[string, unknown[], string[]]>([
  ['one object', [OUTBOUND], ['out1']],
  ['a list', [[OUTBOUND, other]], ['out1', 'out2']],
  ['a wrapped list', [{ value: [OUTBOUND, other], Count: 2 }], ['out1', 'out2']],
  ['documents one after another', [[OUTBOUND], INBOUND], ['out1', 'in1']],
  ['one file of several lists', [{ Out: [OUTBOUND], In: { value: [INBOUND], Count: 1 } }], ['out1', 'in1']],
  ['a list of one that is an object', [{ Outbound: OUTBOUND, Inbound: null }], ['out1']],
])('%s', (_, documents, names) => expect(namesIn(read(...documents))).toEqual(names));

it('tells which lists a file has, and an empty one by its name', () => {
  expect(read([OUTBOUND], [domain]).covers).toEqual(['outbound', 'acceptedDomains']);
  expect(read({ OutboundConnectors: [OUTBOUND], InboundConnectors: [], Rules: null }).covers).toEqual([
    'outbound',
    'inbound',
  ]);
});

it('takes an object that is in two answers once, and counts what it does not know', () => {
  const sendConnector = { Name: 's', SmartHosts: ['a.com'], AddressSpaces: [{ Address: '*' }] };
  const file = read([OUTBOUND, sendConnector], { ...OUTBOUND, Guid: OUTBOUND.Guid.toUpperCase() }, 'text');
  expect(namesIn(file)).toEqual(['out1']);
  expect(file.leftAside).toEqual({ rulesWithoutConnector: 0, repeated: 1, otherObjects: 2 });
});

it('reads the rules that lead to a connector, by its GUID too, and counts the others', () => {
  const rule = { Name: 'r', Priority: 0, State: 'Enabled', RouteMessageOutboundConnector: OUTBOUND.Guid };
  const other = { Name: 'footer', Priority: 1, Actions: ['…'], RouteMessageOutboundConnector: null };
  const { transportRules, leftAside, covers } = read([rule, other], [OUTBOUND]);
  expect(transportRules).toMatchObject([
    { ok: true, line: 1, name: 'r', notes: [], value: { connector: { by: 'name', name: 'out1' } } },
  ]);
  expect(leftAside.rulesWithoutConnector).toBe(1);
  expect(covers).toEqual(['transportRules', 'outbound']);
});

it('knows the line of each object', () => {
  const text = `[\n${JSON.stringify(OUTBOUND)},\n${JSON.stringify(other)}]\n${JSON.stringify(INBOUND)}`;
  expect(fileIn(text).connectors.map(({ line }) => line)).toEqual([2, 3, 4]);
});

it('reads accepted domains with what the console does not know', () => {
  expect(read([{ ...domain, Guid: OUTBOUND.Guid, PendingRemoval: true }]).acceptedDomains).toEqual([
    {
      ...{ line: 1, name: 'contoso.com', guid: OUTBOUND.Guid, ok: true, notes: [], unsaid: [] },
      value: {
        ...{ domain: 'contoso.com', type: 'internalRelay', isDefault: true, matchSubDomains: true },
        exchange: { guid: OUTBOUND.Guid, kept: [{ name: 'PendingRemoval', value: true }] },
      },
    },
  ]);
});

test.each<[string, object, object]>([
  ['ExternalRelay', { DomainType: 1 }, { ok: false, notes: [{ code: 'externalRelay' }] }],
  ['no name', { DomainName: '' }, { ok: false, notes: [{ code: 'noName' }] }],
  ['a name that is none', { DomainName: 'a b' }, { ok: false, notes: [{ code: 'domainUnreadable' }] }],
  ['too much beside', { New: 'x'.repeat(100_001) }, { ok: false, notes: [{ code: 'tooMuchKept' }] }],
  [
    'subdomains of an authoritative one',
    { DomainType: 0 },
    { ok: true, notes: [{ code: 'subDomainsNeedRelay' }] },
  ],
])('an accepted domain with %s', (_, given, expected) =>
  expect(read([{ ...domain, ...given }]).acceptedDomains).toMatchObject([expected]),
);

test.each<[string, string]>([
  ['an empty list', '[]'],
  ['a blank file', '  '],
  ['something else', '[{"a": 1}]'],
])('%s is refused', (_, text) =>
  expect(readExchangeFile(text)).toEqual({ ok: false, refusal: { code: 'nothingKnown' } }),
);

it('reads a set-up file of its own, and says where one is wrong', () => {
  const connector = fileIn(JSON.stringify(OUTBOUND)).connectors[0];
  if (!connector?.ok) throw new Error('not read');
  const kept = { id: '1', connector: connector.value, health: 'never' } as const;
  const text = writeSetUpFile({ acceptedDomains: [], transportRules: [], connectors: [kept] });
  expect(fileIn(text)).toMatchObject({ connectors: [{ line: 5, name: 'out1' }], covers: { length: 4 } });
  expect(readExchangeFile(text.replace('"office365"', '"nobody"'))).toMatchObject({
    refusal: { code: 'invalidSetUpFile', params: { path: 'connectors[0].from' } },
  });
});

/** As different PowerShell versions write the same record. */
const SPELLINGS: readonly ((record: RecordFields) => unknown)[] = [
  (record) => record,
  (record) => [record],
  (record) => ({ value: [record], Count: 1 }),
  (record) => ({
    Connectors: each(record, (value) => (Array.isArray(value) && value.length === 1 ? value[0] : value)),
  }),
  (record) => each(record, (value) => (Array.isArray(value) ? { value, Count: value.length } : value)),
  (record) =>
    each(record, (value, name) =>
      name === 'SenderDomains' && Array.isArray(value) ? value.map((one) => `smtp:${one};1`) : value,
    ),
];
const each = (record: RecordFields, change: (value: unknown, name: string) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));

/** From every domain and held to addresses is one thing with EAC's partner that is known by its addresses. */
const asStored = (given: Connector): Connector =>
  given.direction === 'inbound' &&
  given.partnerKind === 'partner' &&
  given.identification.by === 'senderDomains' &&
  given.identification.domains.every(({ kind }) => kind === 'any') &&
  given.restrictions.ipAddresses
    ? {
        ...given,
        identification: { by: 'ipAddresses' },
        restrictions: { ...given.restrictions, ipAddresses: given.restrictions.ipAddresses },
      }
    : given;

it('brings back any connector from any spelling of its record', () => {
  fc.assert(
    fc.property(anyConnector, fc.constantFrom(...SPELLINGS), fc.boolean(), (given, spelled, isUtf16) => {
      const json = JSON.stringify(spelled(recordOf(given)));
      const bytes = isUtf16 ? Buffer.from(`\ufeff${json}`, 'utf16le') : Buffer.from(json);
      const [one] = fileIn(fileText(bytes)).connectors;
      expect(one).toMatchObject({ ok: true, unsaid: [] });
      if (one?.ok) expect(one.value).toEqual({ ...asStored(given), exchange: { kept: [] } });
    }),
    { numRuns: 200 },
  );
});

it('reads 1,000 connectors in less than a second of work', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => {
    const Guid = `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;
    return { ...(index % 2 ? OUTBOUND : INBOUND), Name: `connector ${index}`, Guid };
  });
  const text = JSON.stringify(many, null, 4);
  const began = process.cpuUsage();
  expect(fileIn(text).connectors).toHaveLength(1_000);
  const { user } = process.cpuUsage(began);
  expect(user / 1_000).toBeLessThan(1_000);
});
