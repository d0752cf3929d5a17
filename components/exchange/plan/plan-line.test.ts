import { describe, expect, test } from 'vitest';
import { fileOf } from '@/lib/exchange/file-for-tests';
import { planImport } from '@/lib/exchange/import-plan';
import type { MailSetup } from '@/lib/mailflow/mail-setup';
import { outbound, rule, setup } from '@/lib/mailflow/setup-for-tests';
import { type PlanLine, planLine } from './plan-line';
import { shownLines } from './plan-view';
import { overwrites } from './use-choice';

const linesOf = (here: MailSetup, there: MailSetup, last?: MailSetup): PlanLine[] =>
  planImport(here, fileOf(there), last && fileOf(last)).map((row) =>
    planLine(row, (id) => here.connectors.find((kept) => kept.id === id)?.connector.name),
  );
const wordsOf = (lines: readonly PlanLine[], name: string) => lines.find((line) => line.name === name)?.words;

const archive = outbound('Archive', 'rule');
const other = outbound('Other', 'rule');

describe('a line says', () => {
  test('what a connector that is new is, and what a known one has otherwise', () => {
    const here = setup([outbound('To HQ', 'contoso.com')]);
    const there = setup([outbound('To HQ', 'contoso.com fabrikam.com'), outbound('New', 'litware.com')]);
    const lines = linesOf(here, there);
    expect(wordsOf(lines, 'New')).toEqual({
      kind: 'connector',
      is: { direction: 'outbound', partnerKind: 'onPremises', enabled: true },
    });
    expect(wordsOf(lines, 'To HQ')).toEqual({
      kind: 'connector',
      changes: [{ field: 'recipientDomains', kind: 'added', value: 'fabrikam.com' }],
      kept: [],
    });
  });

  test('what only Exchange knows of it, where that is different', () => {
    const connector = outbound('To HQ', 'contoso.com');
    const keeping = (value: string): MailSetup =>
      setup([
        {
          ...connector,
          connector: { ...connector.connector, exchange: { kept: [{ name: 'LinkedTo', value }] } },
        },
      ]);
    const [line] = linesOf(keeping('a'), keeping('b'));
    expect(line?.words).toMatchObject({
      changes: [{ field: 'exchange', kind: 'kept', name: 'LinkedTo', from: 'a', to: 'b' }],
    });
  });

  test('each difference of a rule, its connector by name', () => {
    const here = setup([archive, other], '', [rule('Legal', 'Archive')]);
    const there = setup([archive, other], '', [
      rule('Legal', 'Other', { enabled: false, stopProcessing: true }),
    ]);
    expect(wordsOf(linesOf(here, there), 'Legal')).toMatchObject({
      changes: [
        { what: 'turnedOff' },
        { what: 'connector', from: 'Archive', to: 'Other' },
        { what: 'stops' },
      ],
    });
  });

  test('both types of an accepted domain', () => {
    const lines = linesOf(setup([], 'contoso.com'), setup([], 'contoso.com;relay'));
    expect(wordsOf(lines, 'contoso.com')).toMatchObject({
      from: { type: 'authoritative' },
      to: { type: 'internalRelay' },
    });
  });

  test('nothing of what is the same', () => {
    const both = setup([archive], 'contoso.com');
    expect(linesOf(both, both).map(({ result, words }) => [result, words])).toEqual([
      ['unchanged', undefined],
      ['unchanged', undefined],
    ]);
  });
});

test('a line is far smaller than both sides', () => {
  const here = setup([outbound('To HQ', 'contoso.com')]);
  const there = setup([outbound('To HQ', 'fabrikam.com')]);
  const [row] = planImport(here, fileOf(there));
  const [line] = linesOf(here, there);
  expect(JSON.stringify(line).length).toBeLessThan(JSON.stringify(row).length / 2);
});

test('what was changed here since the last import is nobody’s choice but the reader’s', () => {
  const [before, here, there] = ['contoso.com', 'fabrikam.com', 'litware.com'].map((scope) =>
    setup([outbound('To HQ', scope)]),
  );
  if (!before || !here || !there) throw new Error('The test has three set-ups.');
  expect(linesOf(before, there, before).map(overwrites)).toEqual([false]);
  expect(linesOf(here, before, before).map(overwrites)).toEqual([true]);
  expect(linesOf(here, there, before).map(overwrites)).toEqual([true]);
});

test('rows are found by name, result and kind', () => {
  const lines = linesOf(setup([archive], 'contoso.com'), setup([archive, other], 'contoso.com fabrikam.com'));
  const view = { search: '', results: [], kinds: [], page: 1, row: '' };
  const shown = (given: object) => shownLines(lines, { ...view, ...given }).map(({ name }) => name);
  expect(shown({ results: ['added'], kinds: ['connector'] })).toEqual(['Other']);
  expect(shown({ search: 'FABRI' })).toEqual(['fabrikam.com']);
  expect(shown({ results: ['unchanged'] }).sort()).toEqual(['Archive', 'contoso.com']);
});
