// Postfix 3.0 and newer: mail to Microsoft 365 over TLS with a certificate, and the same certificate shown to it.
import type { OwnServer } from './own-server';
import { type CommentWords, commentsOf, line, ROOTS, type ServerSnippet } from './server-file';

/** @see postconf(5). Tables stand in main.cf itself: no postmap, and no kind of database that a system may lack. */
export function postfixSnippet(server: OwnServer, words: CommentWords): ServerSnippet {
  const { smartHost, ehloName, certificateFile, keyFile, handsOver } = server;
  const say = commentsOf('#', words, server);
  const route =
    handsOver.kind === 'everything'
      ? [...say('sending'), ...line`relayhost = [${smartHost}]:25`]
      : [
          ...say('domains'),
          ...say('postfixMaps'),
          ...line`transport_maps = inline:{`,
          ...handsOver.domains.flatMap((domain) => line`  { ${domain} = smtp:[${smartHost}]:25 }`),
          ...line`  }`,
        ];
  const tokens = [
    ...route,
    ...line`smtp_helo_name = ${ehloName}`,
    ...say('tlsDemand'),
    ...say('postfixMaps'),
    ...line`smtp_tls_policy_maps = inline:{ { [${smartHost}]:25 = secure } }`,
    ...line`smtp_tls_CAfile = ${ROOTS}`,
    ...say('clientCertificate'),
    ...say('senders'),
    ...line`smtp_tls_cert_file = ${certificateFile}`,
    ...line`smtp_tls_key_file = ${keyFile}`,
    ...say('receiving'),
    ...say('postfixChainFiles'),
    ...line`smtpd_tls_security_level = may`,
    ...line`smtpd_tls_cert_file = ${certificateFile}`,
    ...line`smtpd_tls_key_file = ${keyFile}`,
  ];
  return {
    files: [{ path: '/etc/postfix/main.cf', place: 'atTheEnd', tokens }],
    check: ['postfix check', 'postconf -n'],
    apply: ['postfix reload'],
  };
}
