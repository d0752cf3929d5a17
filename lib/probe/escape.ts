// Makes text from the wire safe to store, to log and to show: printable ASCII only, and bounded.

/** What ends a text that was cut. */
const CUT = '...';

/**
 * Untrusted text or bytes → printable ASCII of at most `maxLength` characters. Control characters and bytes
 * up to 0xff become `\xNN`, other characters (bidi marks, emoji, lone surrogates) `\u{N}`. Bytes are read one
 * by one: a server's charset is anybody's guess. An escape is never cut in half.
 */
export function escapeText(text: string | Uint8Array, maxLength: number): string {
  const characters = typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
  let escaped = '';
  let lengthWithRoom = 0;
  for (const character of characters) {
    const next = escapeCharacter(character);
    if (escaped.length + next.length > maxLength)
      return escaped.slice(0, lengthWithRoom) + cutMark(maxLength);
    escaped += next;
    if (escaped.length <= maxLength - CUT.length) lengthWithRoom = escaped.length;
  }
  return escaped;
}

const cutMark = (maxLength: number): string => CUT.slice(0, maxLength);

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return character;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
