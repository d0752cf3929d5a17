import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
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
import { type ReadSetUp, readSetUpFile, writeSetUpFile } from './set-up-file';
import { setUpFileShape } from './set-up-file-shape';

const SCHEMA = new URL('../../docs/schema/set-up.schema.json', import.meta.url);
const problemsOf = (read: ReadSetUp) =>
  read.ok ? [] : read.problems.map((each) => [each.path, 'finding' in each ? each.finding.code : 'shape']);
const readOf = (file: unknown) => readSetUpFile(JSON.stringify(file));

const HAND = {
  acceptedDomains: [{ domain: 'Contoso.com' }, { domain: 'relay.contoso.com', type: 'internalRelay' }],
  connectors: [
    {
      name: 'HQ',
      from: 'office365',
      to: 'organization',
      scope: 'acceptedDomains',
      smartHosts: ['mail.contoso.com'],
    },
    {
      ...{ name: 'Fabrikam', from: 'office365', to: 'partner', delivery: 'mx', validation: 'passed' },
      ...{ scope: 'recipientDomains', recipientDomains: ['*.fabrikam.com'] },
    },
  ],
  transportRules: [
    {
      ...{ name: 'Big', connector: 'hq' },
      conditions: [
        { kind: 'sizeAtLeast', bytes: 1_000 },
        { kind: 'recipientDomainIs', domains: ['fabrikam.com'] },
      ],
    },
  ],
};

describe('A set-up file', () => {
  it('may be written by hand, with what differs from the wizard’s defaults', () => {
    const read = readOf(HAND);
    expect(problemsOf(read)).toEqual([]);
    expect(read).toMatchObject({
      setup: {
        acceptedDomains: [
          { domain: 'contoso.com', type: 'authoritative', isDefault: false },
          { domain: 'relay.contoso.com', type: 'internalRelay', matchSubDomains: false },
        ],
        connectors: [
          {
            id: 'HQ',
            health: 'never',
            connector: { partnerKind: 'onPremises', scope: { kind: 'acceptedDomains' } },
          },
          { id: 'Fabrikam', health: 'passed', connector: { delivery: { by: 'mx' } } },
        ],
        transportRules: [
          {
            id: 'Big',
            rule: {
              ...{ enabled: true, priority: 0, connector: { by: 'name', name: 'hq' } },
              conditions: [
                { kind: 'sizeAtLeast', bytes: 1_000 },
                { kind: 'recipientDomainIs', domains: ['fabrikam.com'] },
              ],
            },
          },
        ],
      },
    });
  });

  it('may be empty, and may begin with a byte order mark', () =>
    expect(readSetUpFile('\ufeff{}')).toEqual({
      ok: true,
      setup: { acceptedDomains: [], connectors: [], transportRules: [] },
    }));

  const [hq] = HAND.connectors;
  it.each([
    ['no JSON', '{"connectors": [', [['', 'setUpFile.json']]],
    ['a list', '[]', [['', 'shape']]],
    ['a field that nobody knows', { connector: [] }, [['', 'shape']]],
    ['a wrong field of a connector', { connectors: [{ ...hq, scopes: 'x' }] }, [['connectors[0]', 'shape']]],
    [
      'a scope that there is not',
      { connectors: [{ ...hq, scope: 'x' }] },
      [['connectors[0].scope', 'shape']],
    ],
    [
      'a smart host that is none',
      { connectors: [{ ...hq, smartHosts: ['mail'] }] },
      [['connectors[0].smartHosts', 'host.notQualified']],
    ],
    [
      'no smart host',
      { connectors: [{ ...hq, smartHosts: [] }] },
      [['connectors[0].smartHosts', 'smartHosts.required']],
    ],
    [
      'two of one name',
      { connectors: [hq, { ...hq, name: 'hQ' }] },
      [['connectors[1].name', 'list.duplicate']],
    ],
    [
      'a domain that is none',
      { acceptedDomains: [{ domain: 'x' }] },
      [['acceptedDomains[0].domain', 'host.notQualified']],
    ],
    [
      'subdomains of an authoritative domain',
      { acceptedDomains: [{ domain: 'x.com', matchSubDomains: true }] },
      [['acceptedDomains[0].matchSubDomains', 'acceptedDomain.subDomainsNeedRelay']],
    ],
    [
      'a pattern that takes everything',
      {
        transportRules: [
          { name: 'r', connector: 'c', exceptions: [{ kind: 'senderMatches', patterns: ['*'] }] },
        ],
      },
      [['transportRules[0].exceptions[0].values', 'textPattern.everything']],
    ],
    [
      'several faults',
      { acceptedDomains: [{ domain: 'x' }, { domain: 'y' }] },
      [
        ['acceptedDomains[0].domain', 'host.notQualified'],
        ['acceptedDomains[1].domain', 'host.notQualified'],
      ],
    ],
  ])('tells where it is wrong: %s', (_, file, problems) =>
    expect(problemsOf(typeof file === 'string' ? readSetUpFile(file) : readOf(file))).toEqual(problems),
  );

  it('that was written is read back as it was, with names for ids', () => {
    const whole = setup(
      [
        ...articleSetup.connectors,
        outbound('By rule', 'rule', { health: 'passed' }),
        fromOrganization('From us', '192.0.2.0/24'),
        fromPartner('From them', '*.fabrikam.com', { certificate: 'mail.fabrikam.com' }),
      ],
      'contoso.com relay.contoso.com;relay+',
      [
        rule('First', 'By rule', {
          conditions: [
            { kind: 'headerContains', header: 'X-Class', words: ['secret'] },
            { kind: 'sizeAtLeast', bytes: 5_000_001 },
          ],
          exceptions: [
            { kind: 'recipientMemberOf', group: 'Sales', members: ['ada@contoso.com'] },
            { kind: 'senderMemberOf', group: 'Robots', members: [] },
            { kind: 'other', parameter: 'SenderIpRanges', value: ['192.0.2.0/24'] },
          ],
          exchange: { guid: 'g', kept: [{ name: 'Mode', value: 'Audit', instead: 'Enforce' }] },
        }),
        rule('Second', 'gone', { priority: 1, enabled: false, connector: { by: 'id', id: 'gone' } }),
      ],
    );
    const [first, second] = whole.transportRules;
    expect(readSetUpFile(writeSetUpFile(whole))).toEqual({
      ok: true,
      setup: {
        ...whole,
        transportRules: [
          first,
          { ...second, rule: { ...second?.rule, connector: { by: 'name', name: 'gone' } } },
        ],
      },
    });
  });

  it('holds any connector', () =>
    fc.assert(
      fc.property(anyConnector, (connector) => {
        const kept = {
          ...setup([]),
          connectors: [{ id: connector.name, connector, health: 'never' as const }],
        };
        expect(readSetUpFile(writeSetUpFile(kept))).toEqual({ ok: true, setup: kept });
      }),
    ));

  it('is documented as it is read', async () => {
    const schema = z.toJSONSchema(setUpFileShape, { io: 'input' });
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA) await writeFile(SCHEMA, text);
    expect(await readFile(SCHEMA, 'utf8')).toBe(text);
  });

  it('that the console writes has the documented shape', () =>
    expect(
      setUpFileShape.safeParse(
        JSON.parse(writeSetUpFile({ ...articleSetup, acceptedDomains: [domain('a.com')] })),
      ).success,
    ).toBe(true));
});
