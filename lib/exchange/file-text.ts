// A text file as PowerShell and editors on Windows write it: UTF-8, or UTF-16 of either order, with its mark or without.

/** Bytes → text without the mark. What is no valid UTF-8 comes out with replacement characters, never as an error. */
export function fileText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: a list of domains or JSON begins with an ASCII letter, so one of its two bytes is zero.
  if (second === 0 && first !== undefined) return 'utf-16le';
  return first === 0 ? 'utf-16be' : 'utf-8';
}
