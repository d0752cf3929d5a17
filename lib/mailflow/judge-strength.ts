// How strong a handshake is: signatures and keys of the chain, the key exchange, the cipher. Opinion of the day (2026),
// one row each, apart from whether the chain is trusted.
import type { Note } from './judge-note';
import type { CertificateFacts, TlsFacts } from './observation';
import type { SentChain } from './sent-chain';

/** MD2, MD5 and SHA-1 in OpenSSL's names, of RSA, DSA, ECDSA and RSASSA-PSS. */
const WEAK_SIGNATURE = /md[25]|sha-?1(?!\d)/i;

/** The least bits by type of key: the CA/Browser Forum's Baseline Requirements, section 6.1.5. */
const LEAST_BITS: Readonly<Record<string, number>> = { rsa: 2_048, 'rsa-pss': 2_048, dsa: 2_048, ec: 256 };
/** Finite fields: RFC 9325 section 4.1. */
const DH_BITS = 2_048;

/** Certificates whose own signature is relied on and weak: a root is trusted without its signature. */
export const weaklySigned = ({ path }: SentChain): readonly CertificateFacts[] =>
  path.filter(
    ({ selfSigned, signatureAlgorithm }) => !selfSigned && WEAK_SIGNATURE.test(signatureAlgorithm ?? ''),
  );

/** Keys and the key exchange. `chain` is the server's, `tls` the handshake in which it was sent. */
export function judgeStrength({ keyExchange, cipher }: TlsFacts, chain: SentChain): Note[] {
  const dhBits = keyExchange?.type === 'DH' ? keyExchange.bits : undefined;
  return [
    ...chain.path.flatMap(judgeKey),
    ...(dhBits !== undefined && dhBits < DH_BITS
      ? [{ code: 'weakKeyExchange', params: { bits: dhBits } } as const]
      : []),
    // TLS 1.2 names of suites in which the key travels under the certificate's own: RFC 9325 section 4.1.
    ...(cipher.startsWith('TLS_RSA_') ? [{ code: 'noForwardSecrecy', params: { cipher } } as const] : []),
  ];
}

function judgeKey({ keyType, keyBits, subject }: CertificateFacts, index: number): Note[] {
  const least = LEAST_BITS[keyType];
  if (least === undefined || keyBits === undefined || keyBits >= least) return [];
  const whose = index === 0 ? 'leaf' : 'above';
  return [{ code: 'weakKey', params: { whose, subject, type: keyType.toUpperCase(), bits: keyBits, least } }];
}
