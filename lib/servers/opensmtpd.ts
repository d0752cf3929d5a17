// OpenSMTPD 6.6 and newer: mail to Microsoft 365 over TLS with a certificate, and the same certificate shown to it.
import type { OwnServer, ServerValue } from './own-server';
import { type CommentWords, commentsOf, line, type ServerSnippet } from './server-file';

/** Every IPv4 address of the machine; a server may have one that the Internet reaches. */
const EVERYWHERE: ServerValue = { name: 'listenAddress', text: '0.0.0.0', isGuess: true };

/** @see smtpd.conf(5). The first rule that matches decides, so where the lines stand matters. */
export function opensmtpdSnippet(server: OwnServer, words: CommentWords): ServerSnippet {
  const { smartHost, ehloName, certificateFile, keyFile, handsOver } = server;
  const say = commentsOf('#', words, server);
  const keys = [
    ...say('clientCertificate'),
    ...say('senders'),
    ...line`pki ${ehloName} cert "${certificateFile}"`,
    ...line`pki ${ehloName} key "${keyFile}"`,
    ...say('receiving'),
    ...say('opensmtpdListen'),
    ...line`listen on ${EVERYWHERE} port 25 hostname ${ehloName} tls pki ${ehloName}`,
  ];
  const rules = [
    ...say(handsOver.kind === 'everything' ? 'sending' : 'domains'),
    ...say('opensmtpdOrder'),
    ...say('tlsDemand'),
    ...line`action "microsoft365" relay host "smtp+tls://${smartHost}:25" helo ${ehloName} pki ${ehloName} tls`,
    ...(handsOver.kind === 'everything'
      ? line`match from local for any action "microsoft365"`
      : line`match from local for domain { "${{ values: handsOver.domains, between: '", "' }}" } action "microsoft365"`),
  ];
  const place = handsOver.kind === 'everything' ? 'afterLocalRules' : 'beforeGeneralRules';
  return {
    files: [{ path: '/etc/smtpd.conf', place, tokens: [...keys, ...rules] }],
    check: ['smtpd -n'],
    apply: ['systemctl restart opensmtpd'],
  };
}
