// Reads MTA-STS records and policies (RFC 8461), and says whether a policy names a mail server. Pure; refuses what senders
// must ignore, so that a policy read here is one that they would keep.
import type { MtaStsPolicy } from './observation';

/** About a year: the most that a sender may keep a policy. */
const MAX_AGE_MAX = 31_557_600;
const PATTERNS_MAX = 100;
const MODES: readonly MtaStsPolicy['mode'][] = ['enforce', 'testing', 'none'];

/** True for a TXT record that begins as one of MTA-STS does, in order or not. */
export const isMtaStsRecord = (text: string): boolean => /^v\s*=\s*STSv1\s*(;|$)/.test(text);

/** True where senders would follow it: it has an id of 1 to 32 letters and digits (section 3.1). */
export const isWholeMtaStsRecord = (text: string): boolean =>
  isMtaStsRecord(text) && text.split(';').some((field) => /^\s*id\s*=\s*[A-Za-z0-9]{1,32}\s*$/.test(field));

const PATTERN = /^(\*\.)?[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*\.?$/;

/** The policy in `text`, or undefined where it is none. A key that comes twice counts once, except `mx`. */
export function parseMtaStsPolicy(text: string): MtaStsPolicy | undefined {
  const fields = text.split(/\r?\n/).flatMap((line) => {
    const [, key = '', value = ''] = /^([A-Za-z0-9_.-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    return key ? [{ key, value }] : [];
  });
  const first = (wanted: string): string | undefined => fields.find(({ key }) => key === wanted)?.value;
  const mode = MODES.find((each) => each === first('mode'));
  const maxAge = first('max_age') ?? '';
  const mx = fields.flatMap(({ key, value }) => (key === 'mx' ? [value.toLowerCase()] : []));
  const isRead =
    first('version') === 'STSv1' &&
    mode !== undefined &&
    /^\d{1,10}$/.test(maxAge) &&
    Number(maxAge) <= MAX_AGE_MAX &&
    (mx.length > 0 || mode === 'none') &&
    mx.every((pattern) => pattern.length <= 255 && PATTERN.test(pattern));
  return isRead
    ? { mode, mx: mx.slice(0, PATTERNS_MAX).map(trimDot), maxAgeSeconds: Number(maxAge) }
    : undefined;
}

/** True where a pattern is the server's name, or `*.` before all of it but its first label (section 4.1). */
export function policyNames({ mx }: MtaStsPolicy, server: string): boolean {
  const name = trimDot(server.toLowerCase());
  const above = name.slice(name.indexOf('.'));
  return mx.some((pattern) => pattern === name || (above.startsWith('.') && pattern === `*${above}`));
}

const trimDot = (name: string): string => name.replace(/\.$/, '');
