// What two handshakes with the same server show otherwise: certificate, its trust, version, cipher.
import type { VisitStages } from './compare-visits';
import type { CertificateFacts, TlsFacts } from './observation';
import type { RunDifference } from './run-difference';

type Difference = Omit<RunDifference, 'host' | 'address'>;

/** The differences between the handshakes of two visits; none where either had none. */
export function compareTls(before: VisitStages, after: VisitStages): Difference[] {
  const [was, is] = [tlsOf(before), tlsOf(after)];
  if (!was || !is) return [];
  return [
    ...trust(was, is),
    ...certificates(was, is),
    ...changed('tlsVersion', was, is, ({ version }) => version),
  ]
    .concat(changed('cipher', was, is, ({ cipher }) => cipher))
    .map((each) => ({ ...each, stage: 'tls' as const }));
}

const tlsOf = (visit: VisitStages): TlsFacts | undefined => visit.get('tls ')?.tls;

function trust({ chain: from }: TlsFacts, { chain: to }: TlsFacts): Difference[] {
  if (from === to) return [];
  if (to === 'ok')
    return [{ code: 'certificateTrust', tone: 'better', params: { from, to, trusted: 'yes' } }];
  const wasTrusted = from === 'ok';
  const params = { from, to, trusted: wasTrusted ? 'no' : 'still' };
  return [{ code: 'certificateTrust', tone: wasTrusted ? 'worse' : 'neutral', params }];
}

function certificates({ certificates: [was] }: TlsFacts, { certificates: [is] }: TlsFacts): Difference[] {
  if (!was || !is || was.fingerprint256 === is.fingerprint256) return [];
  const isRenewal = namesOf(was) === namesOf(is) && Date.parse(is.validTo) > Date.parse(was.validTo);
  const params = { from: was.validTo, to: is.validTo, issuer: is.issuer, subject: is.subject };
  return [
    isRenewal
      ? { code: 'certificateRenewed', tone: 'better', params }
      : { code: 'certificateReplaced', tone: 'neutral', params },
    ...changed('certificateIssuer', was, is, ({ issuer }) => issuer),
    ...changed('certificateNames', was, is, namesOf),
    ...changed('certificateKey', was, is, keyOf),
  ];
}

/** In any order, as they are the same names. */
const namesOf = ({ subjectAlternativeNames, commonName, subject }: CertificateFacts): string =>
  subjectAlternativeNames.length > 0
    ? [...subjectAlternativeNames].sort().join(', ')
    : (commonName ?? subject);

const keyOf = ({ keyType, keyBits }: CertificateFacts): string =>
  `${keyType.toUpperCase()}${keyBits === undefined ? '' : ` ${keyBits}`}`;

function changed<T>(code: Difference['code'], before: T, after: T, read: (side: T) => string): Difference[] {
  const [from, to] = [read(before), read(after)];
  return from === to ? [] : [{ code, tone: 'neutral', params: { from, to } }];
}
