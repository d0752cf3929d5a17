// What holds for every text, name, address and pattern there is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText, domainPattern, emailAddress, smartHost } from './arbitrary-for-tests';
import { formatDomainPattern, parseDomainPattern } from './domain-pattern';
import { parseEmailAddress } from './email-address';
import { FINDING_CODES } from './finding-codes';
import { parseHostName } from './host-name';
import { formatSmartHost, isPrivateAddress, parseSmartHost } from './smart-host';

const spelled = {
  host: parseHostName,
  smartHost: (text: string) => {
    const read = parseSmartHost(text);
    return read.ok ? { ok: true as const, value: formatSmartHost(read.value) } : read;
  },
  pattern: (text: string) => {
    const read = parseDomainPattern(text);
    return read.ok ? { ok: true as const, value: formatDomainPattern(read.value) } : read;
  },
  email: parseEmailAddress,
};

it.each(Object.entries(spelled))(
  'no text makes the reader of a %s throw: it finds the one spelling, or says why by a known code',
  (_, read) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = read(text);
        if (!first.ok) {
          expect(FINDING_CODES).toContain(first.finding.code);
          return;
        }
        expect(first.value).toMatch(/^[!-~]+$/);
        expect(read(first.value)).toEqual(first);
      }),
      { numRuns: 2_000 },
    );
  },
);

it('a smart host is read back from its spelling', () => {
  fc.assert(
    fc.property(smartHost, (host) => {
      expect(parseSmartHost(formatSmartHost(host))).toEqual({ ok: true, value: host });
    }),
  );
});

it('a domain pattern is read back from its spelling', () => {
  fc.assert(
    fc.property(domainPattern, (pattern) => {
      expect(parseDomainPattern(formatDomainPattern(pattern))).toEqual({ ok: true, value: pattern });
    }),
  );
});

it('an address in its one spelling is kept as it is', () => {
  fc.assert(
    fc.property(emailAddress, (address) => {
      expect(parseEmailAddress(address)).toEqual({ ok: true, value: address });
    }),
  );
});

it.each([
  ['10.1.2.3', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['100.64.0.1', true],
  ['[fd00::25]:2525', true],
  ['::ffff:10.0.0.1', true],
  ['192.0.2.1', false],
  ['2001:db8::25', false],
  ['mail.contoso.com', false],
])('%s is private: %s', (text, expected) => {
  const read = parseSmartHost(text);
  expect(read.ok && isPrivateAddress(read.value)).toBe(expected);
});
