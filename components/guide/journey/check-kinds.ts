// What "check now" does for each step: asks DNS about its domains, validates its servers, or only looks at the set-up again.
import type { GuideStepId } from '@/lib/mailflow/guide/journey';

export type CheckKind = 'dns' | 'servers' | 'setUp' | 'person';

export const CHECK_KINDS: Readonly<Record<GuideStepId, CheckKind>> = {
  internetMail: 'dns',
  tls: 'servers',
  receiveCertificate: 'servers',
  externalName: 'servers',
  port25: 'servers',
  firewall: 'person',
  testAddress: 'setUp',
  permissions: 'person',
  senderIdentity: 'setUp',
  routingChoice: 'setUp',
  outboundConnector: 'servers',
  mxProtection: 'dns',
  mxRecord: 'dns',
  inboundConnector: 'setUp',
  relay: 'person',
  spf: 'dns',
  dkimDmarc: 'dns',
  mailArrives: 'person',
  mailLeaves: 'person',
};
