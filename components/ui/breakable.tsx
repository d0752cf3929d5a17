import { Fragment } from 'react';

/** A name or an address that breaks behind its dots and its @ where it has to, and not within a word. */
export function Breakable({ text }: Readonly<{ text: string }>) {
  return text.split(/(?<=[.@])/).map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
