// Sendmail 8.12 and newer: lines of sendmail.mc for mail to Microsoft 365, and the tables that they ask.
import type { OwnServer } from './own-server';
import {
  type CommentWords,
  commentsOf,
  line,
  ROOTS,
  type ServerFile,
  type ServerSnippet,
} from './server-file';

/** @see cf/README: SMART_HOST, mailertable, "STARTTLS" and "TLS_Srv" of the access map */
export function sendmailSnippet(server: OwnServer, words: CommentWords): ServerSnippet {
  const { smartHost, ehloName, certificateFile, keyFile, handsOver } = server;
  const say = commentsOf('dnl #', words, server);
  const sayInTable = commentsOf('#', words, server);
  const mc = [
    ...(handsOver.kind === 'everything'
      ? [...say('sending'), ...line`define(\`SMART_HOST', \`esmtp:[${smartHost}]')dnl`]
      : [...say('domains'), ...line`FEATURE(\`mailertable')dnl`]),
    ...line`define(\`confDOMAIN_NAME', \`${ehloName}')dnl`,
    ...say('clientCertificate'),
    ...say('senders'),
    ...line`define(\`confCLIENT_CERT', \`${certificateFile}')dnl`,
    ...line`define(\`confCLIENT_KEY', \`${keyFile}')dnl`,
    ...line`define(\`confCACERT', \`${ROOTS}')dnl`,
    ...line`define(\`confCACERT_PATH', \`/etc/ssl/certs')dnl`,
    ...say('receiving'),
    ...line`define(\`confSERVER_CERT', \`${certificateFile}')dnl`,
    ...line`define(\`confSERVER_KEY', \`${keyFile}')dnl`,
  ];
  const access = [
    ...sayInTable('tlsDemand'),
    ...sayInTable('sendmailAccess'),
    ...line`TLS_Srv:${smartHost} VERIFY`,
  ];
  const mailertable =
    handsOver.kind === 'everything'
      ? []
      : handsOver.domains.flatMap((domain) => line`${domain} esmtp:[${smartHost}]`);
  const table = (path: string, tokens: ServerFile['tokens']): ServerFile[] =>
    tokens.length > 0 ? [{ path, place: 'addLines', tokens }] : [];
  const tables = [...table('/etc/mail/access', access), ...table('/etc/mail/mailertable', mailertable)];
  return {
    files: [{ path: '/etc/mail/sendmail.mc', place: 'beforeMailers', tokens: mc }, ...tables],
    check: ['make -C /etc/mail', 'echo "3,0 postmaster@example.com" | sendmail -bt'],
    apply: ['systemctl restart sendmail'],
  };
}
