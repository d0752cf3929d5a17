// Headers of messages into Office 365: from own servers of each kind, from partners, through several organizations.
import { CLOUD_AUTHENTICATION, INTO_CLOUD_PATH, intoCloud, MESSAGE, type Sample } from './sample-for-tests';

const edge = (rest: string) => `${rest.replace(' >', ' > ams0epf000001a4.mail.protection.outlook.com')}`;
const CLAIMED = ['hopsClaimed'];

/** A workstation hands a message to an own server, and that one to Office 365. */
const fromOwn = (name: string, received: string): Sample => ({
  name,
  text: `${intoCloud('mail.contoso.com (203.0.113.25)')}\n${received}\n${MESSAGE}`,
  path: [
    'workstation.contoso.lan 192.168.1.40 > mail.contoso.com claimed TLS 1.3 first',
    edge('mail.contoso.com 203.0.113.25 > office365 TLS 1.3 +2s'),
    ...INTO_CLOUD_PATH,
  ],
  findings: CLAIMED,
  authentication: CLOUD_AUTHENTICATION,
});

export const INTO_OFFICE_365: readonly Sample[] = [
  {
    name: 'from an own Exchange server, by a connector',
    text: `${intoCloud('mail.contoso.com (203.0.113.25)')}
Received: from EX01.contoso.local (10.0.0.5) by EX01.contoso.local (10.0.0.5)
 with Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.1748.10; Tue, 10 Mar
 2026 10:15:04 +0100
Received: from EX01.contoso.local ([fe80::5bf:5059:4ca0:5017]) by
 EX01.contoso.local ([fe80::5bf:5059:4ca0:5017%12]) with mapi id 15.02.1748.010;
 Tue, 10 Mar 2026 10:15:02 +0100
${MESSAGE}
X-MS-Exchange-Organization-AuthAs: Internal
X-MS-Exchange-Organization-MessageDirectionality: Originating`,
    path: [
      'EX01.contoso.local fe80::5bf:5059:4ca0:5017 > ex01.contoso.local claimed unknown first',
      'EX01.contoso.local 10.0.0.5 > ex01.contoso.local claimed TLS 1.2 +2s',
      edge('mail.contoso.com 203.0.113.25 > office365 TLS 1.3 +1s'),
      ...INTO_CLOUD_PATH,
    ],
    findings: CLAIMED,
    authentication: CLOUD_AUTHENTICATION,
  },
  fromOwn(
    'from an own Postfix',
    `Received: from workstation.contoso.lan (workstation.contoso.lan [192.168.1.40])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
	 key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256)
	(No client certificate requested)
	by mail.contoso.com (Postfix) with ESMTPSA id 4YngG101Nfz30Mn
	for <bob@fabrikam.com>; Tue, 10 Mar 2026 10:15:03 +0100 (CET)`,
  ),
  fromOwn(
    'from an own Exim',
    `Received: from [192.168.1.40] (helo=workstation.contoso.lan)
	by mail.contoso.com with esmtpsa  (TLS1.3) tls TLS_AES_256_GCM_SHA384
	(Exim 4.96)
	(envelope-from <ada@contoso.com>)
	id 1rLJcw-0003cj-7D
	for bob@fabrikam.com;
	Tue, 10 Mar 2026 10:15:03 +0100`,
  ),
  fromOwn(
    'from an own Sendmail',
    `Received: from workstation.contoso.lan (workstation.contoso.lan [192.168.1.40] (may be forged))
	(authenticated bits=0)
	by mail.contoso.com (8.17.1/8.17.1) with ESMTPSA id 62A9F3aB012345
	(version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT)
	for <bob@fabrikam.com>; Tue, 10 Mar 2026 10:15:03 +0100`,
  ),
  fromOwn(
    'from an own OpenSMTPD',
    `Received: from workstation.contoso.lan (workstation.contoso.lan [192.168.1.40])
	by mail.contoso.com (OpenSMTPD) with ESMTPSA id 8c1d2e3f (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO)
	for <bob@fabrikam.com>;
	Tue, 10 Mar 2026 10:15:03 +0100 (CET)`,
  ),
  {
    name: 'from qmail, whose fields have clauses of their own',
    text: `${intoCloud('mail.contoso.com (203.0.113.25)')}
Received: (qmail 21467 invoked by uid 89); 10 Mar 2026 09:15:04 -0000
Received: from unknown (HELO workstation.contoso.lan) (ada@192.168.1.40)
  by 0 with ESMTPA; 10 Mar 2026 09:15:03 -0000
${MESSAGE}`,
    path: [
      'workstation.contoso.lan 192.168.1.40 > 0 claimed plain first',
      '- - > - claimed unknown +1s',
      edge('mail.contoso.com 203.0.113.25 > office365 TLS 1.3 +1s'),
      ...INTO_CLOUD_PATH,
    ],
    findings: ['hopUnreadable', ...CLAIMED],
    authentication: CLOUD_AUTHENTICATION,
  },
  {
    name: 'from Gmail',
    text: `${intoCloud('mail-yw1-f45.google.com (209.85.161.45)')}
Received: by mail-yw1-f45.google.com with SMTP id d13-20020a170902d4cd; Tue, 10
 Mar 2026 02:15:04 -0700 (PDT)
X-Received: by 2002:a0d:d5d3:: with SMTP id x202mr123; Tue, 10 Mar 2026 02:15:04 -0700 (PDT)
${MESSAGE}`,
    path: [
      '- - > mail-yw1-f45.google.com claimed unknown first',
      edge('mail-yw1-f45.google.com 209.85.161.45 > office365 TLS 1.3 +1s'),
      ...INTO_CLOUD_PATH,
    ],
    findings: CLAIMED,
    authentication: CLOUD_AUTHENTICATION,
  },
  {
    name: 'over IPv6, without TLS',
    text: `${intoCloud('mail.contoso.com (2001:db8:25::1)', { tls: 'TLS' }).replace(' (TLS) ', ' ')}
${MESSAGE}`,
    path: [edge('mail.contoso.com 2001:db8:25::1 > office365 unknown first'), ...INTO_CLOUD_PATH],
    findings: [],
    authentication: CLOUD_AUTHENTICATION,
  },
  {
    name: 'as older Exchange wrote encryption, without a version',
    text: `Received: from mail.contoso.com (203.0.113.25) by
 AM5EUR02FT011.mail.protection.outlook.com (10.152.8.126) with Microsoft SMTP
 Server (TLS) id 15.0.847.0 via Frontend Transport; Mon, 5 Jan 2015 09:15:05 +0000
${MESSAGE}`,
    path: [
      'mail.contoso.com 203.0.113.25 > am5eur02ft011.mail.protection.outlook.com office365 encrypted first',
    ],
    findings: [],
  },
  {
    name: 'from another tenant of Office 365',
    text: `${intoCloud('EUR05-DB8-obe.outbound.protection.outlook.com (40.107.20.77)')}
Received: from PAXPR08MB7420.eurprd08.prod.outlook.com (2603:10a6:102:2b9::9)
 by DB8PR08MB1234.eurprd08.prod.outlook.com (2603:10a6:10:25a::24) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.9700.13; Tue, 10 Mar
 2026 09:15:04 +0000
${MESSAGE}`,
    path: [
      'PAXPR08MB7420.eurprd08.prod.outlook.com 2603:10a6:102:2b9::9 > db8pr08mb1234.eurprd08.prod.outlook.com office365 TLS 1.2 first',
      edge('EUR05-DB8-obe.outbound.protection.outlook.com 40.107.20.77 > office365 TLS 1.3 +1s'),
      ...INTO_CLOUD_PATH,
    ],
    findings: [],
    authentication: CLOUD_AUTHENTICATION,
  },
  {
    name: 'through a filter in front of Office 365, with enhanced filtering',
    text: `${intoCloud('mx1.filter.example (198.51.100.7)')}
Received: from mail.contoso.com (mail.contoso.com [203.0.113.25])
	by mx1.filter.example (Postfix) with ESMTPS id 1C83122144
	for <bob@fabrikam.com>; Tue, 10 Mar 2026 09:15:02 +0000 (UTC)
${MESSAGE}
X-MS-Exchange-SkipListedInternetSender: ip=[203.0.113.25];domain=mail.contoso.com`,
    path: [
      'mail.contoso.com 203.0.113.25 > mx1.filter.example claimed encrypted first',
      edge('mx1.filter.example 198.51.100.7 > office365 TLS 1.3 +3s'),
      ...INTO_CLOUD_PATH,
    ],
    findings: CLAIMED,
    authentication: CLOUD_AUTHENTICATION,
  },
  {
    name: 'in the cloud of the United States’ government',
    text: `Received: from mail.contoso.com (203.0.113.25) by
 BN3USG02FT031.mail.protection.office365.us (10.97.24.55) with Microsoft SMTP
 Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id
 15.20.9700.14; Tue, 10 Mar 2026 09:15:05 +0000
${MESSAGE}`,
    path: [
      'mail.contoso.com 203.0.113.25 > bn3usg02ft031.mail.protection.office365.us office365 TLS 1.2 first',
    ],
    findings: [],
  },
  {
    name: 'with a sender that nothing vouches for',
    text: `${intoCloud('User (20.222.87.207)')
      .replace('spf=pass', 'spf=softfail')
      .replace('dkim=pass', 'dkim=fail')
      .replace('dmarc=pass', 'dmarc=fail')}
${MESSAGE}`,
    path: [edge('User 20.222.87.207 > office365 TLS 1.3 first'), ...INTO_CLOUD_PATH],
    findings: ['spfFails', 'dkimFails', 'dmarcFails'],
    authentication: ['spf=softfail', 'dkim=fail', 'dmarc=fail', 'compauth=pass'],
  },
];
