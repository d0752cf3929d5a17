// What a certificate means for a connector: each flaw by itself, since a chain check names only the first.
import type { Note } from './judge-note';
import type { CertificateFacts, TlsFacts } from './observation';
import type { SmartHost } from './smart-host';
import { coversDomain, coversHost, dnsNames } from './tls-demand';
import type { TlsPolicy } from './tls-policy';
import type { VerdictCode } from './verdict-codes';

const DAY_MS = 86_400_000;
const WARN_DAYS = 30;
const NAMES_SHOWN = 6;

/** Chain errors as Node and OpenSSL name them; expiry is told by the dates, which say more. */
const CHAIN: Readonly<Record<string, VerdictCode>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'caNotTrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'issuerUnknown',
  UNABLE_TO_GET_ISSUER_CERT: 'issuerUnknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'issuerUnknown',
  INVALID_PURPOSE: 'wrongPurpose',
  CERT_HAS_EXPIRED: 'chainExpired',
  CERT_NOT_YET_VALID: 'chainExpired',
  // What OpenSSL says of a SHA-1 signature.
  UNSPECIFIED: 'weakSignature',
  CERT_SIGNATURE_FAILURE: 'weakSignature',
};

/** Everything noteworthy about a handshake that was made, heaviest first. */
export function judgeTls(tls: TlsFacts, policy: TlsPolicy, host: SmartHost, now: Date): Note[] {
  const [leaf] = tls.certificates;
  const matters = policy.level === 'certificateValidation' || policy.level === 'domainValidation';
  if (!leaf) return [{ code: 'chainInvalid', params: { detail: tls.chain }, matters }];
  const dates = judgeDates(leaf, matters, now);
  const isDated = dates.some(({ code }) => code !== 'certificateExpiresSoon');
  return [
    ...dates,
    ...judgeChain(tls.chain, leaf, isDated).map((note) => ({ ...note, matters })),
    ...judgeName(leaf, policy, host),
    ...judgeKey(leaf),
  ];
}

function judgeDates(leaf: CertificateFacts, matters: boolean, now: Date): Note[] {
  const days = (iso: string): number => Math.floor((Date.parse(iso) - now.getTime()) / DAY_MS);
  const left = days(leaf.validTo);
  if (Date.parse(leaf.validFrom) > now.getTime())
    return [{ code: 'certificateNotYetValid', params: { date: leaf.validFrom }, matters }];
  if (Date.parse(leaf.validTo) < now.getTime())
    return [{ code: 'certificateExpired', params: { date: leaf.validTo, days: -left - 1 }, matters }];
  if (left >= WARN_DAYS) return [];
  return [{ code: 'certificateExpiresSoon', params: { date: leaf.validTo, days: left }, matters }];
}

function judgeChain(chain: string, { issuer }: CertificateFacts, isDated: boolean): Note[] {
  if (chain === 'ok') return [];
  const code = CHAIN[chain] ?? 'chainInvalid';
  // The leaf's own dates explain it already; only those of a certificate above it are news.
  if (code === 'chainExpired' && isDated) return [];
  return [{ code, params: { issuer, detail: chain } }];
}

/** Exchange Online compares names with TlsDomain only; another name than the host's is worth a word all the same. */
function judgeName(leaf: CertificateFacts, policy: TlsPolicy, host: SmartHost): Note[] {
  const names = namesText(leaf);
  if (policy.level === 'domainValidation') {
    const { domain } = policy;
    return coversDomain(leaf, domain) ? [] : [{ code: 'tlsDomainMismatch', params: { domain, names } }];
  }
  if (host.kind !== 'name' || coversHost(leaf, host.host)) return [];
  const matters = policy.level === 'certificateValidation';
  return [{ code: 'hostNameMismatch', params: { name: host.host, names }, matters }];
}

function judgeKey({ keyType, keyBits }: CertificateFacts): Note[] {
  const isWeak = keyBits !== undefined && keyType.startsWith('rsa') && keyBits < 2_048;
  return isWeak ? [{ code: 'weakKey', params: { bits: keyBits } }] : [];
}

function namesText(leaf: CertificateFacts): string {
  const names = [...dnsNames(leaf), ...leaf.subjectAlternativeNames.filter((name) => name.startsWith('IP:'))];
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown}, …` : shown || '-';
}
