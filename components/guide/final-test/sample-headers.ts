// Headers of a made-up message, from an own Postfix through Office 365 into a mailbox, for whoever wants to see the answer first.

export const SAMPLE_HEADERS = `Received: from AM9PR04MB8745.eurprd04.prod.outlook.com (2603:10a6:20b:40b::11)
 by VI1PR04MB5678.eurprd04.prod.outlook.com with HTTPS; Tue, 10 Mar 2026
 09:15:08 +0000
Received: from AS9PR06CA0383.eurprd06.prod.outlook.com (2603:10a6:20b:460::33)
 by AM9PR04MB8745.eurprd04.prod.outlook.com (2603:10a6:20b:40b::11) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.9700.13; Tue, 10 Mar
 2026 09:15:06 +0000
Authentication-Results: spf=pass (sender IP is 203.0.113.25)
 smtp.mailfrom=contoso.com; dkim=pass (signature was verified)
 header.d=contoso.com;dmarc=pass action=none
 header.from=contoso.com;compauth=pass reason=100
Received: from mail.contoso.com (203.0.113.25) by
 AS9PR06CA0383.mail.protection.outlook.com (2603:10a6:20b:460::33) with
 Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id
 15.20.9700.14 via Frontend Transport; Tue, 10 Mar 2026 09:15:05 +0000
Received: from workstation.contoso.lan (workstation.contoso.lan [192.168.1.40])
	by mail.contoso.com (Postfix) with ESMTP id 4YngG101Nfz30Mn
	for <bob@fabrikam.com>; Tue, 10 Mar 2026 10:07:41 +0100 (CET)
From: Ada <ada@contoso.com>
To: Bob <bob@fabrikam.com>
Subject: Final test
Date: Tue, 10 Mar 2026 09:07:40 +0000
Message-ID: <final-test-1@contoso.com>
X-MS-Exchange-Organization-MessageDirectionality: Originating
X-MS-Exchange-Organization-AuthAs: Internal
X-MS-Exchange-CrossTenant-FromEntityHeader: HybridOnPrem
X-MS-Exchange-CrossTenant-Id: 6b3c0a52-1f6f-4a35-9a3c-5d0b8a1f0c11
`;
