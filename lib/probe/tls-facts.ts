// Turns a finished handshake into facts: version, cipher, chain verdict, the certificates as they were sent.
// Judges nothing: an expired or foreign certificate is reported like any other.
import { createHash, type X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { CertificateFacts, TlsFacts } from '../mailflow/observation';
import { readDer } from './certificate-der';
import { escapeText } from './escape';

/** A chain longer than this is cut: OpenSSL itself verifies no deeper by far. */
const CHAIN_MAX = 10;
const NAMES_MAX = 100;
const NAME_LENGTH = 400;
const URLS_MAX = 3;
/** RFC 5280 section 4.2.1.12; a purpose without a name here keeps its object identifier. */
const PURPOSES: Readonly<Record<string, string>> = {
  '2.5.29.37.0': 'any',
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
};
/** RFC 6962 section 3.3: the timestamps of public logs. */
const TIMESTAMPS = '1.3.6.1.4.1.11129.2.4.2';
/** RFC 8032: keys whose type says their size. */
const EDWARDS_BITS: Readonly<Record<string, number>> = { ed25519: 256, ed448: 456 };

/**
 * Facts of a handshake that ended with `secureConnect`. The peer's X509Certificate is asked for once only: it
 * carries the chain as sent, where `getPeerCertificate(true)` adds the local root.
 */
export function readTlsFacts(socket: TLSSocket): TlsFacts {
  const { standardName, name } = socket.getCipher();
  return {
    version: socket.getProtocol() ?? 'unknown',
    cipher: standardName ?? name,
    ...keyExchange(socket),
    chain: chainCode(socket),
    certificates: sentChain(socket.getPeerX509Certificate()).map(factsOf),
  };
}

/** Node sets `authorizationError` to the code, whatever its declared type says. */
function chainCode(socket: TLSSocket): string {
  const error: unknown = socket.authorizationError;
  if (error === undefined || error === null) return 'ok';
  const code = error instanceof Error && 'code' in error ? error.code : error;
  return escapeText(String(code), 100);
}

/** Empty where the key was sent under the certificate's own (TLS 1.2 and `TLS_RSA_…`). */
function keyExchange(socket: TLSSocket): Pick<TlsFacts, 'keyExchange'> {
  // Its declared type holds for servers' sockets too, and lacks the fields.
  const told = socket.getEphemeralKeyInfo() as Readonly<{
    type?: string;
    name?: string;
    size?: number;
  }> | null;
  if (told?.type === undefined) return {};
  const { type, name, size } = told;
  return {
    keyExchange: { type, ...(name !== undefined && { name }), ...(size !== undefined && { bits: size }) },
  };
}

/** Node links the certificates in the order in which they came, repeats and strangers too; a test holds it to that. */
function sentChain(leaf: X509Certificate | undefined): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let next = leaf; next && chain.length < CHAIN_MAX; next = next.issuerCertificate) chain.push(next);
  return chain;
}

/** Certificates whose facts are known: the same servers show the same ones again and again. */
const KNOWN_MAX = 1_000;
const known = new Map<string, CertificateFacts>();

/** All that is told of a certificate lies in its bytes, and nobody makes two with the same SHA-256. */
function factsOf(certificate: X509Certificate): CertificateFacts {
  const key = certificate.fingerprint256;
  const facts = known.get(key) ?? toCertificateFacts(certificate);
  // The one that was asked for last goes last.
  known.delete(key);
  known.set(key, facts);
  const [oldest] = known.keys();
  if (known.size > KNOWN_MAX && oldest !== undefined) known.delete(oldest);
  return facts;
}

function toCertificateFacts(certificate: X509Certificate): CertificateFacts {
  const commonName = firstCommonName(certificate);
  const { signatureAlgorithm, extensions } = readDer(certificate.raw);
  const purposes = certificate.keyUsage?.map((purpose) => PURPOSES[purpose] ?? escapeText(purpose, 100));
  return {
    subject: distinguishedName(certificate.subject),
    ...(commonName !== undefined && { commonName: escapeText(commonName, NAME_LENGTH) }),
    issuer: distinguishedName(certificate.issuer),
    subjectAlternativeNames: alternativeNames(certificate.subjectAltName ?? ''),
    validFrom: isoTime(certificate.validFrom),
    validTo: isoTime(certificate.validTo),
    ...keyFacts(certificate),
    ...(signatureAlgorithm !== undefined && { signatureAlgorithm }),
    ...(purposes && { purposes: purposes.slice(0, NAMES_MAX) }),
    ...(certificate.infoAccess && { issuerUrls: issuerUrls(certificate.infoAccess) }),
    ...(extensions.includes(TIMESTAMPS) && { publiclyLogged: true }),
    fingerprint256: certificate.fingerprint256,
    serialNumber: certificate.serialNumber,
    selfSigned: isSelfSigned(certificate),
    ...tlsaHashes(certificate),
  };
}

/** What a TLSA record would have to hold (RFC 6698); absent where OpenSSL can't read the key. */
function tlsaHashes(certificate: X509Certificate): Pick<CertificateFacts, 'tlsaHashes'> {
  const hash = (name: 'sha256' | 'sha512', bytes: Buffer): string =>
    createHash(name).update(bytes).digest('hex');
  try {
    const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
    return {
      tlsaHashes: {
        certificateSha256: hash('sha256', certificate.raw),
        certificateSha512: hash('sha512', certificate.raw),
        publicKeySha256: hash('sha256', key),
        publicKeySha512: hash('sha512', key),
      },
    };
  } catch {
    return {};
  }
}

/** Node writes one attribute a line; an empty name is undefined, whatever its declared type says. */
const distinguishedName = (name: string | undefined): string =>
  escapeText((name ?? '').replaceAll('\n', ', '), NAME_LENGTH);

function firstCommonName(certificate: X509Certificate): string | undefined {
  const name: unknown = certificate.toLegacyObject().subject?.CN;
  const first: unknown = Array.isArray(name) ? name[0] : name;
  return typeof first === 'string' ? first : undefined;
}

/**
 * Node's `DNS:a, IP Address:192.0.2.1, DNS:"odd\u002c name"` → DNS names, then addresses. Names with characters
 * that could fake a second entry come as JSON strings (CVE-2021-44532).
 */
function alternativeNames(text: string): string[] {
  const entries = [...text.matchAll(/(DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/g)];
  const named = (kind: string): string[] =>
    entries.filter(([, entryKind]) => entryKind === kind).map(([, , value]) => unquote(value ?? ''));
  return [...named('DNS'), ...named('IP Address').map((address) => `IP:${address}`)]
    .slice(0, NAMES_MAX)
    .map((name) => escapeText(name, NAME_LENGTH));
}

/** Node's `CA Issuers - URI:http://…`, one a line. Nobody ever fetches them. */
const issuerUrls = (text: string): string[] =>
  [...text.matchAll(/^CA Issuers - URI:(.*)$/gm)]
    .slice(0, URLS_MAX)
    .map(([, url]) => escapeText(unquote(url ?? ''), NAME_LENGTH));

function unquote(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

function isoTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? escapeText(text, 40) : time.toISOString();
}

/** Some keys (an unknown curve, a broken one) can't be read by OpenSSL; the rest of the facts still can. */
function keyFacts(certificate: X509Certificate): Pick<CertificateFacts, 'keyType' | 'keyBits' | 'keyCurve'> {
  try {
    const { asymmetricKeyType = 'unknown', asymmetricKeyDetails } = certificate.publicKey;
    const { modulusLength, namedCurve } = asymmetricKeyDetails ?? {};
    // Curves carry their size in their name: prime256v1, secp384r1, brainpoolP512r1, sect283k1.
    const [curveBits] = /\d{3}/.exec(namedCurve ?? '') ?? [];
    const keyBits = modulusLength ?? (curveBits ? Number(curveBits) : EDWARDS_BITS[asymmetricKeyType]);
    return {
      keyType: asymmetricKeyType,
      ...(keyBits !== undefined && { keyBits }),
      ...(namedCurve !== undefined && { keyCurve: namedCurve }),
    };
  } catch {
    return { keyType: 'unknown' };
  }
}

function isSelfSigned(certificate: X509Certificate): boolean {
  try {
    return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}
