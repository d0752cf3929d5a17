// What a sample of the corpus is: headers as somebody would paste them, and what is to be read of them.

export type Sample = Readonly<{
  name: string;
  text: string;
  /** Oldest first: `client address > server`, whose word, TLS, delay. */
  path: readonly string[];
  /** Codes of findings, in their order. */
  findings: readonly string[];
  /** Results that count, as `method=result`. */
  authentication?: readonly string[];
}>;

/** Office 365's edge takes a message from `client`, and its own servers hand it to the mailbox. */
export const intoCloud = (client: string, { tls = 'version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384' } = {}) =>
  `Received: from AM9PR04MB8745.eurprd04.prod.outlook.com (2603:10a6:20b:40b::11)
 by VI1PR04MB5678.eurprd04.prod.outlook.com with HTTPS; Tue, 10 Mar 2026
 09:15:08 +0000
Received: from AS9PR06CA0383.eurprd06.prod.outlook.com (2603:10a6:20b:460::33)
 by AM9PR04MB8745.eurprd04.prod.outlook.com (2603:10a6:20b:40b::11) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.9700.13; Tue, 10 Mar
 2026 09:15:06 +0000
Received: from AMS0EPF000001A4.eurprd05.prod.outlook.com
 (2603:10a6:20b:460:cafe::5e) by AS9PR06CA0383.outlook.office365.com
 (2603:10a6:20b:460::33) with Microsoft SMTP Server (version=TLS1_3,
 cipher=TLS_AES_256_GCM_SHA384) id 15.20.9700.14 via Frontend Transport; Tue,
 10 Mar 2026 09:15:06 +0000
Authentication-Results: spf=pass (sender IP is 203.0.113.25)
 smtp.mailfrom=contoso.com; dkim=pass (signature was verified)
 header.d=contoso.com;dmarc=pass action=none
 header.from=contoso.com;compauth=pass reason=100
Received-SPF: Pass (protection.outlook.com: domain of contoso.com designates
 203.0.113.25 as permitted sender) receiver=protection.outlook.com;
 client-ip=203.0.113.25; helo=mail.contoso.com; pr=C
Received: from ${client} by
 AMS0EPF000001A4.mail.protection.outlook.com (10.167.16.229) with Microsoft
 SMTP Server (${tls}) id
 15.20.9700.14 via Frontend Transport; Tue, 10 Mar 2026 09:15:05 +0000`;

/** What intoCloud() is read as. */
export const INTO_CLOUD_PATH = [
  'AMS0EPF000001A4.eurprd05.prod.outlook.com 2603:10a6:20b:460:cafe::5e > as9pr06ca0383.outlook.office365.com office365 TLS 1.3 +1s',
  'AS9PR06CA0383.eurprd06.prod.outlook.com 2603:10a6:20b:460::33 > am9pr04mb8745.eurprd04.prod.outlook.com office365 TLS 1.2 +0s',
  'AM9PR04MB8745.eurprd04.prod.outlook.com 2603:10a6:20b:40b::11 > vi1pr04mb5678.eurprd04.prod.outlook.com office365 encrypted +2s',
];
export const CLOUD_AUTHENTICATION = ['spf=pass', 'dkim=pass', 'dmarc=pass', 'compauth=pass'];

/** A mailbox of the cloud sends, through the cloud's servers; the next server is to be written in front. */
export const OUT_OF_CLOUD = `Received: from VI1PR04MB5678.eurprd04.prod.outlook.com (2603:10a6:803:b7::12)
 by AM9PR04MB8745.eurprd04.prod.outlook.com (2603:10a6:20b:40b::11) with
 Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.9700.13; Tue, 10 Mar
 2026 09:15:06 +0000
Received: from VI1PR04MB5678.eurprd04.prod.outlook.com
 ([fe80::a1b2:c3d4:e5f6:1234]) by VI1PR04MB5678.eurprd04.prod.outlook.com
 ([fe80::a1b2:c3d4:e5f6:1234%5]) with mapi id 15.20.9700.013; Tue, 10 Mar 2026
 09:15:05 +0000`;
export const OUT_OF_CLOUD_PATH = [
  'VI1PR04MB5678.eurprd04.prod.outlook.com fe80::a1b2:c3d4:e5f6:1234 > vi1pr04mb5678.eurprd04.prod.outlook.com office365 unknown first',
  'VI1PR04MB5678.eurprd04.prod.outlook.com 2603:10a6:803:b7::12 > am9pr04mb8745.eurprd04.prod.outlook.com office365 TLS 1.2 +1s',
];

/** The fields that people write. */
export const MESSAGE = `From: Ada <ada@contoso.com>
To: Bob <bob@fabrikam.com>
Subject: Final test
Date: Tue, 10 Mar 2026 09:15:00 +0000
Message-ID: <final-test-1@contoso.com>
MIME-Version: 1.0`;
