// What a certificate means for a connector: each flaw by itself, since a chain check names only the first.
import type { Note } from './judge-note';
import { judgeStrength, weaklySigned } from './judge-strength';
import type { CertificateFacts, TlsFacts } from './observation';
import { readChain, type SentChain } from './sent-chain';
import type { SmartHost } from './smart-host';
import { dnsNames, nameMatches } from './tls-demand';
import type { TlsPolicy } from './tls-policy';
import type { VerdictCode } from './verdict-codes';

const DAY_MS = 86_400_000;
const WARN_DAYS = 30;
const NAMES_SHOWN = 6;

/** Chain errors as Node and OpenSSL name them; expiry is told by the dates, which say more. */
const CHAIN: Readonly<Record<string, VerdictCode>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'caNotTrusted',
  INVALID_PURPOSE: 'wrongPurpose',
  CERT_HAS_EXPIRED: 'chainExpired',
  CERT_NOT_YET_VALID: 'chainExpired',
  // What OpenSSL says of a SHA-1 signature, and of keys under 1024 bits.
  UNSPECIFIED: 'weakSignature',
};
/** The issuer of the last certificate sent is not among the trusted roots: why, the facts say. */
const ISSUER_ABSENT: ReadonlySet<string> = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/** Everything noteworthy about a handshake that was made, heaviest first. */
export function judgeTls(tls: TlsFacts, policy: TlsPolicy, host: SmartHost, now: Date): Note[] {
  const [leaf] = tls.certificates;
  const matters = policy.level === 'certificateValidation' || policy.level === 'domainValidation';
  if (!leaf) return [{ code: 'chainInvalid', params: { detail: tls.chain }, matters }];
  const dates = judgeDates(leaf, matters, now);
  const isDated = dates.some(({ code }) => code !== 'certificateExpiresSoon');
  const sent = readChain(tls.certificates);
  return [
    ...dates,
    ...judgeChain(tls.chain, sent, leaf, isDated).map((note) => ({ ...note, matters })),
    ...judgeName(leaf, policy, host),
    ...(sent.isOrdered ? [] : [{ code: 'chainOrder', matters } as const]),
    ...judgeStrength(tls, sent),
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

/** OpenSSL names one error; what the facts show beside it is told as well. */
function judgeChain(chain: string, sent: SentChain, leaf: CertificateFacts, isDated: boolean): Note[] {
  const [weak] = weaklySigned(sent);
  const purposes = leaf.purposes ?? ['any'];
  const seen: Note[] = [
    ...(weak ? [weakSignature(weak, leaf)] : []),
    ...(purposes.some((purpose) => purpose === 'serverAuth' || purpose === 'any')
      ? []
      : [{ code: 'wrongPurpose', params: { purposes: purposes.join(', ') } } as const]),
  ];
  const named = chain === 'ok' ? [] : [chainNote(chain, sent, leaf)];
  // The leaf's own dates explain it already; only those of a certificate above it are news.
  const news = named.filter(
    ({ code }) => !(code === 'chainExpired' && isDated) && !seen.some((note) => note.code === code),
  );
  return [...news, ...seen];
}

function chainNote(chain: string, sent: SentChain, leaf: CertificateFacts): Note {
  if (ISSUER_ABSENT.has(chain)) return issuerAbsent(sent, leaf);
  const code = CHAIN[chain] ?? 'chainInvalid';
  if (code === 'wrongPurpose') return { code, params: { purposes: leaf.purposes?.join(', ') ?? '-' } };
  if (code === 'weakSignature') {
    // Another cause under the same name, where all signatures are known and good.
    const isOther = leaf.signatureAlgorithm !== undefined && weaklySigned(sent).length === 0;
    return isOther ? { code: 'chainInvalid', params: { detail: chain } } : weakSignature(leaf, leaf);
  }
  const issuer = code === 'caNotTrusted' ? (sent.path.at(-1)?.issuer ?? leaf.issuer) : leaf.issuer;
  return { code, params: { issuer, detail: chain } };
}

/**
 * Where a server sends its leaf alone, a private authority and a forgotten intermediate look alike to OpenSSL. Public logs
 * know only certificates of public authorities, which never issue from a root; and who says where the issuer's
 * certificate lies expects it to be looked for. AD CS says so too, but in LDAP.
 */
function issuerAbsent({ path }: SentChain, leaf: CertificateFacts): Note {
  const issuer = path.at(-1)?.issuer ?? leaf.issuer;
  if (path.length > 1) return { code: 'caNotTrusted', params: { issuer } };
  const urls = leaf.issuerUrls ?? [];
  const isPublished = urls.some((url) => /^http/i.test(url)) && !urls.some((url) => /^ldap/i.test(url));
  if (leaf.publiclyLogged) return { code: 'intermediateMissing', params: { issuer, authority: 'public' } };
  if (isPublished) return { code: 'intermediateMissing', params: { issuer, authority: 'unseen' } };
  return { code: 'issuerUnknown', params: { issuer } };
}

const weakSignature = (certificate: CertificateFacts, leaf: CertificateFacts): Note => ({
  code: 'weakSignature',
  params: {
    whose: certificate === leaf ? 'leaf' : 'above',
    subject: certificate.subject,
    algorithm: certificate.signatureAlgorithm ?? 'SHA-1',
  },
});

/** Exchange Online compares names with TlsDomain only; another name than the host's is worth a word all the same. */
function judgeName(leaf: CertificateFacts, policy: TlsPolicy, host: SmartHost): Note[] {
  const names = namesText(leaf);
  const [asked] = nameMatches(leaf, policy, host);
  if (!asked || asked.matching.length > 0) return [];
  if (asked.by === 'tlsDomain')
    return [{ code: 'tlsDomainMismatch', params: { domain: asked.wanted, names } }];
  const matters = policy.level === 'certificateValidation';
  return [{ code: 'hostNameMismatch', params: { name: asked.wanted, names }, matters }];
}

function namesText(leaf: CertificateFacts): string {
  const names = [...dnsNames(leaf), ...leaf.subjectAlternativeNames.filter((name) => name.startsWith('IP:'))];
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown}, …` : shown || '-';
}
