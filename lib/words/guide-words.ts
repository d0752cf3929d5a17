// What the guide's steps, states and evidence say, by a translator of the reader's language. What a validation or an MX look-up saw
// has words of its own (verdicts, cloudMx).
import type { useTranslations } from 'next-intl';
import type { GuideWayView } from '../mailflow/guide/guide-view';
import type { GuidePartId, GuideScenario, GuideStepId } from '../mailflow/guide/journey';
import type { GuideEvidence, GuideRemedy, GuideState } from '../mailflow/guide/step-state';

/** What reads otherwise where the other side is a partner. */
const PARTNER_STEPS = [
  'tls',
  'testAddress',
  'outboundConnector',
  'inboundConnector',
  'mailArrives',
  'mailLeaves',
] as const;
const PARTNER_PARTS = ['prerequisites', 'environment', 'outbound', 'inbound'] as const;
const isOneOf = <T extends string>(some: readonly T[], one: string): one is T =>
  (some as readonly string[]).includes(one);

/** `t` speaks the words of `guide`. */
export const guideWords = (t: ReturnType<typeof useTranslations<'guide'>>) => ({
  scenario: (scenario: GuideScenario) => ({
    title: t(`scenario.${scenario}.title`),
    text: t(`scenario.${scenario}.text`),
  }),
  part: (id: GuidePartId, scenario: GuideScenario) => {
    const key = scenario === 'partner' && isOneOf(PARTNER_PARTS, id) ? (`${id}Partner` as const) : id;
    return { title: t(`part.${key}.title`), text: t(`part.${key}.text`) };
  },
  /** `how` says how it is checked, and by whom. */
  step: (id: GuideStepId, scenario: GuideScenario) => {
    const key = scenario === 'partner' && isOneOf(PARTNER_STEPS, id) ? (`${id}Partner` as const) : id;
    return { title: t(`step.${key}.title`), why: t(`step.${key}.why`), how: t(`step.${key}.how`) };
  },
  state: (state: GuideState): string => t(`state.${state}`),
  evidence: ({ code, params }: Extract<GuideEvidence, { kind: 'said' }>): string =>
    t(`evidence.${code}`, params),
  remedy: ({ code, params }: GuideRemedy): string => t(`remedy.${code}`, params),
  way: ({ to }: Pick<GuideWayView, 'to'>): string => t(`way.${to}`),
});
