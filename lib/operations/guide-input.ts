// What the guide's actions take.
import { z } from 'zod';
import { GUIDE_SCENARIOS, GUIDE_STEP_IDS, type GuideStepId } from '../mailflow/guide/journey';
import { domainName } from './accepted-domains';

/** How many domains one request may look up, all at once; the page asks for the next ones in another. */
export const GUIDE_DOMAINS_MAX = 10;
const NOTE_MAX = 500;

export const chooseScenarioInput = z.strictObject({ scenario: z.enum(GUIDE_SCENARIOS) });

const step = z.enum(GUIDE_STEP_IDS as [GuideStepId, ...GuideStepId[]]);

/** The domain or server of a step that is held for each; absent for all. */
const subject = z.string().min(1).max(300).optional();

/** `note` says what was done or where it is written down. */
export const confirmStepInput = z.strictObject({
  step,
  subject,
  note: z.string().trim().max(NOTE_MAX).optional(),
});
export const withdrawConfirmationInput = z.strictObject({ step, subject });

/**
 * `dns`: looks up the records of `domains` and answers when they are there. `servers`: puts a validation of each outbound
 * connector into the queue, test messages and the open-relay questions included. `onItsOwn`: asked by the open page and not
 * by a person, so that only what is old is looked up, and no validation begins.
 */
export const requestGuideChecksInput = z.strictObject({
  domains: z.array(domainName).max(GUIDE_DOMAINS_MAX),
  servers: z.boolean(),
  onItsOwn: z.boolean(),
});

export const watchMxInput = z.strictObject({ domain: domainName });
