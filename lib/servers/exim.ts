// Exim 4: a router and a transport for mail to Microsoft 365, and the certificate shown to it. Files as Debian's split
// configuration has them; elsewhere their lines go into the sections of one file.
import type { OwnServer } from './own-server';
import { type CommentWords, commentsOf, line, type ServerFile, type ServerSnippet } from './server-file';

const FOLDER = '/etc/exim4/conf.d';

/** @see Exim's specification: the manualroute router, the smtp transport, encrypted SMTP connections */
export function eximSnippet(server: OwnServer, words: CommentWords): ServerSnippet {
  const { smartHost, ehloName, certificateFile, keyFile, handsOver } = server;
  const say = commentsOf('#', words, server);
  const router = [
    ...say(handsOver.kind === 'everything' ? 'sending' : 'domains'),
    ...say('eximElsewhere'),
    ...line`mailspan_microsoft365:`,
    ...line`  driver = manualroute`,
    ...(handsOver.kind === 'everything'
      ? line`  domains = ! +local_domains : ! +relay_to_domains`
      : line`  domains = ${{ values: handsOver.domains, between: ' : ' }}`),
    ...line`  transport = mailspan_microsoft365_smtp`,
    ...line`  route_list = * ${smartHost}`,
    ...line`  no_more`,
  ];
  const transport = [
    ...say('tlsDemand'),
    ...line`mailspan_microsoft365_smtp:`,
    ...line`  driver = smtp`,
    ...line`  port = 25`,
    ...line`  helo_data = ${ehloName}`,
    ...line`  hosts_require_tls = *`,
    ...line`  tls_verify_certificates = system`,
    ...line`  tls_verify_hosts = *`,
    ...line`  tls_verify_cert_hostnames = *`,
    ...say('clientCertificate'),
    ...say('senders'),
    ...line`  tls_certificate = ${certificateFile}`,
    ...line`  tls_privatekey = ${keyFile}`,
  ];
  const main = [
    ...say('receiving'),
    ...line`MAIN_TLS_ENABLE = yes`,
    ...line`MAIN_TLS_CERTIFICATE = ${certificateFile}`,
    ...line`MAIN_TLS_PRIVATEKEY = ${keyFile}`,
  ];
  const file = (path: string, tokens: ServerFile['tokens']): ServerFile => ({
    path: `${FOLDER}/${path}`,
    place: 'newFile',
    tokens,
  });
  return {
    files: [
      // Before 200_exim4-config_primary, which sends to wherever MX records lead.
      file('router/190_mailspan_microsoft365', router),
      file('transport/30_mailspan_microsoft365', transport),
      // Before 03_exim4-config_tlsoptions, which reads the macros.
      file('main/00_mailspan_certificate', main),
    ],
    check: ['update-exim4.conf', 'exim4 -bV', 'exim4 -bt postmaster@example.com'],
    apply: ['systemctl reload exim4'],
  };
}
