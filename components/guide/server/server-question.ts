// What the own server's page is about, as its URL spells it. Pure, so that links can write what the page reads. Refuses nothing:
// the form says what is wrong with a value.
import type { RawQuery } from '@/lib/operations/connector-list-query';
import type { KnownServer } from '@/lib/servers/known-server';
import type { OwnServerDraft, ValueName } from '@/lib/servers/own-server';
import { SERVER_PROGRAMS, type ServerProgram } from '@/lib/servers/server-snippet';

export const OWN_PROGRAMS = ['exchange', ...SERVER_PROGRAMS] as const;
export type OwnProgram = 'exchange' | ServerProgram;

/** As typed; a field is absent where nobody typed anything, and then has what the set-up tells. */
export type ServerQuestion = Readonly<{
  program: OwnProgram;
  handsOver: 'everything' | 'domains';
  typed: Readonly<Partial<Record<TypedField, string>>>;
}>;
export const TYPED_FIELDS = ['smartHost', 'ehloName', 'certificateFile', 'keyFile', 'domains'] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

const TEXT_MAX = 2_000;
const PATH = '/guide/server';

export function readServerQuestion(query: RawQuery): ServerQuestion {
  const first = (key: string): string | undefined => [query[key] ?? []].flat()[0]?.slice(0, TEXT_MAX);
  const program = first('program');
  const typed = TYPED_FIELDS.flatMap((field) => {
    const text = first(field);
    return text === undefined ? [] : [[field, text]];
  });
  return {
    program: OWN_PROGRAMS.find((known) => known === program) ?? 'exchange',
    handsOver: first('handsOver') === 'domains' ? 'domains' : 'everything',
    typed: Object.fromEntries(typed),
  };
}

/** The path that reads back as the question. */
export function serverPath({ program, handsOver, typed }: ServerQuestion): string {
  const query = new URLSearchParams();
  if (program !== 'exchange') query.set('program', program);
  if (handsOver === 'domains') query.set('handsOver', handsOver);
  for (const field of TYPED_FIELDS) {
    const text = typed[field];
    if (text !== undefined) query.set(field, text);
  }
  const text = query.toString();
  return text === '' ? PATH : `${PATH}?${text}`;
}

/** What stands in the boxes. */
export const shownFields = (
  { typed }: ServerQuestion,
  { smartHost, ehloName }: KnownServer,
): Record<TypedField, string> => ({
  ...{ smartHost, ehloName, certificateFile: '', keyFile: '', domains: '' },
  ...typed,
});

/** What the file is made of; a value that nobody typed is a guess. */
export function draftOf(question: ServerQuestion, known: KnownServer): OwnServerDraft {
  const { handsOver, typed } = question;
  const { domains, ...texts } = shownFields(question, known);
  const guesses: readonly ValueName[] = ['smartHost', 'ehloName'];
  return {
    ...texts,
    ...(known.tlsCertificateName !== undefined && { tlsCertificateName: known.tlsCertificateName }),
    handsOver,
    domains: handsOver === 'domains' ? domains.split(/[\s,;]+/).filter((name) => name !== '') : [],
    acceptedDomains: known.acceptedDomains,
    guesses: guesses.filter((name) => typed[name as TypedField] === undefined),
  };
}
