import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { MailSetup } from '../mailflow/mail-setup';
import { domain, fromOrganization, outbound, rule, setup } from '../mailflow/setup-for-tests';
import { changeScript } from './change-script';
import { FILE_LISTS } from './exchange-file';
import { fileOf, unreadable } from './file-for-tests';
import { planImport } from './import-plan';
import { commandsIn } from './powershell-for-tests';
import { scriptText } from './script';
import { Tenant } from './tenant-for-tests';
import { tenantSetup } from './tenant-setup';

const options = { madeAt: new Date(0), version: '0.1.0', say: (code: string) => `${code} in words` };
const scriptOf = (from: MailSetup, to: MailSetup, given = {}) =>
  changeScript(from, to, { ...options, ...given });
const commandsOf = (from: MailSetup, to: MailSetup, given = {}) =>
  commandsIn(scriptText(scriptOf(from, to, given))).filter(({ cmdlet }) => cmdlet !== 'Get-Command');

/** `Set-OutboundConnector HQ Enabled=false`: what a command says beside the switches of all. */
const short = (from: MailSetup, to: MailSetup, given = {}) =>
  commandsOf(from, to, given).map(({ cmdlet, parameters }) => {
    const { Identity, Name, WhatIf, ErrorAction, Confirm, ...rest } = parameters;
    const said = cmdlet.startsWith('New-')
      ? [Name, rest.RouteMessageOutboundConnector && `to ${rest.RouteMessageOutboundConnector}`]
      : [
          Identity,
          ...(Name === undefined ? [] : [`Name=${Name}`]),
          ...Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`),
        ];
    return [cmdlet.replace('Connector', ''), ...said].filter(Boolean).join(' ');
  });

const guid = (id: string) => ({ exchange: { guid: id, kept: [] } });
const hq = outbound('HQ', 'contoso.com', { partnerKind: 'partner' });
const organization = outbound('HQ', 'contoso.com');
const byRule = outbound('By rule', 'rule');

test.each<[string, MailSetup, MailSetup, string[]]>([
  ['nothing where both are the same', setup([hq], 'a.com', []), setup([hq], 'a.com', []), []],
  [
    'the changed setting alone, and $null for a list that is empty now',
    setup([outbound('HQ', 'contoso.com', { validationRecipients: ['a@contoso.com'] })]),
    setup([outbound('HQ', 'contoso.com', { tls: { level: 'opportunistic' } })]),
    ['Set-Outbound HQ TlsSettings=null ValidationRecipients=null'],
  ],
  [
    'the connector before its rule, and both before what goes',
    setup([hq, byRule], '', [rule('Old', 'By rule')]),
    setup([hq, outbound('New', 'rule')], '', [rule('Fresh', 'New')]),
    [
      'New-Outbound New',
      'New-TransportRule Fresh to New',
      'Disable-TransportRule Old',
      'Remove-TransportRule Old',
      'Set-Outbound By rule Enabled=false',
      'Remove-Outbound By rule',
    ],
  ],
  [
    'a rule away from a connector before the connector goes',
    setup([hq, byRule], '', [rule('R', 'By rule')]),
    setup([outbound('HQ', 'rule', { partnerKind: 'partner' })], '', [rule('R', 'HQ')]),
    [
      'Set-Outbound HQ IsTransportRuleScoped=true RecipientDomains=null',
      'Set-TransportRule R RouteMessageOutboundConnector="HQ"',
      'Set-Outbound By rule Enabled=false',
      'Remove-Outbound By rule',
    ],
  ],
  [
    'what goes off with all that changes of it, after the rules',
    setup([hq, byRule], '', [rule('R', 'By rule')]),
    setup([{ ...hq, connector: { ...hq.connector, enabled: false, description: 'no more' } }, byRule], '', [
      rule('R', 'By rule', { stopProcessing: true }),
    ]),
    ['Set-TransportRule R StopRuleProcessing=true', 'Set-Outbound HQ Comment="no more" Enabled=false'],
  ],
  [
    'a new name by the GUID, last',
    setup([outbound('HQ', 'contoso.com', guid('g1'))]),
    setup([outbound('Headquarters', 'contoso.com', { ...guid('g1'), testMode: true })]),
    ['Set-Outbound g1 TestMode=true', 'Set-Outbound g1 Name=Headquarters'],
  ],
  [
    'a new name to the rules that lead there, right behind it',
    setup([outbound('HQ', 'rule', guid('g1'))], '', [rule('R', 'HQ')]),
    setup([outbound('Headquarters', 'rule', guid('g1'))], '', [rule('R', 'Headquarters')]),
    ['Set-Outbound g1 Name=Headquarters', 'Set-TransportRule R RouteMessageOutboundConnector="Headquarters"'],
  ],
  [
    'two names that change places, with one in between',
    setup([outbound('A', 'a.com', guid('g1')), outbound('B', 'b.com', guid('g2'))]),
    setup([outbound('B', 'a.com', guid('g1')), outbound('A', 'b.com', guid('g2'))]),
    ['Set-Outbound g1 Name=B (new)', 'Set-Outbound g2 Name=A', 'Set-Outbound g1 Name=B'],
  ],
  [
    'another type as a new connector, under another name until the old one is gone',
    setup([organization]),
    setup([hq]),
    [
      'New-Outbound HQ (new)',
      'Set-Outbound HQ Enabled=false',
      'Remove-Outbound HQ',
      'Set-Outbound HQ (new) Name=HQ',
    ],
  ],
  [
    'another direction likewise',
    setup([organization]),
    setup([fromOrganization('HQ', 'mail.contoso.com')]),
    [
      'New-Inbound HQ (new)',
      'Set-Outbound HQ Enabled=false',
      'Remove-Outbound HQ',
      'Set-Inbound HQ (new) Name=HQ',
    ],
  ],
  [
    'a rule that moves by the rule before it, and a new one where it belongs',
    setup([byRule], '', [rule('A', 'By rule', { priority: 2 }), rule('B', 'By rule', { priority: 5 })]),
    setup([byRule], '', [
      rule('B', 'By rule', { priority: 0 }),
      rule('New', 'By rule', { priority: 1 }),
      rule('A', 'By rule', { priority: 2 }),
    ]),
    ['New-TransportRule New to By rule', 'Set-TransportRule A Priority={"of":"New","offset":0}'],
  ],
  [
    'a rule on and off',
    setup([byRule], '', [rule('A', 'By rule'), rule('B', 'By rule', { enabled: false, priority: 1 })]),
    setup([byRule], '', [rule('A', 'By rule', { enabled: false }), rule('B', 'By rule', { priority: 1 })]),
    ['Enable-TransportRule B', 'Disable-TransportRule A'],
  ],
  [
    'the type of a domain',
    setup([], 'a.com b.com;relay+'),
    setup([], 'a.com;relay b.com'),
    [
      'Set-AcceptedDomain a.com DomainType="InternalRelay"',
      'Set-AcceptedDomain b.com DomainType="Authoritative" MatchSubDomains=false',
    ],
  ],
])('A change script says %s', (_, from, to, commands) => expect(short(from, to)).toEqual(commands));

describe('What a change script leaves alone', () => {
  it('is a rule without a connector, and the connector that the tenant leads it to', () => {
    const from = setup([hq, byRule], '', [rule('R', 'By rule')]);
    const script = scriptOf(from, setup([hq], '', [rule('R', 'gone')]));
    expect(commandsIn(scriptText(script)).map(({ cmdlet }) => cmdlet)).toEqual(['Get-Command']);
    expect(script.warnings).toEqual([
      { code: 'ruleWithoutConnector', params: { name: 'R' } },
      { code: 'connectorHeld', params: { name: 'By rule' } },
    ]);
  });

  it('is a domain that comes or goes: the admin center adds and removes', () => {
    const script = scriptOf(setup([], 'old.com'), setup([], 'new.com'));
    expect(script.warnings.map(({ code, params }) => [code, params?.domain])).toEqual([
      ['domainFirst', 'new.com'],
      ['domainStays', 'old.com'],
    ]);
  });

  it('is what the file of the tenant does not hold', () => {
    const to = setup([hq, fromOrganization('In', 'mail.contoso.com')], 'a.com');
    expect(short(setup([]), to, { covers: ['inbound'] })).toEqual(['New-Inbound In']);
    expect(FILE_LISTS).toContain('inbound');
  });

  it('is a rule that leads to a connector of which the file says nothing', () => {
    const here = setup([byRule], '', [rule('R', 'By rule', { stopProcessing: true })]);
    const file = { ...setup([]), transportRules: [rule('R', 'by rule')] };
    const covers = ['transportRules'] as const;
    expect(short(file, here, { covers })).toEqual(['Set-TransportRule R StopRuleProcessing=true']);
    expect(short(here, file, { covers, reverse: true })).toEqual([
      'Set-TransportRule R StopRuleProcessing=false',
    ]);
  });

  it('is what the record did not say, as in the plan', () => {
    const here = setup([outbound('HQ', 'contoso.com', { mtaStsMode: 'none', ...guid('old') })]);
    const [read] = fileOf(setup([outbound('HQ', 'contoso.com')])).connectors;
    if (!read?.ok) throw new Error('It was read.');
    const file = fileOf(setup([]), { connectors: [{ ...read, guid: 'new', unsaid: ['MtaStsMode'] }] });
    const tenant = tenantSetup(here, file);
    expect(short(tenant, here)).toEqual([]);
    const changed = setup([
      outbound('HQ', 'contoso.com', { mtaStsMode: 'none', testMode: true, ...guid('old') }),
    ]);
    // Another GUID than ours: by name, both ways.
    expect(short(tenant, changed)).toEqual(['Set-Outbound HQ TestMode=true']);
    expect(short(changed, tenant, { reverse: true })).toEqual(['Set-Outbound HQ TestMode=false']);
  });

  it('is what could not be read: it is there, and nobody knows as what', () => {
    const here = setup([hq, outbound('Other', 'rule', guid('g2'))]);
    const file = fileOf(setup([]), {
      connectors: [unreadable('hq'), unreadable('Renamed', 'g2'), unreadable('?')],
    });
    expect(short(tenantSetup(here, file), here)).toEqual([]);
  });

  it('is what was not chosen', () => {
    const from = setup([byRule], 'a.com', [rule('R', 'By rule')]);
    const to = setup([hq, outbound('Other', 'rule')], 'a.com;relay', [rule('S', 'Other')]);
    expect(short(from, to, { connectorIds: ['Other'] })).toEqual([
      'New-Outbound Other',
      'New-TransportRule S to Other',
    ]);
  });
});

/** Set-ups over few names and GUIDs, so that renames, swaps and replacements are the rule. */
const anyState: fc.Arbitrary<MailSetup> = fc
  .record({
    connectors: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('A', 'B', 'C', 'D'),
        guid: fc.option(fc.constantFrom('g1', 'g2', 'g3'), { nil: undefined }),
        kind: fc.constantFrom('rule', 'a.com', 'in'),
        partner: fc.boolean(),
        enabled: fc.boolean(),
      }),
      { maxLength: 4, selector: ({ name }) => name },
    ),
    rules: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('R', 'S', 'T', 'U'),
        guid: fc.option(fc.constantFrom('r1', 'r2', 'r3'), { nil: undefined }),
        target: fc.nat(3),
        enabled: fc.boolean(),
        priority: fc.nat(9),
        domain: fc.constantFrom('a.com', 'b.com'),
      }),
      { maxLength: 4, selector: ({ name }) => name },
    ),
    relay: fc.constantFrom('a.com', 'a.com;relay', 'a.com;relay+'),
  })
  .map(({ connectors, rules, relay }) => {
    const seen = new Set<string>();
    const origin = (id: string | undefined) => {
      if (id === undefined || seen.has(id)) return {};
      seen.add(id);
      return guid(id);
    };
    const kept = connectors.map(({ name, guid: id, kind, partner, enabled }) => {
      if (kind === 'in') return fromOrganization(name, 'mail.a.com', { enabled, ...origin(id) });
      return outbound(name, kind, {
        enabled,
        ...(partner && { partnerKind: 'partner' as const }),
        ...origin(id),
      });
    });
    const targets = kept.filter(({ connector }) => connector.direction === 'outbound');
    const lead = rules.flatMap(({ name, guid: id, target, enabled, priority, domain: asked }) => {
      const to = targets[target % Math.max(1, targets.length)];
      if (!to) return [];
      const conditions = [{ kind: 'recipientDomainIs' as const, domains: [asked] as const }];
      return [rule(name, to.connector.name, { enabled, priority, conditions, ...origin(id) })];
    });
    return { ...setup(kept, '', lead), acceptedDomains: [domain(relay)] };
  });

describe('In a tenant', () => {
  it('a change script brings what it is from to what it is for, and the way back leads back, at no moment with a rule to nowhere', () =>
    fc.assert(
      fc.property(anyState, anyState, fc.boolean(), (from, to, strangers) => {
        const tenant = new Tenant(from, { strangers });
        const before = tenant.state();
        for (const command of commandsOf(from, to)) tenant.run(command);
        expect(tenant.state()).toEqual(new Tenant(to).state());
        for (const command of commandsOf(to, from, { reverse: true })) tenant.run(command);
        expect(tenant.state()).toEqual(before);
      }),
      { numRuns: 60 },
    ));

  it('as its file was read, a change script has nothing to do where the plan has nothing, and else does all of it', () =>
    fc.assert(
      fc.property(anyState, anyState, fc.boolean(), (from, to, isSame) => {
        const here = isSame ? { ...from, connectors: from.connectors.toReversed() } : to;
        const file = fileOf(from);
        const plan = planImport(here, file).filter(({ result }) => result !== 'unchanged');
        const commands = commandsOf(tenantSetup(here, file), here);
        if (plan.length === 0) expect(commands).toEqual([]);
        const tenant = new Tenant(from);
        for (const command of commands) tenant.run(command);
        expect(tenant.state()).toEqual(new Tenant(here).state());
      }),
      { numRuns: 40 },
    ));
});
