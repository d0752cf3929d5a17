import { describe, expect, it, test } from 'vitest';
import { judge } from './judge';
import { ADA, MX1, up } from './mx-facts-for-tests';
import type { CertificateFacts } from './observation';
import { readChain } from './sent-chain';
import { certificate, NOW } from './tls-facts-for-tests';
import { told } from './verdict-rows-for-tests';

const issued = (subject: string, issuer: string, given: Partial<CertificateFacts> = {}): CertificateFacts =>
  certificate({ subject, issuer, fingerprint256: subject, selfSigned: subject === issuer, ...given });

const SENT = {
  L: issued('CN=mail.contoso.com', 'CN=Intermediate', { subjectAlternativeNames: [MX1] }),
  I: issued('CN=Intermediate', 'CN=Root'),
  R: issued('CN=Root', 'CN=Root'),
  X: issued('CN=Stranger', 'CN=Elsewhere'),
};
const send = (letters: string): CertificateFacts[] => [...letters].map((letter) => SENT[letter as 'L']);
const spell = (some: readonly CertificateFacts[]): string =>
  some.map((each) => Object.entries(SENT).find(([, value]) => value === each)?.[0]).join('');

describe('What a server sends as its chain', () => {
  test.each([
    // sent, path, extras, in order, up to a root
    ['LI', 'LI', '', true, false],
    ['LIR', 'LIR', '', true, true],
    ['L', 'L', '', true, false],
    ['LR', 'L', 'R', true, false],
    ['LRI', 'LIR', '', false, true],
    ['LXI', 'LI', 'X', false, false],
    ['LIX', 'LI', 'X', true, false],
    ['LII', 'LI', '', true, false],
    ['LLI', 'LI', '', false, false],
    ['R', 'R', '', true, true],
    ['', '', '', true, false],
  ])(
    '%s: path %s, beside it %s, in order: %s, up to a root: %s',
    (sent, path, extras, isOrdered, endsInRoot) => {
      const chain = readChain(send(sent));
      expect([spell(chain.path), chain.isOrdered, chain.endsInRoot]).toEqual([path, isOrdered, endsInRoot]);
      expect([...new Set(spell(chain.extras))].join('')).toBe(extras);
    },
  );

  it('may name each other as issuers without end', () => {
    const [a, b] = [issued('CN=a', 'CN=b'), issued('CN=b', 'CN=a')];
    expect(readChain([a, b]).path).toEqual([a, b]);
  });
});

describe('The chain', () => {
  const find = (
    sent: readonly CertificateFacts[],
    chain = 'ok',
    level: 'encryptionOnly' | 'certificateValidation' = 'certificateValidation',
  ) => {
    const stages = up(MX1).map((at) =>
      at.tls ? { ...at, tls: { ...at.tls, chain, certificates: sent } } : at,
    );
    const hosts = [{ kind: 'name', host: MX1, port: 25 }] as const;
    return judge(stages, { hosts, tls: { level }, recipients: [ADA] }, NOW).tasks.flatMap(
      ({ findings }) => findings,
    );
  };

  it('in the wrong order is a warning where certificates are checked, else a note', () => {
    expect(told(find(send('LRI')))).toBe('?chainOrder');
    expect(told(find(send('LRI'), 'ok', 'encryptionOnly'))).toBe('ichainOrder');
  });

  it('with more than it needs at its end is in order', () => {
    expect(find(send('LIX'))).toEqual([]);
  });

  it('without its intermediate names the issuer that is absent', () => {
    const [finding] = find([{ ...SENT.L, publiclyLogged: true }], 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    expect(finding).toMatchObject({
      code: 'intermediateMissing',
      params: { issuer: 'CN=Intermediate', authority: 'public' },
    });
  });

  it('that is whole up to an unknown authority names that authority', () => {
    const [finding] = find(send('LI'), 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    expect(finding).toMatchObject({ code: 'caNotTrusted', params: { issuer: 'CN=Root' } });
  });

  it('is weak where an intermediate is signed with SHA-1 or has a short key; a root’s own signature does not count', () => {
    const weak = { signatureAlgorithm: 'sha1WithRSAEncryption' };
    const root = { ...SENT.R, ...weak };
    expect(find([SENT.L, SENT.I, root])).toEqual([]);
    const [signature, key] = find([SENT.L, { ...SENT.I, ...weak, keyBits: 1_024 }, root]);
    expect(signature).toMatchObject({
      code: 'weakSignature',
      params: { whose: 'above', subject: 'CN=Intermediate' },
    });
    expect(key).toMatchObject({
      code: 'weakKey',
      severity: 'warning',
      params: { whose: 'above', least: 2_048 },
    });
  });

  it('of an expired certificate that is also weak and misnamed tells of each', () => {
    const leaf = {
      ...SENT.L,
      validTo: '2026-11-22T08:00:00.000Z',
      signatureAlgorithm: 'ecdsa-with-SHA1',
      subjectAlternativeNames: ['other.test'],
      keyBits: 1_024,
    };
    expect(told(find([leaf, SENT.I], 'CERT_HAS_EXPIRED'))).toBe(
      '!certificateExpired !weakSignature ?hostNameMismatch ?weakKey',
    );
  });

  test.each([
    ['TLS_RSA_WITH_AES_128_GCM_SHA256', undefined, '?noForwardSecrecy'],
    ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', { type: 'DH', bits: 1_024 }, '?weakKeyExchange'],
    ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', { type: 'DH', bits: 2_048 }, ''],
    ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', { type: 'ECDH', name: 'X25519', bits: 253 }, ''],
  ])('under %s with %j: %s', (cipher, keyExchange, codes) => {
    const stages = up(MX1).map((at) =>
      at.tls ? { ...at, tls: { ...at.tls, cipher, ...(keyExchange && { keyExchange }) } } : at,
    );
    const hosts = [{ kind: 'name', host: MX1, port: 25 }] as const;
    const plan = { hosts, tls: { level: 'certificateValidation' }, recipients: [ADA] } as const;
    expect(told(judge(stages, plan, NOW).tasks.flatMap(({ findings }) => findings))).toBe(codes);
  });
});
