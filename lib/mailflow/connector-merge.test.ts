import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connector } from './arbitrary-for-tests';
import { changes } from './connector-changes';
import { type ConnectorDraft, emptyDraft } from './connector-draft';
import { mergeDrafts } from './connector-merge';
import { fromConnector } from './draft-to-connector';

const base: ConnectorDraft = {
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  name: 'Contoso',
  description: 'as it was',
  scope: 'acceptedDomains',
  smartHosts: ['mail1.contoso.com', 'mail2.contoso.com'],
  validationRecipients: ['ada@contoso.com'],
};
const merge = (theirs: Partial<ConnectorDraft>, mine: Partial<ConnectorDraft>) =>
  mergeDrafts(base, { ...base, ...theirs }, { ...base, ...mine });

describe('two edits of one connector', () => {
  it('in different fields come together', () => {
    const { merged, conflicts } = merge({ description: 'theirs' }, { name: 'Mine', enabled: false });
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({ ...base, description: 'theirs', name: 'Mine', enabled: false });
  });

  it('leave what is kept for Exchange to the newer record', () => {
    const [older, newer] = [{ kept: [{ name: 'a', value: 1 }] }, { kept: [{ name: 'a', value: 2 }] }];
    const of = (exchange: ConnectorDraft['exchange']) => ({ ...base, exchange });
    expect(mergeDrafts(of(older), of(newer), of({ ...older })).merged.exchange).toEqual(newer);
    expect(mergeDrafts(of(older), of(older), of(newer)).merged.exchange).toEqual(newer);
    expect(mergeDrafts(of(older), of(newer), of({ ...older })).conflicts).toEqual([]);
  });

  it('in one list keep what either added, and lose what either removed', () => {
    const { merged, conflicts } = merge(
      { smartHosts: ['mail2.contoso.com', 'theirs.contoso.com'] },
      { smartHosts: ['mail1.contoso.com', 'mine.contoso.com', 'THEIRS.contoso.com'] },
    );
    expect(conflicts).toEqual([]);
    expect(merged.smartHosts).toEqual(['theirs.contoso.com', 'mine.contoso.com']);
  });

  it('of one field to two values are a conflict, which holds mine until somebody chooses', () => {
    const { merged, conflicts } = merge({ description: 'theirs' }, { description: 'mine' });
    expect(conflicts).toEqual(['description']);
    expect(merged.description).toBe('mine');
  });

  it('of one field to the same value are none', () => {
    expect(merge({ name: 'Same' }, { name: 'Same' }).conflicts).toEqual([]);
  });

  it('a published change that is no conflict is always in the merge', () => {
    fc.assert(
      fc.property(connector, connector, (one, other) => {
        const [theirs, mine] = [fromConnector(one), fromConnector(other)];
        const from = { ...mine };
        expect(changes(theirs, mergeDrafts(from, theirs, mine).merged)).toEqual([]);
        expect(changes(mine, mergeDrafts(theirs, theirs, mine).merged)).toEqual([]);
      }),
    );
  });
});
