import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCHANGERS_MAX, mailTargets, mxDomainsOf, triedExchangers } from './mail-exchangers';
import type { MailExchanger } from './observation';

const mx = (preference: number, name: string): MailExchanger => ({ preference, name });

describe('The servers of a domain', () => {
  it('are tried in order of preference, each once, without those that no sender can use', () => {
    const found: MailExchanger[] = [
      mx(30, 'mx1.fabrikam.com'),
      mx(10, 'b.fabrikam.com'),
      mx(10, 'a.fabrikam.com'),
      { ...mx(5, '192.0.2.1'), unusable: 'address' },
      mx(20, 'mx1.fabrikam.com'),
    ];
    expect(triedExchangers(found)).toEqual([
      mx(10, 'a.fabrikam.com'),
      mx(10, 'b.fabrikam.com'),
      mx(20, 'mx1.fabrikam.com'),
    ]);
  });

  it('are always few, different and in order, whatever DNS says', () => {
    const record = fc.record({ preference: fc.nat(50), name: fc.constantFrom(...'abcdefghijklmnopq') });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), (found) => {
        const tried = triedExchangers(found);
        expect(tried.length).toBe(Math.min(EXCHANGERS_MAX, new Set(found.map(({ name }) => name)).size));
        expect(new Set(tried.map(({ name }) => name)).size).toBe(tried.length);
        expect(tried.map(({ preference }) => preference)).toEqual(
          tried.map(({ preference }) => preference).toSorted((a, b) => a - b),
        );
        const worst = tried.at(-1)?.preference ?? 0;
        const left = found.filter(({ name }) => !tried.some((each) => each.name === name));
        expect(left.every(({ preference }) => preference >= worst)).toBe(true);
      }),
    );
  });
});

const recipients = ['ada@fabrikam.com', 'bob@wingtip.com', 'Carl@FABRIKAM.com'];

it('Domains are asked about once, whatever their case, and not at all where there are smart hosts', () => {
  expect(mxDomainsOf({ hosts: [], recipients })).toEqual(['fabrikam.com', 'wingtip.com']);
  expect(mxDomainsOf({ hosts: ['mail.contoso.com'], recipients })).toEqual([]);
});

it('A server that two domains share is one target with the mail of both', () => {
  const records: Record<string, MailExchanger[]> = {
    'fabrikam.com': [mx(10, 'mx.fabrikam.com'), mx(20, 'shared.com')],
    'wingtip.com': [mx(10, 'shared.com')],
  };
  const targets = mailTargets({ hosts: [], recipients }, (domain) => records[domain] ?? []);
  expect(targets.map(({ host, recipients: whose }) => [host.host, host.port, whose])).toEqual([
    ['mx.fabrikam.com', 25, ['ada@fabrikam.com', 'Carl@FABRIKAM.com']],
    ['shared.com', 25, recipients],
  ]);
});
