// The programs that an organization's own server may run, and what each needs to hand its mail to Microsoft 365.
import { eximSnippet } from './exim';
import { opensmtpdSnippet } from './opensmtpd';
import type { OwnServer } from './own-server';
import { postfixSnippet } from './postfix';
import { sendmailSnippet } from './sendmail';
import type { CommentWords, ServerSnippet } from './server-file';

export const SERVER_PROGRAMS = ['postfix', 'exim', 'sendmail', 'opensmtpd'] as const;
export type ServerProgram = (typeof SERVER_PROGRAMS)[number];

const SNIPPETS: Readonly<Record<ServerProgram, (server: OwnServer, words: CommentWords) => ServerSnippet>> = {
  postfix: postfixSnippet,
  exim: eximSnippet,
  sendmail: sendmailSnippet,
  opensmtpd: opensmtpdSnippet,
};

/** The same server and words give the same text. */
export const serverSnippet = (
  program: ServerProgram,
  server: OwnServer,
  words: CommentWords,
): ServerSnippet => SNIPPETS[program](server, words);
