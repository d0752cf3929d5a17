// Headers as people paste them: copied out of Outlook, of web pages, of quoted text, cut off, with what stood around them.
import { MESSAGE, type Sample } from './sample-for-tests';

const ONE_HOP = `Received: from mail.contoso.com (mail.contoso.com [203.0.113.25])
	(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits))
	by mx.fabrikam.com (Postfix) with ESMTPS id 22995401B7
	for <bob@fabrikam.com>; Tue, 10 Mar 2026 09:15:08 +0000 (UTC)
${MESSAGE}`;
const ONE_HOP_PATH = ['mail.contoso.com 203.0.113.25 > mx.fabrikam.com receiver TLS 1.2 first'];

const sample = (name: string, text: string, findings: readonly string[] = []): Sample => ({
  name,
  text,
  path: ONE_HOP_PATH,
  findings,
});

export const MANGLED: readonly Sample[] = [
  sample('as they are', ONE_HOP),
  sample('with the line ends of Windows', ONE_HOP.replaceAll('\n', '\r\n')),
  sample('with the line ends of an old Mac', ONE_HOP.replaceAll('\n', '\r')),
  sample('with a byte order mark', `\ufeff${ONE_HOP}`),
  sample('with empty lines in front', `\n \n\t\n${ONE_HOP}`),
  sample('with an empty line behind each line', ONE_HOP.replaceAll('\n', '\n\n')),
  sample('all moved in by four blanks', ONE_HOP.replace(/^/gm, '    ')),
  sample('all moved in by non-breaking blanks', ONE_HOP.replace(/^/gm, '\u00a0\u00a0')),
  sample('quoted', ONE_HOP.replace(/^/gm, '> ')),
  sample('with the folds lost', ONE_HOP.replace(/^\s+/gm, ''), ['foldsRepaired']),
  sample('with an empty line after the first field', ONE_HOP.replace('\nFrom:', '\n\nFrom:')),
  sample('with a title above, as in a viewer', `Internet headers\n${ONE_HOP}`, ['linesSkipped']),
  sample('out of an mbox file', `From ada@contoso.com Tue Mar 10 09:15:08 2026\n${ONE_HOP}`),
  sample('with the whole message', `${ONE_HOP}\n\nDear Bob,\n\nReceived: from nobody\n`, ['bodyIgnored']),
  sample(
    'with a message that begins like headers',
    `${ONE_HOP}\n\nFrom: somebody else\nSubject: forwarded\n\nReceived: from x by y; Tue, 10 Mar 2026 09:15:08 +0000`,
    ['bodyIgnored'],
  ),
  sample('in capitals', ONE_HOP.replace('Received:', 'RECEIVED:').replace('From:', 'FROM:')),
  sample(
    'with blanks in front of the colons, the obsolete form',
    ONE_HOP.replace(/^(Received|Date):/gm, '$1 :'),
  ),
  sample('with a direction mark in the subject', ONE_HOP.replace('Final', 'Fi\u202enal'), ['oddCharacters']),
  sample('cut off behind the path', ONE_HOP.slice(0, ONE_HOP.indexOf('\nFrom:')), ['incomplete']),
  {
    name: 'cut off inside a comment',
    text: ONE_HOP.slice(0, ONE_HOP.indexOf('GCM-SHA384')),
    path: ['mail.contoso.com 203.0.113.25 > - receiver unknown first'],
    findings: ['incomplete', 'hopUndated'],
  },
  { name: 'nothing at all', text: '', path: [], findings: ['noHeaders'] },
  { name: 'prose', text: 'Dear Bob,\nit did not arrive.\n', path: [], findings: ['noHeaders'] },
  { name: 'a message that never was sent', text: MESSAGE, path: [], findings: ['noReceived'] },
];
