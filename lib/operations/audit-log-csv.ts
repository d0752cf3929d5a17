// A line of a CSV file (RFC 4180), safe to open in a spreadsheet.

/** The cells joined and ended by CRLF; quoted where they have to be. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/**
 * A cell that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, CSV injection); the
 * full-width letters are read as the others by some.
 */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
