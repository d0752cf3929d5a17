import { describe, expect, test } from 'vitest';
import { readAuthentication, vouchedResult } from './authentication-results';
import { decodeWords } from './encoded-words';
import { readExchangeFacts } from './exchange-facts';
import { readHeaderDate } from './header-date';
import { readReceived } from './received-hop';

describe('a Received field, part by part', () => {
  test('Postfix tells of the certificate that its client showed', () => {
    expect(
      readReceived(
        'from a.example (a.example [192.0.2.1]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) ' +
          '(Client CN "mail.protection.outlook.com", Issuer "DigiCert (G2)" (verified OK)) by mx.contoso.com (Postfix) ' +
          'with ESMTPS id 22995401B7 for <bob@contoso.com>; Tue, 10 Mar 2026 10:15:08 +0100 (CET)',
      ),
    ).toEqual({
      from: {
        helo: 'a.example',
        name: 'a.example',
        nameVerified: true,
        address: '192.0.2.1',
        certificateName: 'mail.protection.outlook.com',
        certificateVerified: true,
      },
      by: { name: 'mx.contoso.com' },
      protocol: 'ESMTPS',
      id: '22995401B7',
      recipient: 'bob@contoso.com',
      at: Date.UTC(2026, 2, 10, 9, 15, 8),
      tls: { state: 'encrypted', version: '1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
      server: 'postfix',
    });
  });

  test.each([
    ['from h (unknown [192.0.2.1]) by b (Postfix) with SMTP id 1', { helo: 'h', address: '192.0.2.1' }],
    [
      'from n.example ([192.0.2.1]:25 helo=h) by b with esmtp (Exim 4.96) id 1',
      { helo: 'h', name: 'n.example', nameVerified: true, address: '192.0.2.1' },
    ],
    ['from [192.0.2.1] (helo=h) by b with esmtp (Exim 4.96) id 1', { helo: 'h', address: '192.0.2.1' }],
    [
      'from h (n.example [192.0.2.1] (may be forged)) by b (8.17.1/8.17.1) with ESMTP id 1',
      { helo: 'h', name: 'n.example', address: '192.0.2.1' },
    ],
    [
      'from h (n.example. [192.0.2.1]) by mx.google.com with ESMTPS id 1',
      { helo: 'h', name: 'n.example', address: '192.0.2.1' },
    ],
    ['from unknown (HELO h) (192.0.2.1) by b with SMTP', { helo: 'h', address: '192.0.2.1' }],
    ['from h (IPv6:2001:db8:0:0::1) by b with ESMTP', { helo: 'h', address: '2001:db8::1' }],
    ['from h (::ffff:192.0.2.1) by b with ESMTP', { helo: 'h', address: '192.0.2.1' }],
    ['from h ([fe80::1%12]) by b with mapi id 15.01', { helo: 'h', address: 'fe80::1' }],
    ['by b with SMTP id 1', {}],
  ])('of the client in %j', (value, from) => {
    expect(readReceived(value).from).toEqual(from);
  });

  test.each([
    [
      'by b with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20',
      '1.3 TLS_AES_256_GCM_SHA384',
    ],
    [
      'by b with esmtps (TLS1.2) tls ECDHE-RSA-AES256-GCM-SHA384 (Exim 4.96) id 1',
      '1.2 ECDHE-RSA-AES256-GCM-SHA384',
    ],
    [
      'by b (8.14.4/8.14.4) with ESMTP id 1 (version=TLSv1/SSLv3 cipher=DHE-RSA-AES256-SHA bits=256)',
      '1.0 DHE-RSA-AES256-SHA',
    ],
    [
      'by b (OpenSMTPD) with ESMTPS id 1 (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO)',
      '1.3 TLS_AES_256_GCM_SHA384',
    ],
    ['by b with UTF8SMTPSA id 1', 'encrypted'],
    ['by b with HTTPS', 'encrypted'],
    ['by b with ESMTPA id 1', 'plain'],
    ['by b with SMTP id 1', 'unknown'],
    ['by b with LMTP id 1', 'unknown'],
    ['by b', 'unknown'],
  ])('of TLS in %j', (value, said) => {
    const { tls } = readReceived(value);
    const detail = tls.state === 'encrypted' && tls.version ? `${tls.version} ${tls.cipher}` : tls.state;
    expect(detail).toBe(said);
  });
});

test.each([
  ['Tue, 10 Mar 2026 10:15:08 +0100', '2026-03-10T09:15:08.000Z'],
  ['10 Mar 2026 09:15 -0000', '2026-03-10T09:15:00.000Z'],
  ['04 Aug 2022 14:12:52.0156 (UTC)', '2022-08-04T14:12:52.015Z'],
  ['Sat, 31 Dec 2016 23:59:60 +0000', '2017-01-01T00:00:00.000Z'],
  ['1 Jan 70 00:00:00 GMT', '1970-01-01T00:00:00.000Z'],
  ['Sun, 29 Feb 2026 00:00:00 +0000', undefined],
  ['Tue, 10 Mar 2026 24:00:00 +0000', undefined],
  ['Tue, 10 Mar 2026 10:15:08 +2500', undefined],
  ['2026-03-10T09:15:08Z', undefined],
  ['', undefined],
])('the date %j', (text, moment) => {
  const at = readHeaderDate(text);
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(moment);
});

describe('results name their server, or none', () => {
  test.each([
    ['mx.google.com; spf=pass smtp.mailfrom=a@b.c', 'mx.google.com', ['spf']],
    ['mx.example.org 1; none', 'mx.example.org', []],
    [
      'i=2; mx.microsoft.com 1; dkim=none (message not signed (at all)); arc=pass',
      'mx.microsoft.com',
      ['dkim', 'arc'],
    ],
    [
      'spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.b; tenant.mail.onmicrosoft.com; dkim=none header.d=none;tenant.mail.onmicrosoft.com; dmarc=none',
      undefined,
      ['spf', 'dkim', 'dmarc'],
    ],
    ['a; dkim=fail reason="a; b" header.d=c', 'a', ['dkim']],
  ])('%j', (value, server, methods) => {
    const [read] = readAuthentication([{ name: 'Authentication-Results', value }], undefined);
    expect(read?.server).toBe(server);
    expect(read?.results.map(({ method }) => method)).toEqual(methods);
    expect(read?.standing).toBe('claimed');
  });
});

test('Exchange’s own fields, in any case; of several the first', () => {
  const fields = [
    [
      'x-ms-exchange-crosstenant-originalattributedtenantconnectingip',
      'TenantId=3cbb; Ip=[192.0.2.1]; Helo=[mail.contoso.com]',
    ],
    ['X-MS-Exchange-CrossTenant-Id', '3cbb'],
    ['X-MS-Exchange-CrossTenant-FromEntityHeader', 'HybridOnPrem'],
    ['X-MS-Exchange-CrossTenant-FromEntityHeader', 'Internet'],
    ['X-MS-Exchange-Organization-MessageDirectionality', 'Originating'],
    ['X-MS-Exchange-SkipListedInternetSender', 'ip=[2603:10a6:150:163::20];domain=h.example'],
    [
      'X-Forefront-Antispam-Report',
      'CIP:2001:db8::1; CTRY:IT;LANG:it;SCL:-1;SRV:;IPV:NLI;SFV:SKN;H:mail.contoso.com;PTR:;CAT:NONE;DIR:INB;',
    ],
  ].map(([name = '', value = '']) => ({ name, value }));
  expect(readExchangeFacts(fields)).toEqual({
    tenantId: '3cbb',
    fromEntity: 'HybridOnPrem',
    directionality: 'originating',
    connecting: { address: '192.0.2.1', name: 'mail.contoso.com' },
    skipListed: { address: '2603:10a6:150:163::20', name: 'h.example' },
    antispam: {
      ...{
        CIP: '2001:db8::1',
        CTRY: 'IT',
        SCL: '-1',
        IPV: 'NLI',
        SFV: 'SKN',
        H: 'mail.contoso.com',
        CAT: 'NONE',
        DIR: 'INB',
      },
    },
  });
});

test.each([
  ['=?utf-8?Q?Citt=C3=A0_di_Roma?=', 'Città di Roma'],
  ['=?UTF-8?B?Q2l0dMOg?= =?utf-8?b?IGRpIFJvbWE=?= <a@b.c>', 'Città di Roma <a@b.c>'],
  ['=?iso-8859-1*it?q?Citt=E0?= and =?no-such?q?x?=', 'Città and =?no-such?q?x?='],
  ['=?utf-8?B?w?=', '=?utf-8?B?w?='],
  ['=?utf-8?Q?=C3?= plain', '=?utf-8?Q?=C3?= plain'],
])('the words %j', (text, said) => {
  expect(decodeWords(text)).toBe(said);
});

test('of several signatures one that holds is enough, and results that are passed on don’t count', () => {
  const value = 'mx; dkim=fail header.d=list.example; dkim=pass header.d=contoso.com; spf=softfail';
  const fields = readAuthentication(
    [
      { name: 'ARC-Authentication-Results', value: 'i=1; mx; spf=pass' },
      { name: 'Authentication-Results', value },
      { name: 'Received', value: 'by mx' },
    ],
    { place: 2, server: 'mx', next: 3 },
  );
  expect(fields.map(({ standing }) => standing)).toEqual(['passedOn', 'vouched']);
  expect(vouchedResult(fields, 'dkim')?.properties).toEqual({ 'header.d': 'contoso.com' });
  expect(vouchedResult(fields, 'spf')?.result).toBe('softfail');
  expect(vouchedResult(fields, 'dmarc')).toBeUndefined();
});
