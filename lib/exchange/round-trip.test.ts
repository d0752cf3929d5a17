import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connector as anyConnector } from '../mailflow/arbitrary-for-tests';
import type { Connector } from '../mailflow/connector';
import type { KeptConnector, MailSetup } from '../mailflow/mail-setup';
import { articleSetup, domain, outbound, rule, setup, someOf } from '../mailflow/setup-for-tests';
import type { TransportRule } from '../mailflow/transport-rule';
import { connectorParameters } from './connector-parameters';
import { createScript } from './create-script';
import type { ExchangeFile, ReadObject } from './exchange-file';
import { planImport } from './import-plan';
import { commandsIn, type RunCommand } from './powershell-for-tests';
import { readExchangeFile } from './read-exchange-file';
import { sayableRule } from './rule-arbitrary-for-tests';
import { scriptText } from './script';
import { writeTransferFile } from './set-up-transfer';
import { taken } from './take-for-tests';

const options = { madeAt: new Date(0), version: '0.1.0', say: (code: string) => `${code} in words` };

const read = (text: string): ExchangeFile => {
  const answer = readExchangeFile(text);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.file;
};

/** What Get- would print of what the script made. */
function recordsOf(commands: readonly RunCommand[]): unknown[] {
  const records = new Map<string, Record<string, unknown>>();
  for (const { cmdlet, parameters, guards } of commands) {
    const { WhatIf: _, ErrorAction: __, Identity, ...fields } = parameters;
    if (guards.length > 0 || cmdlet === 'Get-Command') continue;
    const noun = cmdlet.replace(/^(New|Set)-/, '');
    const key = `${noun} ${fields.Name ?? Identity}`;
    const { Enabled, ...others } = fields;
    const said =
      noun === 'TransportRule'
        ? { ...others, State: Enabled ? 'Enabled' : 'Disabled', Priority: records.size }
        : noun === 'AcceptedDomain'
          ? { ...fields, DomainName: Identity }
          : fields;
    records.set(key, { ...records.get(key), ...said });
  }
  return [...records.values()];
}

const values = <T>(objects: readonly ReadObject<T>[]): T[] =>
  objects.map((object) => {
    if (!object.ok) throw new Error(JSON.stringify(object));
    return object.value;
  });

const readBack = (given: MailSetup) => {
  const script = createScript(given, options);
  const file = read(JSON.stringify(recordsOf(commandsIn(scriptText(script)))));
  return {
    connectors: values(file.connectors),
    acceptedDomains: values(file.acceptedDomains),
    transportRules: values(file.transportRules),
    warnings: script.warnings.filter(({ code }) => code !== 'domainFirst'),
  };
};

/**
 * What the service has of a connector: it delivers to port 25 alone, and a partner that is known by its addresses is one
 * whose sender domains are `*` there.
 */
const inService = (connector: Connector) => connectorParameters(onPort25(connector));
const onPort25 = (connector: Connector): Connector => {
  if (connector.direction === 'inbound' || connector.delivery.by === 'mx') return connector;
  const hosts = someOf(connector.delivery.hosts.map((host) => ({ ...host, port: 25 })));
  return { ...connector, delivery: { by: 'smartHosts', hosts } };
};
const kept = (connector: Connector): KeptConnector => ({ id: connector.name, connector, health: 'never' });
const plain = <T extends object>({ exchange: _, ...value }: T & { exchange?: unknown }) => value;

describe('What a script makes, read again', () => {
  it('is the same connector, whichever it was', () =>
    fc.assert(
      fc.property(anyConnector, (given) => {
        const { connectors } = readBack({ ...setup([]), connectors: [kept(given)] });
        expect(connectors.map(inService)).toEqual([inService(given)]);
      }),
      { numRuns: 40 },
    ));

  it('is the same rule, as long as Exchange Online can be told all of it', () =>
    fc.assert(
      fc.property(sayableRule, (given: TransportRule) => {
        const one: TransportRule = { ...given, priority: 1, connector: { by: 'name', name: 'HQ' } };
        const { transportRules, warnings } = readBack({
          ...setup([outbound('HQ', 'rule')]),
          transportRules: [{ id: 'r', rule: one }],
        });
        if (warnings.length > 0) expect(transportRules).toEqual([]);
        else expect(transportRules.map(withoutMembers)).toEqual([withoutMembers(one)]);
      }),
      { numRuns: 40 },
    ));

  it('is the article’s set-up, with its domains', () => {
    const { connectors, acceptedDomains } = readBack(articleSetup);
    expect(connectors.map(plain)).toEqual(articleSetup.connectors.map(({ connector }) => connector));
    expect(
      acceptedDomains
        .map(plain)
        .map((one) => one.domain)
        .sort(),
    ).toEqual(articleSetup.acceptedDomains.map((one) => one.domain).sort());
  });
});

/** A group's members are the console's own notes; Exchange asks its directory. */
const withoutMembers = (value: TransportRule) =>
  JSON.parse(JSON.stringify(plain(value)), (key, inner) => (key === 'members' ? [] : inner)) as unknown;

describe('A file for another console', () => {
  const twoRules = (connectors: readonly KeptConnector[]): MailSetup => ({
    ...setup(connectors, 'b.com a.com;relay+'),
    transportRules: connectors.flatMap(({ connector: { name, direction } }, at) =>
      direction === 'outbound'
        ? [
            rule(`Rule ${at}`, name, {
              priority: 7 - at,
              exceptions: [{ kind: 'other', parameter: 'SCLOver', value: { b: 1, a: [2] } }],
            }),
          ]
        : [],
    ),
  });

  it('comes out of the other console as it went in, byte by byte', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(anyConnector, { maxLength: 4, selector: ({ name }) => name.toLowerCase() }),
        (connectors) => {
          const one = twoRules(connectors.map(kept));
          const text = writeTransferFile(one);
          const file = read(text);
          const other = taken(setup([]), file, planImport(setup([]), file));
          expect(writeTransferFile(other)).toBe(text);
        },
      ),
      { numRuns: 40 },
    ));

  it('does not depend on the order of lists and fields, on ids, nor on what was validated here', () => {
    const origin = { guid: 'g', kept: [{ name: 'New', value: { b: [1], a: { d: 1, c: 2 } } }] };
    const turned = { kept: [{ value: { a: { c: 2, d: 1 }, b: [1] }, name: 'New' }], guid: 'g' };
    const told = (one: MailSetup, exchange: typeof origin): MailSetup => ({
      ...one,
      transportRules: one.transportRules.map(({ id, rule: of }) => ({ id, rule: { ...of, exchange } })),
    });
    const { connectors, ...rest } = twoRules([
      outbound('A', 'rule', { exchange: origin }),
      outbound('B', 'a.com'),
    ]);
    const other: MailSetup = {
      acceptedDomains: [domain('a.com;relay+'), domain('b.com')],
      transportRules: rest.transportRules.toReversed().map((one) => ({ ...one, id: `other ${one.id}` })),
      connectors: [
        outbound('B', 'a.com', { health: 'passed' }),
        outbound('A', 'rule', { exchange: turned, health: 'failed' }),
      ],
    };
    const text = writeTransferFile(told({ connectors, ...rest }, origin));
    expect(writeTransferFile(told(other, turned))).toBe(text);
    expect(text).not.toMatch(/"validation"|"priority"/);
    expect(text.match(/"guid": "g"/g)).toHaveLength(3);
  });
});
