import { expect, it } from 'vitest';
import { changes } from '@/lib/mailflow/connector-changes';
import { type ConnectorDraft, emptyDraft } from '@/lib/mailflow/connector-draft';
import { mergeDrafts } from '@/lib/mailflow/connector-merge';
import { changesOf, chosenDraft, mootChanges } from './merge-result';

const BASE: ConnectorDraft = {
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  name: 'To our servers',
  scope: 'recipientDomains',
  recipientDomains: ['contoso.com'],
  smartHosts: ['mail.contoso.com'],
};

it('a name that both changed is what was chosen, and the rest is of both', () => {
  const theirs = { ...BASE, name: 'To HQ', smartHosts: ['mail.contoso.com', 'mail2.contoso.com'] };
  const mine = { ...BASE, name: 'To Rome', recipientDomains: ['contoso.com', 'fabrikam.com'] };
  const merge = mergeDrafts(BASE, theirs, mine);
  expect(merge.conflicts).toEqual(['name']);
  expect(chosenDraft(merge, theirs, { name: 'theirs' })).toMatchObject({
    name: 'To HQ',
    smartHosts: ['mail.contoso.com', 'mail2.contoso.com'],
    recipientDomains: ['contoso.com', 'fabrikam.com'],
  });
  expect(chosenDraft(merge, theirs, { name: 'mine' }).name).toBe('To Rome');
  expect(chosenDraft(merge, theirs, {}).name).toBe('To Rome');
});

it('a change is told of that the other side has made moot', () => {
  const theirs: ConnectorDraft = { ...BASE, scope: 'transportRule', recipientDomains: [] };
  const mine = { ...BASE, recipientDomains: ['contoso.com', 'fabrikam.com'], description: 'Rome' };
  const result = chosenDraft(mergeDrafts(BASE, theirs, mine), theirs, {});
  const my = changes(BASE, mine);
  expect(mootChanges(my, result)).toEqual([
    { field: 'recipientDomains', kind: 'added', value: 'fabrikam.com' },
  ]);
  expect(changesOf('description', my)).toEqual([
    { field: 'description', kind: 'changed', from: '', to: 'Rome' },
  ]);
  expect(mootChanges(my, mine)).toEqual([]);
});

it('a removal that the other side made too is not mourned', () => {
  const theirs: ConnectorDraft = { ...BASE, scope: 'transportRule', recipientDomains: [] };
  const mine = { ...BASE, recipientDomains: [] };
  const result = chosenDraft(mergeDrafts(BASE, theirs, mine), theirs, {});
  expect(mootChanges(changes(BASE, mine), result)).toEqual([]);
});
