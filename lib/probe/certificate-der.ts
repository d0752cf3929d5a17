// Reads from a certificate's DER what Node 20 keeps to itself: who signed how, and which extensions there are.
// Refuses nothing: what it can't read gives no fact. OpenSSL has parsed these bytes before and wrote them anew.

/** Signature algorithms by object identifier, as OpenSSL names them. */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.10040.4.3': 'dsaWithSHA1',
  '2.16.840.1.101.3.4.3.2': 'dsa_with_SHA256',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'ED25519',
  '1.3.101.113': 'ED448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};
const RSASSA_PSS = '1.2.840.113549.1.1.10';
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const OBJECT_IDENTIFIER = 0x06;
/** The tags of `[0]` and `[3]`, constructed. */
const CONTEXT_0 = 0xa0;
const CONTEXT_3 = 0xa3;

export type DerFacts = Readonly<{
  /** As OpenSSL names it, the identifier itself where it has no name; `rsassaPss (sha256)` with its hash. */
  signatureAlgorithm?: string;
  /** Object identifiers. */
  extensions: readonly string[];
}>;

/** What `der`, one X.509 certificate (RFC 5280 section 4.1), says. */
export function readDer(der: Uint8Array): DerFacts {
  const [certificate] = elementsOf(der);
  const [body, signature] = elementsOf(certificate?.content);
  const signatureAlgorithm = algorithmName(signature?.content);
  const wrapped = elementsOf(body?.content).find(({ tag }) => tag === CONTEXT_3);
  const [list] = elementsOf(wrapped?.content);
  const extensions = elementsOf(list?.content).flatMap(({ content }) => identifierOf(content) ?? []);
  return { ...(signatureAlgorithm !== undefined && { signatureAlgorithm }), extensions };
}

function algorithmName(sequence: Uint8Array | undefined): string | undefined {
  const identifier = identifierOf(sequence);
  if (identifier !== RSASSA_PSS) return SIGNATURES[identifier ?? ''] ?? identifier;
  const [, parameters] = elementsOf(sequence);
  const hash = elementsOf(parameters?.content).find(({ tag }) => tag === CONTEXT_0);
  const [algorithm] = elementsOf(hash?.content);
  // RFC 4055 section 3.1: SHA-1 where none is named.
  const named = hash ? (identifierOf(algorithm?.content) ?? '') : '1.3.14.3.2.26';
  return `rsassaPss (${HASHES[named] ?? named})`;
}

/** The object identifier that a sequence begins with. */
function identifierOf(sequence: Uint8Array | undefined): string | undefined {
  const [first] = elementsOf(sequence);
  if (first?.tag !== OBJECT_IDENTIFIER) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of first.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [joint = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(joint / 40));
  return [root, joint - root * 40, ...rest].join('.');
}

type Element = Readonly<{ tag: number; content: Uint8Array }>;

/** The elements that stand one behind the other in `bytes`, up to the first that can't be read. */
function elementsOf(bytes: Uint8Array = new Uint8Array()): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const [tag = 0, first = 0] = bytes.subarray(at, at + 2);
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const start = at + 2 + lengthBytes;
    const length =
      lengthBytes === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
    if (lengthBytes > 4 || start + length > bytes.length) break;
    elements.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return elements;
}
