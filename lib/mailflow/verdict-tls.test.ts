// What a handshake and a certificate can show, row by row, at each level of a connector's demand.
import { describe, expect, test } from 'vitest';
import { MX1 as HOST, up } from './mx-facts-for-tests';
import type { CertificateFacts, Observation } from './observation';
import {
  atStage,
  ENCRYPTED,
  find,
  hasWords,
  NAMED,
  OPPORTUNISTIC,
  TRUSTED,
  told,
} from './verdict-rows-for-tests';

describe('What a server’s certificate or handshake shows, at each level of the demand', () => {
  const EXPIRED = { validTo: '2026-11-22T08:00:00.000Z' };
  const TOMORROW = { validFrom: '2026-11-25T00:00:00.000Z' };
  const shown = (given: Partial<CertificateFacts>, chain = 'ok') => up(HOST, [], given, chain);
  const broken = (code: string) => atStage('tls', { kind: 'tlsHandshake', code });
  const checked = (code: string) => [`i${code}`, `i${code}`, `!${code}`, `!${code}`];
  const encrypted = (code: string) => [`i${code}`, `!${code}`, `!${code}`, `!${code}`];
  const always = (code: string) => Array<string>(4).fill(`?${code}`);

  test.each<[string, Observation[], readonly string[]]>([
    [
      'valid, intermediate sent, *.fabrikam.com for mx1: ok',
      shown({ subjectAlternativeNames: ['*.fabrikam.com'] }),
      ['', '', '', ''],
    ],
    ['CN only, no SAN: ok', shown({ subjectAlternativeNames: [], commonName: HOST }), ['', '', '', '']],
    [
      'self-signed: DEPTH_ZERO_SELF_SIGNED_CERT',
      shown({ selfSigned: true }, 'DEPTH_ZERO_SELF_SIGNED_CERT'),
      checked('selfSigned'),
    ],
    [
      'intermediate missing: UNABLE_TO_VERIFY_LEAF_SIGNATURE, of a public authority',
      shown({ publiclyLogged: true }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
      checked('intermediateMissing'),
    ],
    [
      'intermediate missing: UNABLE_TO_VERIFY_LEAF_SIGNATURE, its place is named',
      shown({ issuerUrls: ['http://ca.test/i.cer'] }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
      checked('intermediateMissing'),
    ],
    [
      'unknown CA’s leaf alone: UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      shown({}, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
      checked('issuerUnknown'),
    ],
    [
      'unknown CA’s leaf alone, of Active Directory Certificate Services',
      shown({ issuerUrls: ['ldap:///CN=CA', 'http://pki.test/ca.crt'] }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
      checked('issuerUnknown'),
    ],
    [
      'unknown CA, root sent: SELF_SIGNED_CERT_IN_CHAIN',
      shown({}, 'SELF_SIGNED_CERT_IN_CHAIN'),
      checked('caNotTrusted'),
    ],
    ['expired: CERT_HAS_EXPIRED', shown(EXPIRED, 'CERT_HAS_EXPIRED'), checked('certificateExpired')],
    [
      'not yet valid: CERT_NOT_YET_VALID',
      shown(TOMORROW, 'CERT_NOT_YET_VALID'),
      checked('certificateNotYetValid'),
    ],
    [
      'other name: ERR_TLS_CERT_ALTNAME_INVALID',
      shown({ subjectAlternativeNames: ['other.test'] }),
      ['ihostNameMismatch', 'ihostNameMismatch', '?hostNameMismatch', '!tlsDomainMismatch'],
    ],
    [
      'IP-only SAN, and a common name that is another',
      shown({ subjectAlternativeNames: ['IP:192.0.2.1'], commonName: 'other.test' }),
      ['ihostNameMismatch', 'ihostNameMismatch', '?hostNameMismatch', '!tlsDomainMismatch'],
    ],
    [
      'clientAuth only: INVALID_PURPOSE',
      shown({ purposes: ['clientAuth'] }, 'INVALID_PURPOSE'),
      checked('wrongPurpose'),
    ],
    [
      'SHA-1 signature: UNSPECIFIED',
      shown({ signatureAlgorithm: 'sha1WithRSAEncryption' }, 'UNSPECIFIED'),
      checked('weakSignature'),
    ],
    ['RSA 1024: ok, silently', shown({ keyBits: 1_024 }), always('weakKey')],
    [
      'EC 224: ok, silently',
      shown({ keyType: 'ec', keyCurve: 'secp224r1', keyBits: 224 }),
      always('weakKey'),
    ],
    ['TLS 1.0 and 1.1 only', broken('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'), encrypted('tlsVersion')],
    ['no common cipher', broken('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'), encrypted('tlsCipher')],
    ['not TLS at all', broken('ERR_SSL_WRONG_VERSION_NUMBER'), encrypted('notTls')],
    ['closed during handshake', broken('ECONNRESET'), encrypted('tlsClosed')],
    ['a Diffie-Hellman key that is too small', broken('ERR_SSL_DH_KEY_TOO_SMALL'), encrypted('tlsTooWeak')],
    [
      'a certificate of the sender is demanded',
      broken('ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE'),
      ['itlsClientCertificate', '?tlsClientCertificate', '?tlsClientCertificate', '?tlsClientCertificate'],
    ],
  ])('%s', (_, observations, expected) => {
    const findings = [OPPORTUNISTIC, ENCRYPTED, TRUSTED, NAMED].map((tls) =>
      find(observations, tls).filter(({ code }) => code !== 'clearText'),
    );
    expect(findings.map(told)).toEqual(expected);
    findings.forEach(hasWords);
  });
});
