// Encoded words (RFC 2047) → what they spell: `=?utf-8?Q?Citt=C3=A0?=`. Anything else is left as it stands.

/** Charset, encoding, text. A word has at most 75 characters; some programs write longer ones. */
const WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^? ]{0,400})\?=/gi;
/** Blanks between two encoded words only kept them apart (section 6.2). */
const BETWEEN = /(\?=) {1,8}(?==\?[\w.:+-]{1,40}\?[bq]\?)/gi;

/** A word in a charset that is not known, or that is cut off, stays as it was written. */
export const decodeWords = (text: string): string =>
  text.replace(BETWEEN, '$1').replace(WORD, (word, charset: string, encoding: string, coded: string) => {
    try {
      const bytes = encoding.toLowerCase() === 'b' ? fromBase64(coded) : fromQuoted(coded);
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      return word;
    }
  });

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const fromQuoted = (text: string): Uint8Array =>
  Uint8Array.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    (char) => char.charCodeAt(0),
  );
