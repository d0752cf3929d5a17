// Several addresses in one text, as people paste them. Parts them and reads none: what can't be read stays as it is.

/** What may hold separators of its own: a quoted part, an address in angle brackets (a source route has commas). */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '<': '>' };
const SEPARATORS = new Set([',', ';', '\t']);

/**
 * Text → addresses in their order, repeated ones too. Lines, commas, semicolons and tabs part them, but not within
 * quotes or angle brackets, nor the comma of `Admin, Ada <ada@contoso.com>`; a line always ends an address, so that one
 * quote too many spoils no other line.
 */
export function splitRecipients(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => withNames(splitLine(line)));
}

function splitLine(line: string): string[] {
  const found: string[] = [];
  let closing: string | undefined;
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (closing === undefined && SEPARATORS.has(char)) {
      found.push(line.slice(from, at + 1));
      from = at + 1;
    } else if (closing === '"' && char === '\\') at += 1;
    else if (char === closing) closing = undefined;
    else closing ??= CLOSING[char];
  }
  const rest = line.slice(from);
  // What was never closed was no bracket.
  return found.concat(closing === undefined ? rest : rest.split(/(?<=[,;\t])/));
}

/** Pieces without their separators; a name's part before a comma stays with the bracketed address behind it. */
function withNames(pieces: readonly string[]): string[] {
  const addresses: string[] = [];
  let name = '';
  for (const [at, piece] of pieces.entries()) {
    const isName =
      piece.endsWith(',') && !piece.includes('@') && /<[^<>]*>[,;\t\s]*$/.test(pieces[at + 1] ?? '');
    if (isName && piece.trim() !== ',') name += piece;
    else {
      const address = (name + piece.replace(/[,;\t]$/, '')).trim();
      if (address !== '') addresses.push(address);
      name = '';
    }
  }
  return addresses;
}
