// Reads a fully qualified host name. Refuses whatever a resolver or another program might read differently.
import { type Parsed, parsed, refused } from './finding';

/** RFC 1035 section 2.3.4: 255 octets on the wire are 253 characters of text. */
export const HOST_NAME_MAX = 253;
const LABEL_MAX = 63;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const HARMLESS_EDGE = /^[ \t]+|[ \t]+$/g;

/** True for characters that have no place in a name: controls, line breaks, zero-width and bidi marks, soft hyphens. */
export const hasControlCharacters = (text: string): boolean => CONTROL.test(text);

const EACH_CONTROL = new RegExp(CONTROL, 'g');
export const withoutControlCharacters = (text: string): string => text.replace(EACH_CONTROL, '');

/** Cuts blanks and tabs off both ends, and nothing else: a line break inside a field must not vanish unseen. */
export const trimBlanks = (text: string): string => text.replace(HARMLESS_EDGE, '');

/**
 * Text → host name in lower-case ASCII without trailing dot (IDN by UTS 46), of two labels at least.
 * Refuses underscores (RFC 1123 section 2.1), single labels, and names that end in a number, because
 * resolvers read `127.1` or `0x7f.1` as addresses.
 */
export function parseHostName(text: string): Parsed<string> {
  const trimmed = trimBlanks(text);
  if (trimmed === '') return refused('host.required');
  const shown = { value: trimmed.slice(0, 80) };
  if (hasControlCharacters(trimmed)) return refused('host.controlCharacters');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) return refused('host.url', shown);
  if (/\s/.test(trimmed)) return refused('host.spaces', shown);
  if (trimmed.includes('@')) return refused('host.email', shown);
  if (trimmed.includes('*')) return refused('host.wildcard', shown);
  if (trimmed.includes('_')) return refused('host.underscore', shown);
  const ascii = toAscii(trimmed);
  if (ascii === undefined) return refused('host.characters', shown);
  return checkLabels(ascii.endsWith('.') ? ascii.slice(0, -1) : ascii, shown);
}

function checkLabels(name: string, shown: { value: string }): Parsed<string> {
  if (name.length > HOST_NAME_MAX) return refused('host.tooLong', { max: HOST_NAME_MAX });
  const labels = name.split('.');
  if (labels.some((label) => label === '')) return refused('host.emptyLabel', shown);
  const long = labels.find((label) => label.length > LABEL_MAX);
  if (long) return refused('host.labelTooLong', { value: `${long.slice(0, 20)}…`, max: LABEL_MAX });
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-')))
    return refused('host.hyphen', shown);
  if (/^(\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return refused('host.ambiguousAddress', shown);
  if (labels.length < 2) return refused('host.notQualified', shown);
  return parsed(name);
}

/** Lower-case ASCII, or undefined where the text can't be a name. Only names beyond ASCII go through UTS 46. */
function toAscii(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (/^[a-z0-9.-]+$/.test(lower)) return lower;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII, control characters and all.
  if (/[\u0000-\u007f]/.test(lower.replace(/[a-z0-9.-]/g, ''))) return undefined;
  try {
    const name = new URL(`http://${lower}/`).hostname;
    return /^[a-z0-9.-]+$/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
