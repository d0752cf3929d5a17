// A text that somebody types, pastes or chooses as a file, and that stays in the browser.
import { useEffect, useState, useTransition } from 'react';
import { fileText } from '@/lib/exchange/file-text';

/** Longer texts never go into a box, which would hold up the page: they are read all the same. */
export const BOX_MAX = 100_000;
/** Far more than any reader of such texts takes; what stands behind is not even loaded. */
const FILE_MAX_BYTES = 4_000_000;

const PAUSE_MS = 120;

/** `name`: it is too long for the box, and that is what stands in its place. */
export type Pasted = Readonly<{ text: string; name?: string }>;

const NOTHING: Pasted = { text: '' };

export function usePasted() {
  const [pasted, setPasted] = useState(NOTHING);
  const [read, setRead] = useState(NOTHING.text);
  const [, start] = useTransition();
  // What is made of a long text takes longer than a key: the box follows the hand, the answer its first rest.
  useEffect(() => {
    const pause = setTimeout(() => start(() => setRead(pasted.text)), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [pasted.text]);
  const take = (text: string, name: string) =>
    setPasted(text.length > BOX_MAX ? { text, name } : { text: text.replace(/\r\n?/g, '\n') });
  return {
    pasted,
    /** The text that the answer is of. */
    read,
    type: (text: string) => setPasted({ text }),
    take,
    takeFile: async (file: File) =>
      take(fileText(new Uint8Array(await file.slice(0, FILE_MAX_BYTES).arrayBuffer())), file.name),
    clear: () => setPasted(NOTHING),
  };
}

export type PastedText = ReturnType<typeof usePasted>;
