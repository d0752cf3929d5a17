// Puts in order what a server sent as its certificate chain. Nothing is verified: whether a chain is trusted is a fact
// of the handshake; here it is only who names whom as issuer.
import type { CertificateFacts } from './observation';

export type SentChain = Readonly<{
  /** From the leaf up, as far as the server sent each one's issuer. */
  path: readonly CertificateFacts[];
  /** Sent beside it: repeats, and what is not above the leaf. */
  extras: readonly CertificateFacts[];
  /** Each one follows the one that it certifies (RFC 5246 section 7.4.2; RFC 8446 section 4.4.2 forgives it). */
  isOrdered: boolean;
  /** The path ends in a certificate that issued itself. */
  endsInRoot: boolean;
}>;

/** The chain among `sent`, whose first is the leaf. */
export function readChain(sent: readonly CertificateFacts[]): SentChain {
  const path: CertificateFacts[] = [];
  let next = sent[0];
  while (next) {
    path.push(next);
    next = next.selfSigned ? undefined : issuerOf(next, sent, path);
  }
  return {
    path,
    extras: sent.filter((each) => !path.includes(each)),
    isOrdered: path.every((each, index) => each === sent[index]),
    endsInRoot: path.at(-1)?.selfSigned ?? false,
  };
}

const issuerOf = (
  { issuer }: CertificateFacts,
  sent: readonly CertificateFacts[],
  path: readonly CertificateFacts[],
): CertificateFacts | undefined =>
  sent.find(
    ({ subject, fingerprint256 }) =>
      subject === issuer && !path.some((above) => above.fingerprint256 === fingerprint256),
  );
