// Says which certificate authorities a validation trusts, for the report.
import { rootCertificates } from 'node:tls';

/** `bundled`: roots that come with Node (Mozilla's list). `extraFile`: what NODE_EXTRA_CA_CERTS adds. */
export type TrustedRoots = Readonly<{ bundled: number; extraFile?: string }>;

/** The roots in force in this process; Node reads NODE_EXTRA_CA_CERTS once, at its start. */
export function trustedRoots(): TrustedRoots {
  const extraFile = process.env.NODE_EXTRA_CA_CERTS;
  return { bundled: rootCertificates.length, ...(extraFile && { extraFile }) };
}
