import { describe, expect, it, test } from 'vitest';
import type { ExchangeOrigin } from '../mailflow/exchange-origin';
import type { MailSetup } from '../mailflow/mail-setup';
import { domain, fromOrganization, outbound, rule, scopeOf, setup } from '../mailflow/setup-for-tests';
import type { ExchangeFile } from './exchange-file';
import { changed, fileOf, readConnectorObject, readObject, unreadable } from './file-for-tests';
import { planImport } from './import-plan';
import type { PlanRow } from './plan-row';
import { taken } from './take-for-tests';

type Settings = Parameters<typeof changed>[1];

const hq = outbound('HQ', 'contoso.com');
const known = (guid: string, kept: ExchangeOrigin['kept'] = []): { exchange: ExchangeOrigin } => ({
  exchange: { guid, kept },
});
const nothing = setup([]);

/** `HQ added`, `hq conflict`: what each row says. */
const said = (rows: readonly PlanRow[]) =>
  rows.map((row) => `${row.name} ${row.result === 'conflict' ? row.conflict : row.result}`);
const plan = (here: MailSetup, there: MailSetup, given: Partial<ExchangeFile> = {}) =>
  planImport(here, fileOf(there, given));

describe('A plan of what taking over a file would do', () => {
  it('tells new, changed, unchanged and only here apart', () => {
    const here = setup(
      [hq, outbound('Old', 'old.com'), outbound('Same', 'same.com')],
      'contoso.com gone.com',
    );
    const there = setup(
      [changed(hq, { enabled: false }), outbound('New', 'new.com'), outbound('Same', 'same.com')],
      'contoso.com;relay fabrikam.com',
    );
    expect(said(plan(here, there))).toEqual([
      'HQ changed',
      'New added',
      'Same unchanged',
      'Old onlyHere',
      'contoso.com changed',
      'fabrikam.com added',
      'gone.com onlyHere',
    ]);
  });

  it('takes nothing for missing where the file does not have the list', () => {
    const here = setup([hq, fromOrganization('In', 'contoso.com')], 'contoso.com', [rule('Secrets', 'HQ')]);
    expect(plan(here, nothing, { covers: ['inbound'] })).toMatchObject([{ name: 'In', result: 'onlyHere' }]);
  });

  it('knows a connector by its GUID under a new name, and else by its name in any case', () => {
    const here = setup([changed(hq, known('g1')), outbound('Second', 'b.com')]);
    const there = setup([changed(hq, { name: 'Main', ...known('g1') }), outbound('SECOND', 'b.com')]);
    expect(plan(here, there)).toMatchObject([
      { key: 'connector:g1', name: 'Main', result: 'changed', id: 'HQ' },
      { key: 'connector:second', result: 'changed', id: 'Second' },
    ]);
  });

  it('knows one that was removed and made again under its name', () => {
    const here = setup([changed(hq, known('g1'))]);
    expect(said(plan(here, setup([changed(hq, known('g2'))])))).toEqual(['HQ unchanged']);
  });

  test.each<[string, MailSetup, MailSetup, string[]]>([
    [
      'one by its GUID with the name of another',
      setup([changed(hq, known('g1')), outbound('B', 'b.com')]),
      setup([changed(hq, { name: 'B', ...known('g1') })]),
      ['B guidAndName'],
    ],
    [
      'a new one with the name of one that has another name there',
      setup([changed(hq, known('g1'))]),
      setup([changed(hq, { name: 'Main', ...known('g1') }), changed(hq, known('g2'))]),
      ['Main changed', 'HQ guidAndName'],
    ],
    [
      'two of one name, either way',
      nothing,
      setup([hq, fromOrganization('hq', 'contoso.com')]),
      ['HQ nameTwice', 'hq nameTwice'],
    ],
    [
      'one for mail the other way',
      setup([hq]),
      setup([fromOrganization('HQ', 'contoso.com')]),
      ['HQ otherDirection'],
    ],
    [
      'the second of a name that one of here has',
      setup([hq]),
      setup([hq, outbound('hq', 'b.com')]),
      ['HQ unchanged', 'hq nameTwice'],
    ],
  ])('does not decide about %s', (_, here, there, rows) => expect(said(plan(here, there))).toEqual(rows));

  it('shows what can’t be read, and does not take it for missing', () => {
    const here = setup([hq, outbound('B', 'b.com')]);
    const connectors = [
      unreadable('HQ'),
      unreadable('', 'g9'),
      readConnectorObject(outbound('B', 'b.com').connector),
    ];
    expect(said(plan(here, nothing, { connectors }))).toEqual([
      'HQ unreadable',
      ' unreadable',
      'B unchanged',
    ]);
  });

  it('gives every row its own key', () => {
    const connectors = [unreadable('A'), unreadable('a'), unreadable('A')];
    const keys = plan(nothing, nothing, { connectors }).map(({ key }) => key);
    expect(keys).toEqual(['connector:a', 'connector:a#2', 'connector:a#3']);
  });
});

describe('No false drift', () => {
  const origin = (kept: ExchangeOrigin['kept']) => known('g1', kept);
  const scope = (text: string): Settings => ({ scope: scopeOf(text) });

  test.each<[string, Settings, Settings, string]>([
    ['order of domains', scope('a.com b.com'), scope('b.com a.com'), 'unchanged'],
    [
      'case of recipients',
      { validationRecipients: ['Ada@contoso.com'] },
      { validationRecipients: ['ada@Contoso.com'] },
      'unchanged',
    ],
    [
      'what Exchange notes',
      origin([{ name: 'WhenChangedUTC', value: '1' }]),
      origin([{ name: 'WhenChangedUTC', value: '2' }]),
      'unchanged',
    ],
    [
      'an unknown property on one side',
      {},
      origin([{ name: 'TrustedOrganizations', value: ['a'] }]),
      'unchanged',
    ],
    [
      'the order of its fields',
      origin([{ name: 'X', value: { b: 1, a: ['x', 'y'] } }]),
      origin([{ name: 'X', value: { a: ['y', 'x'], b: 1 } }]),
      'unchanged',
    ],
    [
      'an unknown property that differs',
      origin([{ name: 'TrustedOrganizations', value: ['a'] }]),
      origin([{ name: 'TrustedOrganizations', value: [] }]),
      'changed',
    ],
    [
      'a setting without effect',
      {},
      origin([{ name: 'TlsDomain', value: 'b.com', instead: null }]),
      'changed',
    ],
    ['the name’s case', {}, { name: 'hq' }, 'changed'],
    ['a comment', {}, { description: 'x' }, 'changed'],
  ])('%s', (_, mine, theirs, result) => {
    const rows = plan(setup([changed(hq, mine)]), setup([changed(hq, theirs)]));
    expect(rows.map((row) => row.result)).toEqual([result]);
  });

  it('in what the file does not say', () => {
    const mine = changed(hq, {
      description: 'mine',
      testMode: true,
      ...known('g1', [{ name: 'X', value: 1 }]),
    });
    const theirs = changed(hq, { enabled: false, ...known('g1', [{ name: 'Y', value: 2 }]) });
    const connectors = [
      readObject('HQ', theirs.connector, { guid: 'g1', unsaid: ['Comment', 'TestMode', 'TlsDomain'] }),
    ];
    const [row] = plan(setup([mine]), nothing, { connectors });
    expect(row).toMatchObject({
      result: 'changed',
      after: {
        enabled: false,
        description: 'mine',
        testMode: true,
        exchange: { kept: [{ name: 'X' }, { name: 'Y' }] },
      },
    });
  });

  it('in a default domain of which the file knows nothing', () => {
    const here: MailSetup = { ...nothing, acceptedDomains: [{ ...domain('contoso.com'), isDefault: true }] };
    expect(said(plan(here, setup([], 'contoso.com')))).toEqual(['contoso.com unchanged']);
  });
});

describe('Transport rules', () => {
  const withHq = (rules: Parameters<typeof setup>[2]) => setup([hq], '', rules);
  const inOrder = (...names: string[]) =>
    withHq(names.map((name, priority) => rule(name, 'HQ', { priority, connector: { by: 'id', id: 'HQ' } })));

  it('lead to the connector of here that the file’s is, under whatever name', () => {
    const here = setup([changed(hq, known('g1'))], '', [rule('R', 'HQ')]);
    const there = setup([changed(hq, { name: 'Main', ...known('g1') })], '', [rule('R', 'Main')]);
    expect(said(plan(here, there))).toEqual(['Main changed', 'R unchanged']);
  });

  it('lead to one of the file, or else to one of here, or a note says that there is none', () => {
    const there = setup([outbound('New', 'rule')], '', [
      rule('A', 'new'),
      rule('B', 'HQ', { priority: 1 }),
      rule('C', 'Gone', { priority: 2 }),
    ]);
    expect(plan(setup([hq]), there, { covers: [] })).toMatchObject([
      { name: 'New' },
      { name: 'A', notes: [], after: { connector: { by: 'name', name: 'new' } } },
      { name: 'B', notes: [], after: { connector: { by: 'id', id: 'HQ' } } },
      { name: 'C', notes: [{ code: 'connectorUnknown', params: { name: 'Gone' } }] },
    ]);
  });

  test.each([
    [
      'others between them in the tenant',
      ['A', 'B'],
      ['A', 'x', 'B'],
      ['A unchanged', 'x added', 'B unchanged'],
    ],
    ['others between them here', ['A', 'x', 'B'], ['A', 'B'], ['A unchanged', 'B unchanged', 'x onlyHere']],
    [
      'one that went to the end',
      ['A', 'B', 'C'],
      ['B', 'C', 'A'],
      ['B unchanged', 'C unchanged', 'A changed'],
    ],
    ['all the other way round', ['A', 'B', 'C'], ['C', 'B', 'A'], ['C unchanged', 'B changed', 'A changed']],
  ])('stand among each other: %s', (_, here, there, rows) => {
    const [mine, theirs] = [inOrder(...here), inOrder(...there)];
    const of = (file: ExchangeFile) => planImport(mine, file).filter(({ kind }) => kind === 'transportRule');
    expect(said(of(fileOf(theirs)))).toEqual(rows);
    const after = taken(mine, fileOf(theirs), planImport(mine, fileOf(theirs)));
    expect(said(planImport(after, fileOf(theirs))).filter((row) => !/unchanged|onlyHere/.test(row))).toEqual(
      [],
    );
  });

  it('differ neither by the order of conditions, nor by case, nor by who is told to be in a group', () => {
    const here = withHq([
      rule('R', 'HQ', {
        conditions: [
          { kind: 'recipientMemberOf', group: 'Staff', members: ['ada@contoso.com'] },
          { kind: 'senderDomainIs', domains: ['a.com', 'b.com'] },
        ],
      }),
    ]);
    const there = withHq([
      rule('R', 'HQ', {
        conditions: [
          { kind: 'senderDomainIs', domains: ['B.com', 'a.com'] },
          { kind: 'recipientMemberOf', group: 'staff', members: [] },
        ],
      }),
    ]);
    expect(said(plan(here, there)).at(-1)).toBe('R unchanged');
  });

  it('may ask twice for a group of which one condition names members and the other none', () => {
    const group = { kind: 'recipientMemberOf', group: 'Board' } as const;
    const conditions = [
      { ...group, members: ['ada@contoso.com'] },
      { ...group, members: [] },
    ];
    const both = withHq([rule('R', 'HQ', { conditions })]);
    expect(said(plan(both, both)).at(-1)).toBe('R unchanged');
  });
});

describe('Since the tenant was read the last time', () => {
  const b = outbound('B', 'b.com');
  const off = (kept: typeof hq) => changed(kept, { enabled: false });
  test.each<[string, MailSetup, MailSetup, MailSetup, (string | undefined)[]]>([
    ['the tenant changed one', setup([hq]), setup([off(hq)]), setup([hq]), ['tenant']],
    ['we changed one', setup([off(hq)]), setup([hq]), setup([hq]), ['here']],
    ['both did', setup([off(hq)]), setup([changed(hq, { description: 'x' })]), setup([hq]), ['both']],
    ['the tenant has a new one', nothing, setup([b]), nothing, ['tenant']],
    ['we removed one', nothing, setup([b]), setup([b]), ['here']],
    ['the tenant removed one', setup([b]), nothing, setup([b]), ['tenant']],
    ['we have a new one', setup([b]), nothing, nothing, ['here']],
    ['nothing changed', setup([b]), setup([b]), setup([b]), [undefined]],
  ])('%s', (_, here, there, last, moved) => {
    expect(planImport(here, fileOf(there), fileOf(last)).map((row) => row.moved)).toEqual(moved);
  });

  it('says nothing where the list was not read then', () => {
    const last = fileOf(nothing, { covers: ['inbound'] });
    expect(planImport(setup([hq]), fileOf(nothing), last).map((row) => row.moved)).toEqual([undefined]);
  });
});
