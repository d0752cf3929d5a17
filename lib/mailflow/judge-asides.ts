// What the look-ups beside the dialogue with a server say: PTR and TLSA. Never more than a warning: the connector's own
// path is what a validation tests, and what could not be looked up is told as just that.
import ipaddr from 'ipaddr.js';
import { type Note, toFinding } from './judge-note';
import { type AddressVisit, wasGreeted } from './judge-visit';
import type { CertificateFacts, Observation, TlsaRecord, TlsFacts } from './observation';
import type { SmartHost } from './smart-host';
import { coversHost, isInForce } from './tls-demand';
import type { VerdictFinding } from './verdict';

/** The findings about `host`'s PTR and TLSA records, each TLSA record held against what every visit was shown. */
export function judgeAsides(
  observations: readonly Observation[],
  host: SmartHost,
  visits: readonly AddressVisit[],
  now: Date,
): VerdictFinding[] {
  return observations.flatMap((at) => {
    if (at.stage === 'ptr') return judgePointers(at).map((note) => toFinding(note, at));
    return at.stage === 'tlsa' ? judgeTlsa(at, host, visits, now) : [];
  });
}

/** DNS did not say; where the run itself ended, that is told by what it was to do. */
export function unanswered({ failure }: Observation): Note[] {
  if (failure?.kind === 'dnsTimeout') return [{ code: 'lookUpUnanswered', params: { detail: 'ETIMEOUT' } }];
  if (failure?.kind === 'dnsError') return [{ code: 'lookUpUnanswered', params: { detail: failure.detail } }];
  return [];
}

const INSIDE = ['private', 'uniqueLocal', 'carrierGradeNat', 'loopback', 'linkLocal'];

/** Senders of mail need a PTR record that leads back; a server that only receives can do without. */
function judgePointers(at: Observation): Note[] {
  const { pointers, address = '' } = at;
  // Nobody on the Internet sees these, and its DNS knows nothing of them.
  if (!ipaddr.isValid(address) || INSIDE.includes(ipaddr.parse(address).range())) return [];
  if (!pointers) return unanswered(at);
  if (pointers.length === 0) return [{ code: 'ptrMissing', params: { address } }];
  if (pointers.some(({ confirmed }) => confirmed)) return [];
  if (pointers.some(({ confirmed }) => confirmed === undefined))
    return [{ code: 'lookUpUnanswered', params: { detail: 'ETIMEOUT' } }];
  return [
    { code: 'ptrUnconfirmed', params: { address, names: pointers.map(({ name }) => name).join(', ') } },
  ];
}

function judgeTlsa(
  at: Observation,
  host: SmartHost,
  visits: readonly AddressVisit[],
  now: Date,
): VerdictFinding[] {
  const { tlsa } = at;
  if (!tlsa) return unanswered(at).map((note) => toFinding(note, at));
  const { name, records, vouched } = tlsa;
  if (records.length === 0) return [];
  const params = { name, vouched: vouched ? 'yes' : 'no' };
  const usable = records.filter(isUsable);
  if (usable.length === 0) return [toFinding({ code: 'tlsaUnusable', params }, at)];
  const findings = visits.flatMap((visit) => {
    const code = judgeShown(visit, usable, host, now);
    return code ? [toFinding({ code, params }, { ...at, address: visit.address })] : [];
  });
  if (findings.length > 0 || vouched || !visits.some(tlsOf)) return findings;
  return [toFinding({ code: 'tlsaNotVouched', params }, at)];
}

/** RFC 7672 section 3.1.3: usages 0 and 1 have no meaning for SMTP. */
const isUsable = ({ usage, selector, matchingType }: TlsaRecord): boolean =>
  [2, 3].includes(usage) && [0, 1].includes(selector) && [0, 1, 2].includes(matchingType);

const tlsOf = ({ stages }: AddressVisit): TlsFacts | undefined => stages.findLast(({ tls }) => tls)?.tls;

/**
 * DANE-EE(3) asks for nothing but the leaf. DANE-TA(2) may name any certificate that was sent, and then the host's name
 * and the dates count as well (RFC 7672 sections 3.1.1 and 3.1.2).
 */
function judgeShown(
  visit: AddressVisit,
  usable: readonly TlsaRecord[],
  host: SmartHost,
  now: Date,
): 'tlsaWithoutTls' | 'tlsaMismatch' | 'tlsaNameMismatch' | undefined {
  const tls = tlsOf(visit);
  if (!tls) return wasGreeted(visit) ? 'tlsaWithoutTls' : undefined;
  const [leaf] = tls.certificates;
  // A key that OpenSSL can't read leaves nothing to compare.
  if (!leaf?.tlsaHashes) return undefined;
  const isShown = (record: TlsaRecord): boolean =>
    (record.usage === 3 ? [leaf] : tls.certificates).some((certificate) => matches(record, certificate));
  const shown = usable.filter(isShown);
  if (shown.length === 0) return 'tlsaMismatch';
  const holds =
    shown.some(({ usage }) => usage === 3) || (coversHost(leaf, host.host) && isInForce(leaf, now));
  return holds ? undefined : 'tlsaNameMismatch';
}

/** Matching type 0 is kept as its SHA-256. */
function matches({ selector, matchingType, data }: TlsaRecord, { tlsaHashes }: CertificateFacts): boolean {
  if (!tlsaHashes) return false;
  const { certificateSha256, certificateSha512, publicKeySha256, publicKeySha512 } = tlsaHashes;
  const [sha256, sha512] =
    selector === 0 ? [certificateSha256, certificateSha512] : [publicKeySha256, publicKeySha512];
  return data === (matchingType === 2 ? sha512 : sha256);
}
