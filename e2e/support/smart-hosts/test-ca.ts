// A small certificate authority for tests and the demo: root, intermediate, and leaves good and bad in one way each.
import './reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import {
  AuthorityInfoAccessExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** What is wrong with a leaf; `valid` has nothing wrong. */
export type CertificateKind =
  | 'valid'
  | 'expired'
  | 'notYetValid'
  | 'otherName'
  | 'wildcard'
  | 'cnOnly'
  | 'selfSigned'
  | 'weakKey'
  | 'sha1'
  | 'clientOnly'
  | 'missingIntermediate'
  /** Looks like a public authority's: with timestamps of public logs, and the place of its issuer's certificate. */
  | 'publicMissingIntermediate'
  /** The root comes before the intermediate. */
  | 'wrongOrder';

/** PEM texts; `cert` holds the chain as the server sends it, the leaf first. */
export type TestCertificate = Readonly<{ key: string; cert: string }>;

export type TestCa = Readonly<{
  rootPem: string;
  /** A leaf for `names` (host names or addresses); `otherName` ignores them, `wildcard` covers the first one's siblings. */
  issue(kind: CertificateKind, names: readonly [string, ...string[]]): Promise<TestCertificate>;
  /** Writes the root for NODE_EXTRA_CA_CERTS, which Node reads once at its start. */
  writeRoot(path: string): Promise<void>;
}>;

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RSA_1024 = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 1024,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;
/** RFC 6962 section 3.3; an empty list is enough for us. */
const TIMESTAMPS = new Extension('1.3.6.1.4.1.11129.2.4.2', false, new Uint8Array([0x04, 0x02, 0x00, 0x00]));
const DAY_MS = 86_400_000;

const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

const newKeys = (algorithm: typeof EC | typeof RSA_1024): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

let cached: Promise<TestCa> | undefined;

/** The process's certificate authority, made on first use. */
export function testCa(): Promise<TestCa> {
  cached ??= createTestCa();
  return cached;
}

async function createTestCa(): Promise<TestCa> {
  const [rootKeys, intermediateKeys] = await Promise.all([newKeys(EC), newKeys(EC)]);
  const validity = { notBefore: daysFromNow(-30), notAfter: daysFromNow(365) };
  const root = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Mailspan Test Root',
    keys: rootKeys,
    ...validity,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
    signingAlgorithm: EC,
  });
  const intermediate = await X509CertificateGenerator.create({
    subject: 'CN=Mailspan Test Intermediate',
    issuer: root.subject,
    publicKey: intermediateKeys.publicKey,
    signingKey: rootKeys.privateKey,
    ...validity,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
    signingAlgorithm: EC,
  });
  return {
    rootPem: root.toString('pem'),
    issue: (kind, names) => issueLeaf(kind, names, { root, intermediate }, intermediateKeys.privateKey),
    writeRoot: (path) => writeFile(path, `${root.toString('pem')}\n`),
  };
}

async function issueLeaf(
  kind: CertificateKind,
  wanted: readonly [string, ...string[]],
  { root, intermediate }: Readonly<Record<'root' | 'intermediate', X509Certificate>>,
  signingKey: CryptoKey,
): Promise<TestCertificate> {
  const keys = await newKeys(kind === 'weakKey' ? RSA_1024 : EC);
  const names = leafNames(kind, wanted);
  const shape = { subject: `CN=${names[0]}`, ...leafValidity(kind), extensions: leafExtensions(kind, names) };
  const leaf = await X509CertificateGenerator.create({
    ...shape,
    issuer: kind === 'selfSigned' ? shape.subject : intermediate.subject,
    publicKey: keys.publicKey,
    signingKey: kind === 'selfSigned' ? keys.privateKey : signingKey,
    signingAlgorithm: kind === 'sha1' ? { ...EC, hash: 'SHA-1' } : EC,
  });
  const isAlone = ['selfSigned', 'missingIntermediate', 'publicMissingIntermediate'].includes(kind);
  const above = kind === 'wrongOrder' ? [root, intermediate] : [intermediate];
  const sent = [leaf, ...(isAlone ? [] : above)];
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
    cert: sent.map((certificate) => certificate.toString('pem')).join('\n'),
  };
}

function leafNames(kind: CertificateKind, names: readonly [string, ...string[]]): readonly string[] {
  if (kind === 'otherName') return ['other.example.test'];
  return kind === 'wildcard' ? [names[0].replace(/^[^.]+/, '*')] : names;
}

function leafValidity(kind: CertificateKind): { notBefore: Date; notAfter: Date } {
  if (kind === 'expired') return { notBefore: daysFromNow(-20), notAfter: daysFromNow(-2) };
  if (kind === 'notYetValid') return { notBefore: daysFromNow(2), notAfter: daysFromNow(90) };
  return { notBefore: daysFromNow(-1), notAfter: daysFromNow(90) };
}

function leafExtensions(kind: CertificateKind, names: readonly string[]): Extension[] {
  const purpose = new ExtendedKeyUsageExtension([
    kind === 'clientOnly' ? ExtendedKeyUsage.clientAuth : ExtendedKeyUsage.serverAuth,
  ]);
  if (kind === 'cnOnly') return [purpose];
  const entries = names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }) as const);
  const logged = [
    new AuthorityInfoAccessExtension({ caIssuers: ['http://ca.test/intermediate.cer'] }),
    TIMESTAMPS,
  ];
  return [
    purpose,
    new SubjectAlternativeNameExtension(entries),
    ...(kind === 'publicMissingIntermediate' ? logged : []),
  ];
}
