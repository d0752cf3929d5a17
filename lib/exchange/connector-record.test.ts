import { describe, expect, it, test } from 'vitest';
import type { Connector } from '../mailflow/connector';
import type { Json } from '../mailflow/exchange-origin';
import { readConnectorRecord, recordOf, takenOver } from './connector-record';
import { INBOUND, OUTBOUND } from './records-for-tests';

type Given = Readonly<Record<string, Json>>;

const read = (given: Given) => readConnectorRecord(given, 1, 'UseMXRecord' in given ? 'outbound' : 'inbound');
const settings = (given: Given): Partial<Connector> => {
  const one = read(given);
  if (!one.ok) throw new Error(one.notes.map(({ code }) => code).join());
  const { exchange: _, ...connector } = one.value;
  return connector;
};
const codes = (given: Given) => read(given).notes.map(({ code }) => code);
const kept = (given: Given) => {
  const one = read(given);
  return one.ok ? one.value.exchange?.kept.map(({ name }) => name) : undefined;
};

const partner = {
  ...INBOUND,
  ConnectorType: 'Partner',
  SenderDomains: ['smtp:contoso.com;1'],
  TlsSenderCertificateName: null,
};
const byAddress = {
  ...INBOUND,
  SenderIPAddresses: ['203.0.113.5'],
  RequireTls: false,
  TlsSenderCertificateName: null,
  CloudServicesMailEnabled: false,
};
const forDomains = { ...OUTBOUND, IsTransportRuleScoped: false, RecipientDomains: ['contoso.com'] };

describe('a record as the service gives it', () => {
  it('from Office 365', () => {
    expect(settings(OUTBOUND)).toEqual({
      direction: 'outbound',
      partnerKind: 'onPremises',
      name: 'out1',
      description: 'note',
      enabled: true,
      retainInternalHeaders: true,
      scope: { kind: 'transportRule' },
      delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host: 'relay.example.com', port: 25 }] },
      tls: { level: 'certificateValidation' },
      validationRecipients: ['user@example.com'],
      testMode: false,
      smtpDaneMode: 'opportunistic',
      mtaStsMode: 'opportunistic',
      routeAllViaOnPremises: false,
      senderRewriting: false,
    });
    expect(codes(OUTBOUND)).toEqual([]);
  });

  it('to Office 365, by certificate and by address', () => {
    expect(settings(INBOUND)).toEqual({
      direction: 'inbound',
      partnerKind: 'onPremises',
      name: 'in1',
      description: '',
      enabled: false,
      retainInternalHeaders: true,
      identification: { by: 'certificate', certificateName: '*.example.com' },
      treatAsInternal: false,
      associatedAcceptedDomains: [],
      enhancedFiltering: { skip: 'nothing' },
    });
    expect(settings(byAddress)).toMatchObject({
      identification: { by: 'ipAddresses', addresses: [{ address: '203.0.113.5', prefix: 32 }] },
    });
    expect([...codes(INBOUND), ...codes(byAddress)]).toEqual([]);
  });

  it('comes out again as it went in, with what the console does not know', () => {
    for (const record of [OUTBOUND, INBOUND, byAddress]) {
      const one = read(record);
      if (!one.ok) throw new Error('not read');
      const plain = { ...record, ...('SenderDomains' in record && { SenderDomains: ['*'] }) };
      expect(recordOf(one.value)).toEqual(plain);
      expect(one).toMatchObject({ guid: record.Guid, name: record.Name });
    }
    expect(kept(OUTBOUND)).toEqual([
      ...['AdminDisplayName', 'ConnectorSource', 'Identity', 'IsValid', 'IsValidated'],
      ...['LastValidationTimestamp', 'WhenChangedUTC', 'WhenCreatedUTC'],
    ]);
  });

  it('may be a few properties alone: what nobody said is no contradiction', () => {
    const few = { Name: 'a', ConnectorType: 'OnPremises', UseMXRecord: false, SmartHosts: ['a.com'] };
    expect(codes(few)).toEqual(['useUnsaid']);
  });

  it('says what it leaves out', () => {
    const { TestMode: _, SmtpDaneMode: __, ...older } = OUTBOUND;
    expect(read(older)).toMatchObject({ ok: true, unsaid: ['TestMode', 'SmtpDaneMode'] });
  });
});

describe('the spellings of PowerShell', () => {
  test.each<[string, Given, Given]>([
    ['a list of one as a text', { SmartHosts: 'relay.example.com' }, {}],
    ['a wrapped list', { SmartHosts: { value: ['relay.example.com'], Count: 1 } }, {}],
    ['a list of objects', { SmartHosts: [{ Domain: 'relay.example.com', IsIPAddress: false }] }, {}],
    ['an enum as a number', { ConnectorType: 1, TlsSettings: 2 }, {}],
    ['an enum as a remote session has it', { ConnectorType: { value: 1, Value: 'OnPremises' } }, {}],
    [
      'a domain with a cost',
      { RecipientDomains: ['smtp:contoso.com;1'], IsTransportRuleScoped: false },
      forDomains,
    ],
    ['a Boolean as a text', { IsTransportRuleScoped: 'True', UseMXRecord: 'False' }, {}],
    ['empty texts for nothing', { TlsDomain: '', RecipientDomains: '' }, {}],
    ['null for nothing', { RecipientDomains: null, ValidationRecipients: ['user@example.com'] }, {}],
    ['other case', { ConnectorType: 'onpremises', TlsSettings: 'certificatevalidation' }, {}],
  ])('%s', (_, given, same) => {
    expect(settings({ ...OUTBOUND, ...given })).toEqual(settings({ ...OUTBOUND, ...same }));
    expect(codes({ ...OUTBOUND, ...given })).toEqual([]);
  });

  it('drops what only the transport says, and reads its dates', () => {
    const given = {
      ...OUTBOUND,
      'SmartHosts@odata.type': '#Collection(String)',
      'Guid@data.type': 'System.Guid',
      PSComputerName: 'outlook.office365.com',
      RunspaceId: '00000000-0000-0000-0000-00000000000f',
      WhenChanged: '/Date(1784919714000)/',
    };
    expect(kept(given)).toEqual([...(kept(OUTBOUND) ?? []), 'WhenChanged'].sort());
    const one = read(given);
    expect(one.ok && recordOf(one.value).WhenChanged).toBe('2026-07-24T19:01:54.000Z');
  });

  it('leaves names of any kind what they are', () => {
    const one = read(
      JSON.parse(
        '{"UseMXRecord": true, "Name": "a", "ConnectorType": "Partner", "RecipientDomains": "*", "__proto__": {"x": 1}, "constructor": "y", "toString": 2}',
      ),
    );
    expect(one.ok && one.value.exchange?.kept.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    if (one.ok) expect(Object.keys(recordOf(one.value))).toContain('__proto__');
  });
});

describe('combinations that make no sense come in as they are, with a note', () => {
  const everything = { AllAcceptedDomains: true, RecipientDomains: ['*'], IsTransportRuleScoped: false };
  test.each<[string, Given, readonly string[], object]>([
    [
      'tlsDomainUnused',
      { ...OUTBOUND, TlsDomain: '*.contoso.com', TlsSettings: 'EncryptionOnly' },
      ['TlsDomain'],
      { tls: { level: 'encryptionOnly' } },
    ],
    [
      'domainValidationWithoutDomain',
      { ...OUTBOUND, TlsSettings: 'DomainValidation' },
      ['TlsSettings'],
      { tls: { level: 'certificateValidation' } },
    ],
    [
      'ruleScopedWithDomains',
      { ...OUTBOUND, RecipientDomains: ['a.com'] },
      ['RecipientDomains'],
      { scope: { kind: 'transportRule' } },
    ],
    [
      'ruleScopedWithAcceptedDomains',
      { ...OUTBOUND, AllAcceptedDomains: true },
      ['AllAcceptedDomains'],
      { scope: { kind: 'transportRule' } },
    ],
    [
      'acceptedDomainsWithDomains',
      { ...OUTBOUND, ...everything },
      [],
      { scope: { kind: 'acceptedDomains', also: [{ kind: 'any' }] } },
    ],
    [
      'acceptedDomainsForPartner',
      { ...OUTBOUND, ...everything, RecipientDomains: [], ConnectorType: 'Partner' },
      [],
      { scope: { kind: 'acceptedDomains' } },
    ],
    [
      'noUse',
      { ...OUTBOUND, IsTransportRuleScoped: false },
      ['IsTransportRuleScoped'],
      { scope: { kind: 'transportRule' } },
    ],
    [
      'mxWithSmartHosts',
      { ...OUTBOUND, ConnectorType: 'Partner', UseMXRecord: true },
      ['SmartHosts'],
      { delivery: { by: 'mx' } },
    ],
    ['mxForOrganization', { ...OUTBOUND, UseMXRecord: true, SmartHosts: [] }, [], { delivery: { by: 'mx' } }],
    [
      'unreadableValue',
      { ...OUTBOUND, SmartHosts: ['relay.example.com', '192.0.2.0/24'] },
      ['SmartHosts'],
      { partnerKind: 'onPremises' },
    ],
    [
      'unreadableValue',
      { ...OUTBOUND, SmtpDaneMode: 7 },
      ['SmtpDaneMode'],
      { smtpDaneMode: 'opportunistic' },
    ],
    [
      'onlyForOrganization',
      { ...forDomains, ConnectorType: 'Partner', RouteAllMessagesViaOnPremises: true },
      ['RouteAllMessagesViaOnPremises'],
      { routeAllViaOnPremises: false },
    ],
    [
      'connectorTypeUnsaid',
      { ...forDomains, ConnectorType: null },
      ['ConnectorType'],
      { partnerKind: 'partner' },
    ],
    [
      'certificateAndAddresses',
      { ...INBOUND, SenderIPAddresses: ['203.0.113.5'] },
      ['SenderIPAddresses'],
      { identification: { by: 'certificate' } },
    ],
    [
      'certificateWithoutTls',
      { ...INBOUND, RequireTls: false },
      ['RequireTls'],
      { identification: { by: 'certificate' } },
    ],
    [
      'certificateWithoutTls',
      { ...INBOUND, RequireTls: false, SenderIPAddresses: ['203.0.113.5'] },
      ['TlsSenderCertificateName'],
      { identification: { by: 'ipAddresses' } },
    ],
    [
      'certificateByIssuer',
      { ...INBOUND, TlsSenderCertificateName: '<I>CN=Some CA, C=US<S>CN=mail.contoso.com, O=Contoso' },
      ['TlsSenderCertificateName'],
      { identification: { certificateName: 'mail.contoso.com' } },
    ],
    [
      'addressesWithTls',
      { ...byAddress, RequireTls: true },
      ['RequireTls'],
      { identification: { by: 'ipAddresses' } },
    ],
    [
      'senderDomainsOfOrganization',
      { ...INBOUND, SenderDomains: ['smtp:contoso.com;1'] },
      ['SenderDomains'],
      {},
    ],
    [
      'internalWithHeaders',
      { ...INBOUND, TreatMessagesAsInternal: true },
      [],
      { treatAsInternal: true, retainInternalHeaders: true },
    ],
    [
      'bothSkipped',
      { ...INBOUND, EFSkipLastIP: true, EFSkipIPs: ['192.0.2.1'] },
      ['EFSkipIPs'],
      { enhancedFiltering: { skip: 'lastAddress' } },
    ],
    [
      'filteredUsersUnused',
      { ...INBOUND, EFUsers: ['ada@contoso.com'] },
      ['EFUsers'],
      { enhancedFiltering: { skip: 'nothing' } },
    ],
    ['partnerUnrestricted', { ...partner, RequireTls: false }, [], { restrictions: {} }],
    [
      'certificateUnused',
      { ...partner, TlsSenderCertificateName: 'contoso.com' },
      ['TlsSenderCertificateName'],
      { restrictions: { tls: {} } },
    ],
    [
      'restrictionWithoutCertificate',
      { ...partner, RestrictDomainsToCertificate: true },
      ['RestrictDomainsToCertificate'],
      { restrictions: { tls: {} } },
    ],
    [
      'restrictionWithoutAddresses',
      { ...partner, RestrictDomainsToIPAddresses: true },
      ['RestrictDomainsToIPAddresses'],
      { restrictions: { tls: {} } },
    ],
    [
      'addressesUnused',
      { ...partner, SenderIPAddresses: ['192.0.2.1'] },
      ['SenderIPAddresses'],
      { restrictions: { tls: {} } },
    ],
    [
      'certificateAndAddressRestriction',
      {
        ...partner,
        TlsSenderCertificateName: 'contoso.com',
        RestrictDomainsToCertificate: true,
        SenderIPAddresses: ['192.0.2.1'],
        RestrictDomainsToIPAddresses: true,
      },
      [],
      { restrictions: { tls: { certificateName: 'contoso.com' } } },
    ],
    ['keptSettings', { ...INBOUND, LinkedConnector: 'x', TrustedOrganizations: ['fabrikam.com'] }, [], {}],
  ])('%s', (code, given, alsoKept, expected) => {
    expect(codes(given)).toEqual([code]);
    expect(settings(given)).toMatchObject(expected);
    const one = read(given);
    const differs = one.ok ? one.value.exchange?.kept.filter(({ instead }) => instead !== undefined) : [];
    expect(differs?.map(({ name }) => name)).toEqual(alsoKept);
    if (one.ok) expect(read(recordOf(one.value))).toMatchObject({ ok: true, value: one.value });
  });
});

describe('what can not be taken over says why', () => {
  test.each<[string, Given]>([
    ['noName', { ...OUTBOUND, Name: ' ' }],
    ['nameTooLong', { ...OUTBOUND, Name: 'n'.repeat(65) }],
    ['tooMuchKept', { ...OUTBOUND, [`New${'n'.repeat(254)}`]: 'x' }],
    ['tooMuchKept', { ...OUTBOUND, NewSetting: 'x'.repeat(100_001) }],
    ['commentTooLong', { ...OUTBOUND, Comment: 'c'.repeat(10_001) }],
    ['noDelivery', { ...OUTBOUND, SmartHosts: [] }],
    ['noDelivery', { ...OUTBOUND, SmartHosts: ['192.0.2.0/24'] }],
    ['noIdentification', { ...INBOUND, TlsSenderCertificateName: null }],
    ['noIdentification', { ...byAddress, SenderIPAddresses: ['2001:db8::25'] }],
    ['noIdentification', { ...partner, SenderDomains: [] }],
  ])('%s', (code, given) => {
    const one = read(given);
    expect(one.ok).toBe(false);
    expect(one.notes[0]).toEqual({ code, severity: 'error' });
  });
});

describe('a record taken over what is here', () => {
  const one = read(forDomains);
  const here = one.ok ? one.value : undefined;

  it('changes nothing where it only spells otherwise or says less', () => {
    if (!here) throw new Error('not read');
    const { TestMode: _, ...less } = {
      ...forDomains,
      RecipientDomains: 'smtp:CONTOSO.com;1',
      WhenChangedUTC: 'x',
    };
    const again = read(less);
    if (!again.ok) throw new Error('not read');
    const after = takenOver({ ...here, testMode: true } as Connector, again.value, again.unsaid ?? []);
    expect({ ...after, exchange: null }).toEqual({ ...here, testMode: true, exchange: null });
    expect(recordOf(after)).toMatchObject({ WhenChangedUTC: 'x', ConnectorSource: 'AdminUI' });
  });

  it('takes what it says', () => {
    if (!here) throw new Error('not read');
    const moved = read({ ...forDomains, SmartHosts: ['other.example.com'] });
    if (!moved.ok) throw new Error('not read');
    expect(takenOver(here, moved.value, [])).toMatchObject({
      delivery: { hosts: [{ host: 'other.example.com' }] },
    });
  });
});
