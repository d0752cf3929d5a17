// The addresses of the set-up guide's pages.
import type { RangesForm } from './firewall/range-files';

const GUIDE_PATH = '/guide';

const FIREWALL_PATH = `${GUIDE_PATH}/firewall`;

/** The firewall page with the ranges in this form. */
export const firewallPath = (form: RangesForm): string =>
  form === 'list' ? FIREWALL_PATH : `${FIREWALL_PATH}?form=${form}`;
