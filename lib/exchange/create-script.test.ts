import fc from 'fast-check';
import { createTranslator } from 'next-intl';
import { describe, expect, it, test } from 'vitest';
import { LOCALES, MESSAGES } from '../../messages';
import { connector as anyConnector } from '../mailflow/arbitrary-for-tests';
import {
  articleSetup,
  domain,
  fromOrganization,
  fromPartner,
  outbound,
  rule,
  setup,
} from '../mailflow/setup-for-tests';
import { scriptWords } from '../words/script-words';
import { createScript } from './create-script';
import { NASTY } from './nasty-texts-for-tests';
import { commandsIn, commentsIn } from './powershell-for-tests';
import { scriptText } from './script';
import { SCRIPT_COMMENTS, SCRIPT_NOTES } from './script-codes';

/** A sentence whose parameter is missing fails the test. */
const onError = (error: Error) => {
  throw error;
};
const wordsIn = (locale: (typeof LOCALES)[number]) =>
  scriptWords(createTranslator({ locale, messages: MESSAGES[locale], namespace: 'scripts', onError }));
const options = { madeAt: new Date('2026-11-26T07:30:00Z'), version: '0.1.0', say: wordsIn('en') };

const made = (...given: Parameters<typeof setup>) => scriptText(createScript(setup(...given), options));
/** What changes something, in its order. */
const changesIn = (text: string) => commandsIn(text).filter(({ cmdlet }) => cmdlet !== 'Get-Command');

describe('A script that creates a set-up', () => {
  it('says a connector with all its settings, and what only Set- takes behind it', () => {
    const text = made([
      outbound('HQ', 'contoso.com *.fabrikam.com', { validationRecipients: ['ada@contoso.com'] }),
    ]);
    expect(changesIn(text)).toMatchObject([
      {
        cmdlet: 'New-OutboundConnector',
        guards: [],
        parameters: {
          Name: 'HQ',
          Enabled: true,
          ConnectorType: 'OnPremises',
          CloudServicesMailEnabled: true,
          AllAcceptedDomains: false,
          IsTransportRuleScoped: false,
          RecipientDomains: ['contoso.com', '*.fabrikam.com'],
          UseMXRecord: false,
          SmartHosts: ['mail.contoso.com'],
          TlsSettings: 'CertificateValidation',
          WhatIf: true,
          ErrorAction: '$OnError',
        },
      },
      {
        cmdlet: 'Set-OutboundConnector',
        parameters: { Identity: 'HQ', ValidationRecipients: ['ada@contoso.com'], WhatIf: true },
      },
      {
        cmdlet: 'Validate-OutboundConnector',
        guards: ['$Validate -and -not $WhatIf'],
        parameters: { Identity: 'HQ', Recipients: ['ada@contoso.com'] },
      },
    ]);
  });

  it('changes nothing until somebody says so, and carries what it is', () => {
    const text = made([outbound('HQ', 'accepted')]);
    const lines = text.split('\n');
    expect(lines).toContain('#Requires -Modules ExchangeOnlineManagement');
    expect(lines).toContain('$WhatIf = $true');
    expect(lines).toContain('# Made by Mailspan 0.1.0 on 2026-11-26 07:30 UTC.');
    expect(text).toMatch(/SHA-256 .*[0-9a-f]{64}\n/);
    const switchedTo = (value: string) =>
      changesIn(text.replace('$WhatIf = $true', `$WhatIf = ${value}`)).map(
        ({ parameters }) => parameters.WhatIf,
      );
    expect(switchedTo('$true')).toEqual([true]);
    expect(switchedTo('$false')).toEqual([false]);
    // An empty line would end the block where a console reads line by line.
    expect(text.slice(text.indexOf('& {'))).not.toContain('\n\n');
  });

  it('has the same commands and fingerprint whenever it is made, and in any order of the lists', () => {
    const { connectors, ...rest } = articleSetup;
    const one = createScript(articleSetup, options);
    const other = createScript(
      { ...rest, connectors: connectors.toReversed() },
      { ...options, madeAt: new Date(0), version: '9.9.9' },
    );
    const differing = one.lines.filter(
      (line, at) => JSON.stringify(line) !== JSON.stringify(other.lines[at]),
    );
    expect(differing.map(([first]) => first?.text)).toEqual([
      '# Made by Mailspan 0.1.0 on 2026-11-26 07:30 UTC.',
    ]);
  });

  it('sets what Exchange Online lets a domain be, and tells where the rest is done', () => {
    const given = {
      ...setup([]),
      acceptedDomains: [{ ...domain('contoso.com'), isDefault: true }, domain('b.com;relay+')],
    };
    const script = createScript(given, options);
    expect(changesIn(scriptText(script))).toMatchObject([
      {
        cmdlet: 'Set-AcceptedDomain',
        parameters: { Identity: 'b.com', DomainType: 'InternalRelay', MatchSubDomains: true },
      },
      { cmdlet: 'Set-AcceptedDomain', parameters: { Identity: 'contoso.com', DomainType: 'Authoritative' } },
    ]);
    expect(script.warnings.map(({ code, params }) => [code, params?.domain])).toEqual([
      ['domainFirst', 'b.com'],
      ['domainFirst', 'contoso.com'],
      ['defaultDomain', 'contoso.com'],
    ]);
  });

  it('leaves out a port that Exchange Online can’t have, and says so', () => {
    const hosts = [{ kind: 'name', host: 'mail.contoso.com', port: 2525 }] as const;
    const script = createScript(
      setup([outbound('HQ', 'accepted', { delivery: { by: 'smartHosts', hosts } })]),
      options,
    );
    expect(changesIn(scriptText(script))[0]?.parameters.SmartHosts).toEqual(['mail.contoso.com']);
    expect(script.warnings).toEqual([
      { code: 'smartHostPort', params: { name: 'HQ', host: 'mail.contoso.com', port: 2525 } },
    ]);
  });

  it('writes what is kept for Exchange where a cmdlet takes it, and never what only the service says', () => {
    const kept = [
      { name: 'ConnectorSource', value: 'HybridWizard' },
      { name: 'IsValidated', value: true },
      { name: 'LastValidationTimestamp', value: '2026-07-24T18:59:12' },
      { name: 'NewThing', value: 'of some later year' },
      { name: 'RequireTls', value: false, instead: true },
      { name: 'TrustedOrganizations', value: ['other.onmicrosoft.com'] },
    ];
    const script = createScript(
      setup([fromOrganization('In', 'mail.contoso.com', { exchange: { kept } })]),
      options,
    );
    const { parameters } = changesIn(scriptText(script))[0] ?? {};
    expect(parameters).toMatchObject({ RequireTls: false, TrustedOrganizations: ['other.onmicrosoft.com'] });
    expect(Object.keys(parameters ?? {})).not.toEqual(expect.arrayContaining(['IsValidated']));
    expect(script.warnings).toEqual([
      { code: 'settingLeftOut', params: { name: 'In', setting: 'NewThing' } },
    ]);
    expect(scriptText(script)).not.toMatch(/ConnectorSource|IsValidated|LastValidation|Guid/);
  });

  it('makes rules behind the connectors that they lead to, in their order, with what they ask and nothing else', () => {
    const script = createScript(
      setup([outbound('HQ', 'rule')], '', [
        rule('Second', 'hq', { priority: 7, enabled: false, stopProcessing: true }),
        rule('First', 'HQ', {
          priority: 3,
          conditions: [{ kind: 'recipientDomainIs', domains: ['a.com', 'b.com'] }],
          exceptions: [{ kind: 'sizeAtLeast', bytes: 1_000 }],
        }),
        rule('Lost', 'gone', { priority: 9 }),
        rule('Twice', 'HQ', {
          conditions: [
            { kind: 'senderDomainIs', domains: ['a.com'] },
            { kind: 'senderDomainIs', domains: ['b.com'] },
          ],
        }),
      ]),
      options,
    );
    const safely = { WhatIf: true, ErrorAction: '$OnError' };
    expect(
      changesIn(scriptText(script))
        .slice(1)
        .map(({ parameters }) => parameters),
    ).toEqual([
      {
        ...{
          Name: 'First',
          Enabled: true,
          RecipientDomainIs: ['a.com', 'b.com'],
          ExceptIfMessageSizeOver: 1_000,
        },
        ...{ RouteMessageOutboundConnector: 'HQ', StopRuleProcessing: false, ...safely },
      },
      {
        ...{ Name: 'Second', Enabled: false, RouteMessageOutboundConnector: 'HQ', StopRuleProcessing: true },
        ...safely,
      },
    ]);
    expect(script.warnings).toEqual([
      { code: 'ruleNotSaid', params: { name: 'Twice', setting: 'SenderDomainIs' } },
      { code: 'ruleWithoutConnector', params: { name: 'Lost' } },
    ]);
  });

  it('takes chosen connectors alone', () => {
    const text = scriptText(createScript(articleSetup, { ...options, connectorIds: ['Connector 2'] }));
    expect(changesIn(text).map(({ cmdlet, parameters }) => [cmdlet, parameters.Name])).toEqual([
      ['New-OutboundConnector', 'Connector 2'],
    ]);
  });

  it('of nothing says that there is nothing', () => {
    const text = made([]);
    expect(changesIn(text)).toEqual([]);
    expect(text).toContain('There is nothing to do');
  });

  it('runs no command but its own, whatever stands in any field', () => {
    for (const text of NASTY) {
      const given = setup([
        outbound(text, 'rule', { description: text, validationRecipients: [text] }),
        fromOrganization(text, text || 'x', { description: text, associatedAcceptedDomains: [text] }),
        fromPartner(
          'P',
          '*',
          { tls: true },
          { exchange: { kept: [{ name: 'ClientHostNames', value: [text] }] } },
        ),
      ]);
      const commands = changesIn(scriptText(createScript(given, options)));
      expect(commands.map(({ cmdlet }) => cmdlet)).toEqual([
        ...['New-OutboundConnector', 'Set-OutboundConnector', 'New-InboundConnector', 'New-InboundConnector'],
        'Validate-OutboundConnector',
      ]);
      expect(commands[0]?.parameters.Name).toBe(text);
      expect(commands[1]?.parameters).toMatchObject({ Identity: text, ValidationRecipients: [text] });
      expect(commands.find(({ parameters }) => parameters.Name === 'P')?.parameters.ClientHostNames).toEqual([
        text,
      ]);
    }
  });

  it('is PowerShell for any connector', () =>
    fc.assert(
      fc.property(anyConnector, (connector) => {
        const text = scriptText(
          createScript({ ...setup([]), connectors: [{ id: 'c', connector, health: 'never' }] }, options),
        );
        expect(changesIn(text)[0]?.parameters).toMatchObject({
          Name: connector.name,
          Enabled: connector.enabled,
        });
      }),
      { numRuns: 60 },
    ));
});

test.each(LOCALES)('every sentence of a script has its words (%s), and no words are left over', (locale) => {
  const keysOf = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? [key] : keysOf(inner).map((one) => `${key}.${one}`),
    );
  expect(keysOf(MESSAGES[locale].scripts).sort()).toEqual(
    [...SCRIPT_COMMENTS, ...SCRIPT_NOTES.map((code) => `notes.${code}`)].sort(),
  );
  const say = wordsIn(locale);
  const text = scriptText(createScript(articleSetup, { ...options, say }));
  expect(commentsIn(text)).toContain(`# ${say('whatIf')}`);
});
