// What a server of the organization's own has to know to hand its mail to Microsoft 365, read from what an admin or the console
// wrote. Refuses whatever could mean something else in a configuration file: a value is a name or a path, and no more.
import { type Finding, type Parsed, parsed, refused } from '../mailflow/finding';
import { hasControlCharacters, parseHostName, trimBlanks } from '../mailflow/host-name';

export const VALUE_NAMES = [
  'smartHost',
  'ehloName',
  'certificateFile',
  'keyFile',
  'rootsFile',
  'listenAddress',
  'domain',
] as const;
export type ValueName = (typeof VALUE_NAMES)[number];

/** A value as it stands in a file. `isGuess`: nobody said it; it is what most servers have. */
export type ServerValue = Readonly<{ name: ValueName; text: string; isGuess: boolean }>;

/** Which mail goes to Microsoft 365: all that is not for this server, or that for some domains. */
export type HandedOver = Readonly<
  { kind: 'everything' } | { kind: 'domains'; domains: readonly ServerValue[] }
>;

export type OwnServer = Readonly<{
  /** The domain's name at Microsoft 365, as in its MX record. */
  smartHost: ServerValue;
  /** What the server calls itself; the certificate should name it. */
  ehloName: ServerValue;
  /** The certificate with its chain, and its key: shown to Microsoft 365 in both directions. */
  certificateFile: ServerValue;
  keyFile: ServerValue;
  handsOver: HandedOver;
  /** Whose mail Microsoft 365 sends on to the Internet. */
  acceptedDomains: readonly ServerValue[];
}>;

/** As somebody wrote it; empty where nobody did. `guesses` names what the console made up before. */
export type OwnServerDraft = Readonly<{
  smartHost: string;
  ehloName: string;
  /** The name that the inbound connector asks of the certificate. */
  tlsCertificateName?: string;
  certificateFile?: string;
  keyFile?: string;
  handsOver: 'everything' | 'domains';
  domains: readonly string[];
  acceptedDomains: readonly string[];
  guesses: readonly ValueName[];
}>;

export type ReadOwnServer =
  | Readonly<{ ok: true; server: OwnServer }>
  | Readonly<{ ok: false; findings: readonly Finding[] }>;

/** Every field's finding at once, each with its field. */
export function readOwnServer(draft: OwnServerDraft): ReadOwnServer {
  const findings: Finding[] = [];
  const of = (field: string, name: ValueName, read: Parsed<string>, isGuess = false): ServerValue => {
    if (!read.ok) findings.push({ ...read.finding, field });
    return { name, text: read.ok ? read.value : '', isGuess: isGuess || draft.guesses.includes(name) };
  };
  const named = (field: string, name: ValueName, text: string) => of(field, name, parseHostName(text));
  const ehloName = named('ehloName', 'ehloName', draft.ehloName);
  const guessed = folderOf(certificateName(draft) ?? ehloName.text);
  const file = (field: 'certificateFile' | 'keyFile', guess: string): ServerValue => {
    const text = draft[field] ?? '';
    return text.trim() === ''
      ? { name: field, text: guess, isGuess: true }
      : of(field, field, parseFilePath(text));
  };
  const domains = draft.domains.map((text) => named('domains', 'domain', text));
  if (draft.handsOver === 'domains' && domains.length === 0)
    findings.push({ code: 'recipientDomains.required', severity: 'error', field: 'domains' });
  const server: OwnServer = {
    smartHost: named('smartHost', 'smartHost', draft.smartHost),
    ehloName,
    certificateFile: file('certificateFile', `${guessed}/fullchain.pem`),
    keyFile: file('keyFile', `${guessed}/privkey.pem`),
    handsOver: draft.handsOver === 'domains' ? { kind: 'domains', domains } : { kind: 'everything' },
    acceptedDomains: draft.acceptedDomains.map((text) => named('acceptedDomains', 'domain', text)),
  };
  return findings.length > 0 ? { ok: false, findings } : { ok: true, server };
}

/** Text → absolute path of plain letters, digits, `.`, `_` and `-`: what no program reads as anything but a path. */
export function parseFilePath(text: string): Parsed<string> {
  const trimmed = trimBlanks(text);
  if (trimmed === '') return refused('filePath.required');
  if (hasControlCharacters(trimmed)) return refused('text.controlCharacters');
  return isFilePath(trimmed) ? parsed(trimmed) : refused('filePath.shape', { value: trimmed.slice(0, 80) });
}

/** No part is `..`, none begins with a dash. */
export const isFilePath = (text: string): boolean =>
  text.length <= 255 && /^(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(text);

/** Where certbot and most others keep the certificate of a name. */
const folderOf = (name: string): string => `/etc/letsencrypt/live/${name}`;

/** A wildcard's name is no folder's. */
function certificateName({ tlsCertificateName = '' }: OwnServerDraft): string | undefined {
  const name = parseHostName(tlsCertificateName.replace(/^\*\./, ''));
  return name.ok ? name.value : undefined;
}
