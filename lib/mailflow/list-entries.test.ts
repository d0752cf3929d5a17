import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, domainPattern, emailAddress, smartHost } from './arbitrary-for-tests';
import { LIST_MAX, type ListField, parseEntry } from './connector-draft';
import { formatDomainPattern } from './domain-pattern';
import { addEntries, entryKey } from './list-entries';
import { formatSmartHost } from './smart-host';

const FIELDS: readonly ListField[] = ['recipientDomains', 'smartHosts', 'validationRecipients'];
const typed = fc
  .array(
    fc.oneof(anyText, domainPattern.map(formatDomainPattern), smartHost.map(formatSmartHost), emailAddress),
    { maxLength: 6 },
  )
  .chain((pieces) => fc.constantFrom(',', ';', '\n', '\r\n', ', ').map((mark) => pieces.join(mark)));

describe('adding to a list', () => {
  it.each(FIELDS)('loses nothing typed into %s: each piece is in the list or left in the box', (field) => {
    fc.assert(
      fc.property(typed, (text) => {
        const { entries, rest, added, finding } = addEntries(field, [], text);
        const left = rest.split('\n');
        for (const piece of text.split(/[\r\n,;]+/).filter((part) => part.trim() !== '')) {
          const read = parseEntry[field](piece);
          const isKept = read.ok && entries.some((entry) => entryKey(entry) === entryKey(read.value));
          expect(isKept || left.includes(piece)).toBe(true);
        }
        expect(entries).toHaveLength(added);
        expect(new Set(entries.map(entryKey)).size).toBe(entries.length);
        expect(finding === undefined).toBe(rest === '' && added > 0);
      }),
    );
  });

  it('keeps each entry in its one spelling, and leaves what is there as it is', () => {
    expect(addEntries('smartHosts', ['a.contoso.com'], 'B.Contoso.com.; [2001:DB8::25]:2525')).toEqual({
      entries: ['a.contoso.com', 'b.contoso.com', '[2001:db8::25]:2525'],
      rest: '',
      added: 2,
    });
  });

  it('leaves what is wrong in the box, and says why of the first', () => {
    expect(addEntries('smartHosts', [], 'mail.contoso.com, http://mail\nlocalhost')).toEqual({
      entries: ['mail.contoso.com'],
      rest: ' http://mail\nlocalhost',
      added: 1,
      finding: {
        code: 'host.url',
        severity: 'error',
        field: 'smartHosts',
        params: { value: 'http://mail' },
      },
    });
  });

  it.each([
    ['recipientDomains', '*.Contoso.com', '*.contoso.COM'],
    ['smartHosts', 'mail.contoso.com', 'MAIL.contoso.com:25'],
    ['smartHosts', '2001:db8::25', '[2001:0DB8:0::25]'],
    ['smartHosts', 'xn--mnchen-3ya.example', 'München.example'],
    ['validationRecipients', 'Ada@contoso.com', 'ada@CONTOSO.com'],
  ] as const)('%s: after %s, %s is there already', (field, first, second) => {
    const { entries } = addEntries(field, [], first);
    const again = addEntries(field, entries, second);
    expect(again).toMatchObject({
      entries,
      rest: second,
      added: 0,
      finding: { code: 'list.duplicate', field },
    });
  });

  it('an empty box adds nothing and says what is missing', () => {
    expect(addEntries('smartHosts', [], ' ')).toMatchObject({ added: 0, finding: { code: 'host.required' } });
  });

  it(`stops at ${LIST_MAX} entries and keeps the others in the box`, () => {
    const pasted = Array.from({ length: LIST_MAX + 2 }, (_, n) => `mail${n}.contoso.com`).join('\n');
    const { entries, rest, finding } = addEntries('smartHosts', [], pasted);
    expect(entries).toHaveLength(LIST_MAX);
    expect(rest).toBe(`mail${LIST_MAX}.contoso.com\nmail${LIST_MAX + 1}.contoso.com`);
    expect(finding?.code).toBe('list.tooMany');
  });
});
