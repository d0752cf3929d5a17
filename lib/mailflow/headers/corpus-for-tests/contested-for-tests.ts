// Headers that somebody forged, repeated or wrote with a wrong clock, and headers without end.
import {
  CLOUD_AUTHENTICATION,
  INTO_CLOUD_PATH,
  intoCloud,
  MESSAGE,
  OUT_OF_CLOUD,
  type Sample,
} from './sample-for-tests';

const MX = (client: string, rest = 'Tue, 10 Mar 2026 09:15:08 +0000') => `Received: from ${client}
	by mx.fabrikam.com (Postfix) with ESMTPS id 22995401B7
	for <bob@fabrikam.com>; ${rest}`;

export const CONTESTED: readonly Sample[] = [
  {
    name: 'Office 365’s own hops, handed in from elsewhere',
    text: `${MX('EUR05-AM6-obe.outbound.protection.outlook.com (unknown [198.51.100.66])')}
${OUT_OF_CLOUD}
${MESSAGE}`,
    path: [
      'VI1PR04MB5678.eurprd04.prod.outlook.com fe80::a1b2:c3d4:e5f6:1234 > vi1pr04mb5678.eurprd04.prod.outlook.com claimed unknown first',
      'VI1PR04MB5678.eurprd04.prod.outlook.com 2603:10a6:803:b7::12 > am9pr04mb8745.eurprd04.prod.outlook.com claimed TLS 1.2 +1s',
      'EUR05-AM6-obe.outbound.protection.outlook.com 198.51.100.66 > mx.fabrikam.com receiver encrypted +2s',
    ],
    findings: ['hopsClaimed'],
  },
  {
    name: 'a stranger that calls itself a server of the cloud, at the cloud’s edge',
    text: `${intoCloud('AM9PR04MB8745.eurprd04.prod.outlook.com (198.51.100.66)')}
Received: from a.eurprd04.prod.outlook.com (2603:10a6::1) by
 AM9PR04MB8745.eurprd04.prod.outlook.com with Microsoft SMTP Server; Tue, 10 Mar 2026 09:15:01 +0000
${MESSAGE}`,
    path: [
      'a.eurprd04.prod.outlook.com 2603:10a6::1 > am9pr04mb8745.eurprd04.prod.outlook.com claimed unknown first',
      'AM9PR04MB8745.eurprd04.prod.outlook.com 198.51.100.66 > ams0epf000001a4.mail.protection.outlook.com office365 TLS 1.3 +4s',
      ...INTO_CLOUD_PATH,
    ],
    findings: ['hopsClaimed'],
    authentication: CLOUD_AUTHENTICATION,
  },
  {
    name: 'results that the sender wrote for itself',
    text: `Authentication-Results: mx.fabrikam.com; spf=fail smtp.mailfrom=contoso.com
${MX('evil.example (evil.example [198.51.100.66])')}
Authentication-Results: mx.fabrikam.com; spf=pass smtp.mailfrom=contoso.com;
 dkim=pass header.d=contoso.com
${MESSAGE}`,
    path: ['evil.example 198.51.100.66 > mx.fabrikam.com receiver encrypted first'],
    findings: ['authenticationLikely', 'spfFails'],
    authentication: ['spf=fail'],
  },
  {
    name: 'results of a server far away, and results that only pass on what another one had found',
    text: `${MX('relay.example (relay.example [198.51.100.66])')}
Authentication-Results: other.example; spf=pass smtp.mailfrom=contoso.com
ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass smtp.mailfrom=contoso.com
${MESSAGE}`,
    path: ['relay.example 198.51.100.66 > mx.fabrikam.com receiver encrypted first'],
    findings: ['authenticationClaimed'],
  },
  {
    name: 'Exchange’s internal fields, where no Exchange server was',
    text: `${MX('sheer.example (sheer.example [198.51.100.66])')}
X-Ms-Exchange-Organization-Authas: Internal74
X-Ms-Exchange-Organization-Authmechanism: 19
${MESSAGE}`,
    path: ['sheer.example 198.51.100.66 > mx.fabrikam.com receiver encrypted first'],
    findings: ['organizationFieldsForeign'],
  },
  {
    name: 'two senders and two identities',
    text: `${MX('mail.contoso.com (mail.contoso.com [203.0.113.25])')}
${MESSAGE}
From: Eve <eve@evil.example>
message-id: <2@evil.example>`,
    path: ['mail.contoso.com 203.0.113.25 > mx.fabrikam.com receiver encrypted first'],
    findings: ['fieldRepeated', 'fieldRepeated'],
  },
  {
    name: 'a private server of the same organization vouches on, a looked-up name does, a HELO does not',
    text: `Received: from in.fabrikam.com (in.fabrikam.com [198.51.100.20])
	by store.fabrikam.com (Postfix) with ESMTPS id 4; Tue, 10 Mar 2026 09:15:04 +0000
Received: from dmz (dmz [10.1.1.1]) by in.fabrikam.com (Postfix) with ESMTPS id 3; Tue, 10 Mar 2026 09:15:03 +0000
Received: from mx.fabrikam.com (unknown [192.0.2.99]) by dmz (Postfix) with ESMTPS id 2; Tue, 10 Mar 2026 09:15:02 +0000
Received: from a (a [10.2.2.2]) by mx.fabrikam.com (Postfix) with ESMTPS id 1; Tue, 10 Mar 2026 09:15:01 +0000
${MESSAGE}`,
    path: [
      'a 10.2.2.2 > mx.fabrikam.com claimed encrypted first',
      'mx.fabrikam.com 192.0.2.99 > dmz receiver encrypted +1s',
      'dmz 10.1.1.1 > in.fabrikam.com receiver encrypted +1s',
      'in.fabrikam.com 198.51.100.20 > store.fabrikam.com receiver encrypted +1s',
    ],
    findings: ['hopsClaimed'],
  },
  {
    name: 'names and silences that vouch for nobody: not looked up in both directions, and no address',
    text: `Received: from in.fabrikam.com (in.fabrikam.com [198.51.100.20]) by store.fabrikam.com with ESMTPS id 2; Tue, 10 Mar 2026 09:15:04 +0000
Received: from a (a [10.1.1.1]) by in.fabrikam.com (Postfix) with ESMTPS id 1; Tue, 10 Mar 2026 09:15:03 +0000
${MESSAGE}`,
    path: [
      'a 10.1.1.1 > in.fabrikam.com claimed encrypted first',
      'in.fabrikam.com 198.51.100.20 > store.fabrikam.com receiver encrypted +1s',
    ],
    findings: ['hopsClaimed'],
  },
  {
    name: 'a server that does not say from which address it had the message',
    text: `Received: from in.fabrikam.com by store.fabrikam.com (Postfix) with ESMTPS id 2; Tue, 10 Mar 2026 09:15:04 +0000
Received: from a (a [10.1.1.1]) by in.fabrikam.com (Postfix) with ESMTPS id 1; Tue, 10 Mar 2026 09:15:03 +0000
${MESSAGE}`,
    path: [
      'a 10.1.1.1 > in.fabrikam.com claimed encrypted first',
      'in.fabrikam.com - > store.fabrikam.com receiver encrypted +1s',
    ],
    findings: ['hopsClaimed'],
  },
  {
    name: 'from an address of Office 365, with hops that it would not write',
    text: `${MX('mail.contoso.com (unknown [40.107.22.50])')}
Received: from a (a [10.1.1.1]) by mail.contoso.com (Postfix) with ESMTPS id 1; Tue, 10 Mar 2026 09:15:03 +0000
${MESSAGE}`,
    path: [
      'a 10.1.1.1 > mail.contoso.com claimed encrypted first',
      'mail.contoso.com 40.107.22.50 > mx.fabrikam.com receiver encrypted +5s',
    ],
    findings: ['hopsClaimed'],
  },
  {
    name: 'a clock that is behind, and a server that kept the message',
    text: `Received: from in.fabrikam.com (in.fabrikam.com [10.0.0.2])
	by store.fabrikam.com (Postfix) with ESMTPS id 4; Tue, 10 Mar 2026 11:15:04 +0000
${MX('mail.contoso.com (mail.contoso.com [10.0.0.3])', 'Tue, 10 Mar 2026 09:05:08 +0000')}
Received: from pc (pc [10.0.0.4]) by mail.contoso.com (Postfix) with ESMTPSA id 1; Tue, 10 Mar 2026 09:15:08 +0000
${MESSAGE}`,
    path: [
      'pc 10.0.0.4 > mail.contoso.com receiver encrypted first',
      'mail.contoso.com 10.0.0.3 > mx.fabrikam.com receiver encrypted -600s',
      'in.fabrikam.com 10.0.0.2 > store.fabrikam.com receiver encrypted +7796s',
    ],
    findings: ['clockSkew', 'slowHop'],
  },
  {
    name: 'dates in obsolete forms, and one that is none',
    text: `Received: from d (d [10.0.0.4]) by e (Postfix) with ESMTPS id 4; Tuesday at noon
Received: from c (c [10.0.0.3]) by d (Postfix) with ESMTPS id 3; Tue Mar 10 09:15:03 2026
Received: from b (b [10.0.0.2]) by c (Postfix) with ESMTPS id 2; 10 Mar 26 04:15 EST
Received: from a (a [10.0.0.1]) by b (Postfix) with ESMTPS id 1; Tue, 10 Mar 2026 09:14:58.25 +0000 (a (nested) comment)
${MESSAGE}`,
    path: [
      'a 10.0.0.1 > b receiver encrypted first',
      'b 10.0.0.2 > c receiver encrypted +1.75s',
      'c 10.0.0.3 > d receiver encrypted +3s',
      'd 10.0.0.4 > e receiver encrypted ?',
    ],
    findings: ['hopUndated'],
  },
  {
    name: 'words that are keywords, brackets without end, quotes and backslashes',
    text: `Received: from by (by [10.0.0.1]) by from (a "quoted ) bracket" \\) (b) with id 7; Tue, 10 Mar 2026 09:15:03 +0000
Received: from a (((((( by b with ESMTPS id 1; Tue, 10 Mar 2026 09:15:02 +0000
${MESSAGE}`,
    path: ['a - > b receiver encrypted first', 'by 10.0.0.1 > from receiver unknown +1s'],
    findings: [],
  },
  {
    name: 'one header of a megabyte',
    text: `${MX('mail.contoso.com (mail.contoso.com [203.0.113.25])')}
X-Microsoft-Antispam-Message-Info: ${'Mj0x('.repeat(209_716)}
${MESSAGE}`,
    path: ['mail.contoso.com 203.0.113.25 > mx.fabrikam.com receiver encrypted first'],
    findings: [],
  },
  {
    name: 'one Received of a megabyte',
    text: `Received: from a (${'('.repeat(1_048_576)}
${MESSAGE}`,
    path: ['a - > - receiver unknown first'],
    findings: ['hopUndated'],
  },
  {
    name: 'more than is read',
    text: `${MX('mail.contoso.com (mail.contoso.com [203.0.113.25])')}
${MESSAGE}
X-Long: ${'x'.repeat(2_097_152)}`,
    path: ['mail.contoso.com 203.0.113.25 > mx.fabrikam.com receiver encrypted first'],
    findings: ['textCut'],
  },
];
