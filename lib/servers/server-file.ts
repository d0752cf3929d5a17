// A configuration file in pieces, so that a page can show which of them are values and which are guesses. The one place where
// a value gets into a file; it throws where a value could say more than it should, since whoever reads values refuses those first.
import { isFilePath, type OwnServer, type ServerValue, type ValueName } from './own-server';

export type ServerToken =
  | Readonly<{ kind: 'text' | 'comment'; text: string }>
  | Readonly<{ kind: 'value'; text: string; name: ValueName; isGuess: boolean }>;

/** Where in a file the lines belong. */
export const FILE_PLACES = [
  'atTheEnd',
  'newFile',
  'beforeMailers',
  'afterLocalRules',
  'beforeGeneralRules',
  'addLines',
] as const;
export type FilePlace = (typeof FILE_PLACES)[number];

export type ServerFile = Readonly<{ path: string; place: FilePlace; tokens: readonly ServerToken[] }>;

/** What the comments in the files say. */
export const COMMENT_CODES = [
  'sending',
  'domains',
  'tlsDemand',
  'clientCertificate',
  'senders',
  'receiving',
  'postfixMaps',
  'postfixChainFiles',
  'eximElsewhere',
  'sendmailAccess',
  'opensmtpdOrder',
  'opensmtpdListen',
] as const;
export type CommentCode = (typeof COMMENT_CODES)[number];

/** The reader's language. `domains` is for `senders`. */
export type CommentWords = (code: CommentCode, params: Readonly<{ domains: string }>) => string;

export type ServerSnippet = Readonly<{
  files: readonly ServerFile[];
  /** Commands that say whether the server can read its files, and that make it use them. */
  check: readonly string[];
  apply: readonly string[];
}>;

export class UnsafeServerValue extends Error {
  override readonly name = 'UnsafeServerValue';
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;
const ADDRESS = /^[0-9.]{7,15}$/;

const isSafe = ({ name, text }: ServerValue): boolean => {
  if (name === 'listenAddress') return ADDRESS.test(text);
  return name.endsWith('File') ? isFilePath(text) : HOST_NAME.test(text);
};

/** Several values in one line, with what the file puts between them. */
export type ValueList = Readonly<{ values: readonly ServerValue[]; between: string }>;

/** A line with values in it: `` line`relayhost = [${smartHost}]:25` ``. */
export function line(
  texts: TemplateStringsArray,
  ...values: readonly (ServerValue | ValueList)[]
): ServerToken[] {
  const tokens = texts.flatMap((text, index) => [...textToken(text), ...valueTokens(values[index])]);
  return [...tokens, NEW_LINE];
}

const textToken = (text: string): ServerToken[] => (text === '' ? [] : [{ kind: 'text', text }]);

function valueTokens(given: ServerValue | ValueList | undefined): ServerToken[] {
  if (!given) return [];
  if ('values' in given)
    return given.values.flatMap((value, at) => [
      ...(at > 0 ? textToken(given.between) : []),
      ...valueTokens(value),
    ]);
  if (!isSafe(given)) throw new UnsafeServerValue(`${given.name} is ${JSON.stringify(given.text)}`);
  return [{ kind: 'value', ...given }];
}

const NEW_LINE: ServerToken = { kind: 'text', text: '\n' };

/** Comments in one file's own way of writing them: each line of the words behind `mark`. */
export const commentsOf =
  (mark: string, words: CommentWords, { acceptedDomains }: OwnServer) =>
  (code: CommentCode): ServerToken[] => {
    const domains = textOf(valueTokens({ values: acceptedDomains, between: ', ' }));
    return words(code, { domains })
      .split(/[\p{Cc}\p{Zl}\p{Zp}]+/u)
      .flatMap((text) => [{ kind: 'comment', text: `${mark} ${text.replace(/\\+$/, '')}` }, NEW_LINE]);
  };

export const textOf = (tokens: readonly ServerToken[]): string => tokens.map(({ text }) => text).join('');

/** The guesses in a snippet, each once, in the order in which a reader meets them. */
export const guessesIn = ({ files }: ServerSnippet): ServerValue[] => {
  const found = files
    .flatMap(({ tokens }) => tokens)
    .flatMap((token) => (token.kind === 'value' && token.isGuess ? [{ ...token }] : []));
  return found
    .filter(({ name, text }, at) => found.findIndex((one) => one.name === name && one.text === text) === at)
    .map(({ name, text, isGuess }) => ({ name, text, isGuess }));
};

/** Debian's and Ubuntu's; others keep their roots elsewhere. */
export const ROOTS: ServerValue = {
  name: 'rootsFile',
  text: '/etc/ssl/certs/ca-certificates.crt',
  isGuess: true,
};
