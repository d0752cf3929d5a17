// The addresses of the set-up guide's pages.
import type { GuideStepId } from '@/lib/mailflow/guide/journey';
import type { RangesForm } from './firewall/range-files';

export const GUIDE_PATH = '/guide';

/** The guide, opened at this step. */
export const guideStepPath = (step: GuideStepId): string => `${GUIDE_PATH}?step=${step}`;

/** The switch of a domain's MX record. */
export const mxSwitchPath = (domain: string): string => `${GUIDE_PATH}/mx?${new URLSearchParams({ domain })}`;

const FIREWALL_PATH = `${GUIDE_PATH}/firewall`;

/** The firewall page with the ranges in this form. */
export const firewallPath = (form: RangesForm): string =>
  form === 'list' ? FIREWALL_PATH : `${FIREWALL_PATH}?form=${form}`;
