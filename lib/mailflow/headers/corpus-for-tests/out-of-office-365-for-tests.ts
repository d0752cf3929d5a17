// Headers of messages out of Office 365, as the next server wrote them: own servers of each kind, and the Internet.
import { MESSAGE, OUT_OF_CLOUD, OUT_OF_CLOUD_PATH, type Sample } from './sample-for-tests';

const CLOUD = 'EUR05-AM6-obe.outbound.protection.outlook.com';

/** Office 365 hands a message to an own server, where it lies. */
const toOwn = (name: string, tls: string, received: string, findings: readonly string[] = []): Sample => ({
  name,
  text: `${received}\n${OUT_OF_CLOUD}\n${MESSAGE}`,
  path: [...OUT_OF_CLOUD_PATH, `${CLOUD} 40.107.22.50 > mail.contoso.com receiver ${tls} +2s`],
  findings,
});

export const OUT_OF_OFFICE_365: readonly Sample[] = [
  {
    name: 'to an own Exchange server, with internal headers',
    text: `Received: from EX01.contoso.local (10.0.0.5) by EX02.contoso.local (10.0.0.6)
 with Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.1748.10 via Mailbox
 Transport; Tue, 10 Mar 2026 10:15:10 +0100
Received: from ${CLOUD} (40.107.8.50)
 by mail.contoso.com (10.0.0.5) with Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.1748.10 via Frontend
 Transport; Tue, 10 Mar 2026 10:15:08 +0100
${OUT_OF_CLOUD}
${MESSAGE}
X-MS-Exchange-Organization-AuthAs: Internal
X-MS-Exchange-Organization-Cross-Premises-Headers-Promoted: EX01.contoso.local`,
    path: [
      ...OUT_OF_CLOUD_PATH,
      `${CLOUD} 40.107.8.50 > mail.contoso.com receiver TLS 1.2 +2s`,
      'EX01.contoso.local 10.0.0.5 > ex02.contoso.local receiver TLS 1.2 +2s',
    ],
    findings: [],
  },
  toOwn(
    'to an own Postfix that asked for a certificate',
    'TLS 1.3',
    `Received: from ${CLOUD} (mail-am6eur05on2050.outbound.protection.outlook.com [40.107.22.50])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
	 key-exchange ECDHE (P-384) server-signature RSA-PSS (2048 bits) server-digest SHA256)
	(Client CN "mail.protection.outlook.com", Issuer "DigiCert Cloud Services CA-1" (verified OK))
	by mail.contoso.com (Postfix) with ESMTPS id 22995401B7
	for <bob@contoso.com>; Tue, 10 Mar 2026 10:15:08 +0100 (CET)`,
  ),
  {
    name: 'to an own Postfix, through its filter on the same machine',
    text: `Received: from localhost (localhost [127.0.0.1])
	by mail.contoso.com (Postfix) with ESMTP id BD79F40BD0;
	Tue, 10 Mar 2026 10:15:09 +0100 (CET)
Received: from mail.contoso.com ([127.0.0.1])
	by localhost (mail.contoso.com [127.0.0.1]) (amavisd-new, port 10024)
	with ESMTP id uihrXRZ-drQr; Tue, 10 Mar 2026 10:15:08 +0100 (CET)
Received: from ${CLOUD} (mail-am6eur05on2050.outbound.protection.outlook.com [40.107.22.50])
	by mail.contoso.com (Postfix) with ESMTPS id 7C52A40BC8
	for <bob@contoso.com>; Tue, 10 Mar 2026 10:15:08 +0100 (CET)
${OUT_OF_CLOUD}
${MESSAGE}`,
    path: [
      ...OUT_OF_CLOUD_PATH,
      `${CLOUD} 40.107.22.50 > mail.contoso.com receiver encrypted +2s`,
      'mail.contoso.com 127.0.0.1 > localhost receiver plain +0s',
      'localhost 127.0.0.1 > mail.contoso.com receiver plain +1s',
    ],
    findings: [],
  },
  toOwn(
    'to an own Exim',
    'TLS 1.2',
    `Received: from mail-am6eur05on2050.outbound.protection.outlook.com ([40.107.22.50] helo=${CLOUD})
	by mail.contoso.com with esmtps  (TLS1.2) tls TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
	(Exim 4.96)
	(envelope-from <ada@contoso.com>)
	id 1nC0M0-000lKE-Nf
	for bob@contoso.com;
	Tue, 10 Mar 2026 10:15:08 +0100`,
  ),
  toOwn(
    'to an own Exim of older days',
    'TLS 1.2',
    `Received: from mail-am6eur05on2050.outbound.protection.outlook.com ([40.107.22.50]:11234 helo=${CLOUD})
	by mail.contoso.com with esmtps (TLSv1.2:ECDHE-RSA-AES256-GCM-SHA384:256)
	(Exim 4.89) (envelope-from <ada@contoso.com>) id 1nC0M0-000lKE-Nf
	for bob@contoso.com; Tue, 10 Mar 2026 10:15:08 +0100`,
  ),
  toOwn(
    'to an own Sendmail',
    'TLS 1.2',
    `Received: from ${CLOUD} (mail-am6eur05on2050.outbound.protection.outlook.com [40.107.22.50])
	by mail.contoso.com (8.15.2/8.15.2/Debian-22) with ESMTPS id 12A9F8xY004321
	(version=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 bits=256 verify=OK)
	for <bob@contoso.com>; Tue, 10 Mar 2026 10:15:08 +0100`,
  ),
  toOwn(
    'to an own OpenSMTPD',
    'TLS 1.3',
    `Received: from ${CLOUD} (mail-am6eur05on2050.outbound.protection.outlook.com [40.107.22.50])
	by mail.contoso.com (OpenSMTPD) with ESMTPS id 5f1e2d3c (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO)
	for <bob@contoso.com>;
	Tue, 10 Mar 2026 10:15:08 +0100 (CET)`,
  ),
  toOwn(
    'to an own server that took it without TLS',
    'plain',
    `Received: from ${CLOUD} (mail-am6eur05on2050.outbound.protection.outlook.com [40.107.22.50])
	by mail.contoso.com (Postfix) with ESMTP id 22995401B7
	for <bob@contoso.com>; Tue, 10 Mar 2026 10:15:08 +0100 (CET)`,
    ['hopPlain'],
  ),
  {
    name: 'to Gmail',
    text: `Delivered-To: bob@gmail.com
Received: by 2002:a05:7022:6b8a:b0:60:1234:abcd with SMTP id bp10csp123456;
        Tue, 10 Mar 2026 02:15:10 -0700 (PDT)
X-Received: by 2002:a05:600c:4fc9:b0:412:abcd with SMTP id o9mr123;
        Tue, 10 Mar 2026 02:15:09 -0700 (PDT)
Authentication-Results: mx.google.com;
       dkim=pass header.i=@contoso.com header.s=selector1 header.b=abc;
       spf=pass (google.com: domain of ada@contoso.com designates 40.107.22.50 as permitted sender) smtp.mailfrom=ada@contoso.com;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=contoso.com
Received: from ${CLOUD} (mail-am6eur05on2050.outbound.protection.outlook.com. [40.107.22.50])
        by mx.google.com with ESMTPS id ffacd0b85a97d-38f0a1
        for <bob@gmail.com>
        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
        Tue, 10 Mar 2026 02:15:09 -0700 (PDT)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=contoso.com;
 s=selector1; h=From:Date:Subject; bh=abc=; b=def=
${OUT_OF_CLOUD}
${MESSAGE}`,
    path: [
      ...OUT_OF_CLOUD_PATH,
      `${CLOUD} 40.107.22.50 > mx.google.com receiver TLS 1.3 +3s`,
      '- - > 2002:a05:7022:6b8a:b0:60:1234:abcd receiver unknown +1s',
    ],
    findings: [],
    authentication: ['dkim=pass', 'spf=pass', 'dmarc=pass'],
  },
  {
    name: 'from an own server through Office 365 to Gmail: what the own server wrote is only claimed',
    text: `Received: from ${CLOUD} (mail-am6eur05on2050.outbound.protection.outlook.com. [40.107.22.50])
        by mx.google.com with ESMTPS id ffacd0b85a97d-38f0a1
        for <bob@gmail.com>
        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
        Tue, 10 Mar 2026 02:15:12 -0700 (PDT)
Received: from AS9PR06CA0383.eurprd06.prod.outlook.com (2603:10a6:20b:460::33)
 by AM9PR04MB8745.eurprd04.prod.outlook.com (2603:10a6:20b:40b::11) with
 Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)
 id 15.20.9700.13; Tue, 10 Mar 2026 09:15:08 +0000
Received: from mail.contoso.com (203.0.113.25) by
 AMS0EPF000001A4.mail.protection.outlook.com (10.167.16.229) with Microsoft SMTP
 Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.9700.14 via
 Frontend Transport; Tue, 10 Mar 2026 09:15:07 +0000
Received: from printer (printer.contoso.lan [192.168.1.9])
	by mail.contoso.com (Postfix) with ESMTP id 12345
	for <bob@gmail.com>; Tue, 10 Mar 2026 10:15:05 +0100 (CET)
${MESSAGE}
X-MS-Exchange-CrossTenant-FromEntityHeader: HybridOnPrem`,
    path: [
      'printer 192.168.1.9 > mail.contoso.com claimed plain first',
      'mail.contoso.com 203.0.113.25 > ams0epf000001a4.mail.protection.outlook.com office365 TLS 1.3 +2s',
      'AS9PR06CA0383.eurprd06.prod.outlook.com 2603:10a6:20b:460::33 > am9pr04mb8745.eurprd04.prod.outlook.com office365 TLS 1.2 +1s',
      `${CLOUD} 40.107.22.50 > mx.google.com receiver TLS 1.3 +4s`,
    ],
    findings: ['hopsClaimed'],
  },
  {
    name: 'through a filter outside and back, to a server with filters beside it',
    text: `Received: from localhost.localdomain (localhost.localdomain [127.0.0.1])
	by mx.example.org (Postfix) with ESMTP id BCD8F1494A3;
	Thu, 28 Nov 2024 07:39:50 +0000 (UTC)
Authentication-Results: mx.example.org;
	dkim=pass (1024-bit key) header.d=contoso.com header.i=@contoso.com header.b="Y//h4KPT"
Received: from EUR05-AM6-obe.outbound.protection.outlook.com (mail-am6eur05on2043.outbound.protection.outlook.com [40.107.22.43])
	(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits))
	(No client certificate requested)
	by mx.example.org (Postfix) with ESMTPS id 8ABC1146590
	for <list@example.org>; Thu, 28 Nov 2024 07:39:46 +0000 (UTC)
Authentication-Results: mx.example.org; dmarc=pass (p=none dis=none) header.from=contoso.com
ARC-Authentication-Results: i=2; mx.microsoft.com 1; spf=pass (sender ip is
 198.51.100.7) smtp.rcpttodomain=example.org smtp.mailfrom=contoso.com; arc=pass (0 oda=1 ltdi=1
 spf=[1,1,smtp.mailfrom=contoso.com] dkim=[1,1,header.d=contoso.com])
Received: from DU2PR04CA0065.eurprd04.prod.outlook.com (2603:10a6:10:232::10)
 by PAWPR08MB9056.eurprd08.prod.outlook.com (2603:10a6:102:333::22) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8207.14; Thu, 28 Nov
 2024 07:39:41 +0000
X-MS-Exchange-Authentication-Results: spf=pass (sender IP is 198.51.100.7)
 smtp.mailfrom=contoso.com; dkim=pass (signature was verified)
 header.d=contoso.com;dmarc=pass action=none header.from=contoso.com;
Received: from out1.filter.example (198.51.100.7) by
 DB1PEPF000509EC.mail.protection.outlook.com (10.167.242.70) with Microsoft
 SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.8207.12
 via Frontend Transport; Thu, 28 Nov 2024 07:39:39 +0000
Received: ("Filter outbound 206fab1c37e0:v514"); Thu, 28 Nov 2024 07:39:39 +0000
Received: from EUR05-DB8-obe.outbound.protection.outlook.com
    by out1.filter.example with ESMTPS id L75f4656fc1b4.2
    (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384);
    Thu, 28 Nov 2024 07:39:28 +0000
Received: from GV1PR08MB10521.eurprd08.prod.outlook.com
 ([fe80::d430:4ef9:b30b:c739]) by GV1PR08MB10521.eurprd08.prod.outlook.com
 ([fe80::d430:4ef9:b30b:c739%4]) with mapi id 15.20.8207.010; Thu, 28 Nov 2024
 07:39:22 +0000
${MESSAGE}`,
    path: [
      'GV1PR08MB10521.eurprd08.prod.outlook.com fe80::d430:4ef9:b30b:c739 > gv1pr08mb10521.eurprd08.prod.outlook.com claimed unknown first',
      'EUR05-DB8-obe.outbound.protection.outlook.com - > out1.filter.example claimed TLS 1.3 +6s',
      '- - > - claimed unknown +11s',
      'out1.filter.example 198.51.100.7 > db1pepf000509ec.mail.protection.outlook.com office365 TLS 1.3 +0s',
      'DU2PR04CA0065.eurprd04.prod.outlook.com 2603:10a6:10:232::10 > pawpr08mb9056.eurprd08.prod.outlook.com office365 TLS 1.2 +2s',
      'EUR05-AM6-obe.outbound.protection.outlook.com 40.107.22.43 > mx.example.org receiver TLS 1.2 +5s',
      'localhost.localdomain 127.0.0.1 > mx.example.org receiver plain +4s',
    ],
    findings: ['hopUnreadable', 'hopsClaimed'],
    authentication: ['dkim=pass', 'dmarc=pass', 'spf=pass', 'dkim=pass', 'dmarc=pass'],
  },
  {
    name: 'from an address that no list has, by a name that the server had looked up in both directions',
    text: `Received: from ${CLOUD} (mail-tyzapc01rlhn2181.outbound.protection.outlook.com [198.51.100.181])
	by mail.contoso.com (Postfix) with ESMTPS id 22995401B7; Tue, 10 Mar 2026 09:15:08 +0000
${OUT_OF_CLOUD}
${MESSAGE}`,
    path: [...OUT_OF_CLOUD_PATH, `${CLOUD} 198.51.100.181 > mail.contoso.com receiver encrypted +2s`],
    findings: [],
  },
  {
    name: 'between two mailboxes of the cloud',
    text: `${OUT_OF_CLOUD}
${MESSAGE}`,
    path: OUT_OF_CLOUD_PATH,
    findings: [],
  },
];
