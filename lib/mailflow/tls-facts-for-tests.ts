// Handshakes and certificates as literals, for the tests of what they mean.
import type { CertificateFacts, TlsFacts } from './observation';

export const NOW = new Date('2026-11-24T09:00:00Z');

export const certificate = (given: Partial<CertificateFacts> = {}): CertificateFacts => ({
  subject: 'CN=mail.contoso.com',
  commonName: 'mail.contoso.com',
  issuer: 'CN=Public CA',
  subjectAlternativeNames: ['mail.contoso.com'],
  validFrom: '2026-10-01T00:00:00.000Z',
  validTo: '2027-10-01T00:00:00.000Z',
  keyType: 'rsa',
  keyBits: 2_048,
  fingerprint256: 'AA:BB',
  serialNumber: '01',
  selfSigned: false,
  ...given,
});

export const handshake = (given: Partial<CertificateFacts> = {}, chain = 'ok'): TlsFacts => ({
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  chain,
  certificates: [certificate(given)],
});
