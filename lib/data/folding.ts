// How text is searched: alike on both engines, so folded here and not by the database.
import { foldName } from '../mailflow/fold-name';

/** LIKE's wild cards and its escape, and letters that folded text never holds, as NFKC has turned them into the former. */
const WILD_CARDS: Readonly<Record<string, string>> = { '%': '％', _: '＿', '\\': '＼' };

/** Text for a substring search with LIKE: folded, and with nothing that LIKE would read as a wild card. */
export const foldForSearch = (text: string): string =>
  foldName(text).replace(/[%_\\]/g, (letter) => WILD_CARDS[letter] ?? letter);
