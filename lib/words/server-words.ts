// What there is to say of an own server's configuration, by a translator of the reader's language; the comments in the files too.
import type { useTranslations } from 'next-intl';
import type { ServerValue } from '../servers/own-server';
import type { CommentWords, FilePlace } from '../servers/server-file';
import type { ServerProgram } from '../servers/server-snippet';

/** `t` speaks the words of `servers`. */
export const serverWords = (t: ReturnType<typeof useTranslations<'servers'>>) => {
  const comment: CommentWords = (code, params) => t(`comment.${code}`, params);
  return {
    program: (program: ServerProgram): string => t(`program.${program}`),
    /** Where the lines of a file belong. */
    place: (place: FilePlace): string => t(`place.${place}`),
    comment,
    /** Why a value is a guess, and where the right one is found. */
    guess: ({ name, text }: ServerValue): string => t(`guess.${name}`, { value: text }),
  };
};
