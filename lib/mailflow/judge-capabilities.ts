// What a server's EHLO answers say when held beside each other, before and after TLS, and of the size of mail it takes.
import { toFinding } from './judge-note';
import type { Observation } from './observation';
import type { VerdictFinding } from './verdict';

/** What a mailbox of Exchange Online may send unless somebody changed it: 35 MB. */
const EXCHANGE_SEND_BYTES = 36_700_160;
const MEGABYTE = 1_048_576;

/** These come and go with TLS by their nature, or say nothing about mail. */
const TIED_TO_TLS: ReadonlySet<string> = new Set([
  'STARTTLS',
  'AUTH',
  'REQUIRETLS',
  'HELP',
  'XCLIENT',
  'SIZE',
]);

/** Findings about the EHLO answers of one visit; the last connection counts. */
export function judgeCapabilities(stages: readonly Observation[]): VerdictFinding[] {
  const before = stages.findLast(({ stage, failure }) => stage === 'ehlo' && !failure);
  const after = stages.findLast(({ stage, failure }) => stage === 'ehloAfterTls' && !failure);
  const last = after ?? before;
  return [...(before && after ? judgeDifference(before, after) : []), ...(last ? judgeSize(last) : [])];
}

const words = ({ capabilities }: Observation): string[] =>
  (capabilities ?? []).map((line) => (line.trim().split(/[ =]/)[0] ?? '').toUpperCase());

/** RFC 3207 section 4.2: STARTTLS must not be offered once TLS is on. */
function judgeDifference(before: Observation, after: Observation): VerdictFinding[] {
  const [first, second] = [words(before), words(after)];
  const missing = (from: string[], those: string[]): string =>
    from.filter((word) => word !== '' && !TIED_TO_TLS.has(word) && !those.includes(word)).join(', ') || '-';
  const [gone, added] = [missing(first, second), missing(second, first)];
  return [
    ...(second.includes('STARTTLS') ? [toFinding({ code: 'starttlsAfterTls' }, after)] : []),
    ...(gone === '-' && added === '-'
      ? []
      : [toFinding({ code: 'capabilitiesDiffer', params: { gone, added } }, after)]),
  ];
}

/** RFC 1870 section 4: zero, or no number, stands for no limit. */
function judgeSize(at: Observation): VerdictFinding[] {
  const sizes = (at.capabilities ?? []).flatMap(
    (line) => /^SIZE[ =](\d{1,15})$/i.exec(line.trim())?.[1] ?? [],
  );
  const bytes = Number(sizes[0] ?? 0);
  if (bytes === 0 || bytes >= EXCHANGE_SEND_BYTES) return [];
  const megabytes = Math.floor((10 * bytes) / MEGABYTE) / 10;
  return [toFinding({ code: 'sizeLimit', params: { megabytes } }, at)];
}
