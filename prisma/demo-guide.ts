// How far the demo's organization has come in the set-up guide, and what DNS says of its domains there: one is moved, one is
// ready, one has mistakes.
import type { GuideScenario, GuideStepId } from '../lib/mailflow/guide/journey';

export const SCENARIO: Readonly<{ scenario: GuideScenario; daysAgo: number }> = {
  scenario: 'ownServers',
  daysAgo: 181,
};

export type DemoMark = Readonly<{ step: GuideStepId; daysAgo: number; note?: string }>;

export const MARKS: readonly DemoMark[] = [
  { step: 'permissions', daysAgo: 181 },
  { step: 'receiveCertificate', daysAgo: 180 },
  { step: 'firewall', daysAgo: 178, note: 'CHG-4711, both sites' },
];

type Records = Readonly<{ MX?: readonly string[]; TXT?: readonly string[]; ttl?: number }>;

const SPF = 'v=spf1 include:spf.protection.outlook.com -all';
const DKIM = { TXT: ['v=DKIM1; k=rsa; p=MIGfMA0GCSq'] };

/** By name; what is not here does not exist. */
export const DNS_OF_DEMO: Readonly<Record<string, Records>> = {
  'spf.protection.outlook.com': { TXT: ['v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 -all'] },
  'contoso.com': { MX: ['0 contoso-com.mail.protection.outlook.com'], TXT: [SPF], ttl: 3600 },
  'selector1._domainkey.contoso.com': DKIM,
  'selector2._domainkey.contoso.com': DKIM,
  '_dmarc.contoso.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:dmarc@contoso.com'] },
  'sales.contoso.com': { MX: ['10 good.demo.test'], TXT: [SPF], ttl: 300 },
  '_dmarc.sales.contoso.com': { TXT: ['v=DMARC1; p=none'] },
  'fabrikam.com': {
    MX: ['10 good.demo.test', '20 nostarttls.demo.test'],
    TXT: [SPF, 'v=spf1 mx ~all'],
    ttl: 3600,
  },
};
