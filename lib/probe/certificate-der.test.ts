import '../../e2e/support/smart-hosts/reflect-metadata';
import { webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDer } from './certificate-der';

const RSA = { modulusLength: 2_048, publicExponent: new Uint8Array([1, 0, 1]) };

async function certificate(
  algorithm: EcKeyGenParams | RsaHashedKeyGenParams | { name: string },
  hash = 'SHA-256',
) {
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const signingAlgorithm = { ...algorithm, hash, saltLength: 32 };
  const made = await X509CertificateGenerator.createSelfSigned({ name: 'CN=a', keys, signingAlgorithm });
  return new Uint8Array(made.rawData);
}

describe('The signature of a certificate', () => {
  test.each([
    [{ name: 'ECDSA', namedCurve: 'P-256' }, 'SHA-256', 'ecdsa-with-SHA256'],
    [{ name: 'ECDSA', namedCurve: 'P-384' }, 'SHA-384', 'ecdsa-with-SHA384'],
    [{ name: 'ECDSA', namedCurve: 'P-256' }, 'SHA-1', 'ecdsa-with-SHA1'],
    [{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', ...RSA }, 'SHA-256', 'sha256WithRSAEncryption'],
    [{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1', ...RSA }, 'SHA-1', 'sha1WithRSAEncryption'],
    [{ name: 'RSA-PSS', hash: 'SHA-512', ...RSA }, 'SHA-512', 'rsassaPss (sha512)'],
    [{ name: 'Ed25519' }, 'SHA-512', 'ED25519'],
  ])('%j with %s is %s', async (algorithm, hash, name) => {
    expect(readDer(await certificate(algorithm, hash)).signatureAlgorithm).toBe(name);
  });
});

test('whatever the bytes, it neither throws nor hangs', async () => {
  const good = await certificate({ name: 'ECDSA', namedCurve: 'P-256' });
  const damaged = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => good.with(at, byte));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), (bytes) => {
      expect(Array.isArray(readDer(bytes).extensions)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
