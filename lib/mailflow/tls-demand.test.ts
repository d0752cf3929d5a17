import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { coversDomain, coversHost, meetsTlsDemand, nameMatches } from './tls-demand';
import { certificate, handshake, NOW } from './tls-facts-for-tests';
import { TLS_LEVELS, type TlsPolicy } from './tls-policy';

const policy = (level: TlsPolicy['level'], domain = 'mail.contoso.com'): TlsPolicy =>
  level === 'domainValidation' ? { level, domain } : { level };

describe('TlsDomain is met', () => {
  test.each([
    ['mail.contoso.com', ['mail.contoso.com'], true],
    ['mail.contoso.com', ['other.contoso.com', 'MAIL.Contoso.com'], true],
    ['mail.contoso.com', ['mail.contoso.com.'], true],
    ['mail.contoso.com', ['*.contoso.com'], true],
    ['a.mail.contoso.com', ['*.contoso.com'], false],
    ['contoso.com', ['*.contoso.com'], false],
    ['contoso.com', ['*.com'], false],
    ['mail.contoso.com', ['*'], false],
    ['mail.contoso.com', ['m*.contoso.com'], false],
    ['mail.contoso.com', ['mail.contoso.com.evil.test'], false],
    ['mail.contoso.com', ['xmail.contoso.com'], false],
    ['mail.contoso.com', ['IP:192.0.2.1'], false],
    ['*.contoso.com', ['*.contoso.com'], true],
    ['*.contoso.com', ['mail.contoso.com'], true],
    ['*.contoso.com', ['a.b.contoso.com'], true],
    ['*.contoso.com', ['*.eu.contoso.com'], true],
    ['*.contoso.com', ['contoso.com'], false],
    ['*.contoso.com', ['mail.evilcontoso.com'], false],
  ])('%s by %j: %s', (domain, subjectAlternativeNames, met) => {
    expect(coversDomain(certificate({ subjectAlternativeNames, commonName: 'none.test' }), domain)).toBe(met);
  });

  it('by the common name only where there is no DNS name', () => {
    const shown = (names: string[]) => certificate({ subjectAlternativeNames: names });
    expect(coversDomain(shown([]), 'mail.contoso.com')).toBe(true);
    expect(coversDomain(shown(['IP:192.0.2.1']), 'mail.contoso.com')).toBe(true);
    expect(coversDomain(shown(['other.contoso.com']), 'mail.contoso.com')).toBe(false);
  });

  it('and is told apart from the host’s own name, with the names that answer to each', () => {
    const shown = certificate({
      subjectAlternativeNames: ['*.contoso.com', 'mail.contoso.com', 'IP:192.0.2.1'],
    });
    const host = { kind: 'name', host: 'edge.contoso.com', port: 25 } as const;
    expect(nameMatches(shown, policy('domainValidation', 'mail.contoso.com'), host)).toEqual([
      {
        by: 'tlsDomain',
        wanted: 'mail.contoso.com',
        matching: ['*.contoso.com', 'mail.contoso.com'],
        isDemanded: true,
      },
      { by: 'hostName', wanted: 'edge.contoso.com', matching: ['*.contoso.com'], isDemanded: false },
    ]);
    expect(
      nameMatches(shown, policy('encryptionOnly'), { ...host, kind: 'ipv4', host: '192.0.2.9' }),
    ).toEqual([]);
  });

  it('by an address for a smart host that is one', () => {
    expect(coversHost(certificate({ subjectAlternativeNames: ['IP:192.0.2.1'] }), '192.0.2.1')).toBe(true);
    expect(coversHost(certificate(), '192.0.2.1')).toBe(false);
  });
});

describe('A demand', () => {
  test.each([
    ['clear text', undefined, [true, false, false, false]],
    ['a valid certificate', handshake(), [true, true, true, true]],
    ['another name', handshake({ subjectAlternativeNames: ['other.test'] }), [true, true, true, false]],
    ['an unknown issuer', handshake({}, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), [true, true, false, false]],
    ['an expired one', handshake({ validTo: '2026-11-23T00:00:00.000Z' }), [true, true, false, false]],
    ['one of tomorrow', handshake({ validFrom: '2026-11-25T00:00:00.000Z' }), [true, true, false, false]],
    ['unreadable dates', handshake({ validTo: 'soon' }), [true, true, false, false]],
    ['no certificate at all', { ...handshake(), certificates: [] }, [true, true, false, false]],
  ])('is held against %s at each level', (_, tls, met) => {
    expect(TLS_LEVELS.map((level) => meetsTlsDemand(policy(level), tls, NOW))).toEqual(met);
  });

  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
  const domain = fc.tuple(label, label, label).map((labels) => labels.join('.'));

  it('that is met at one level is met at every weaker one', () => {
    const names = fc.array(
      fc.oneof(
        domain,
        domain.map((name) => `*.${name}`),
      ),
      { maxLength: 4 },
    );
    const chain = fc.constantFrom('ok', 'DEPTH_ZERO_SELF_SIGNED_CERT');
    fc.assert(
      fc.property(names, domain, chain, fc.boolean(), (subjectAlternativeNames, wanted, code, own) => {
        const all = own ? [...subjectAlternativeNames, wanted] : subjectAlternativeNames;
        const tls = handshake({ subjectAlternativeNames: all }, code);
        const met = TLS_LEVELS.map((level) => meetsTlsDemand(policy(level, wanted), tls, NOW));
        expect(met).toEqual([...met].sort().reverse());
        if (own) expect(coversDomain(certificate({ subjectAlternativeNames: all }), wanted)).toBe(true);
      }),
    );
  });

  it('for a wildcard is met by what a wildcard certificate covers', () => {
    fc.assert(
      fc.property(domain, label, (parent, child) => {
        const shown = certificate({ subjectAlternativeNames: [`${child}.${parent}`] });
        expect(coversDomain(shown, `*.${parent}`)).toBe(true);
        expect(
          coversDomain(certificate({ subjectAlternativeNames: [`*.${parent}`] }), `${child}.${parent}`),
        ).toBe(true);
      }),
    );
  });
});
