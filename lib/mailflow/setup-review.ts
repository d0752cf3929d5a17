// Looks at a whole set-up and says what is wrong with it, as a table of named rules. Says it by code; stops nothing.
import type { MailSetup } from './mail-setup';
import { type CompiledRoutes, compileRoutes } from './route';
import { SETUP_FINDING_SEVERITIES, type SetupFinding } from './setup-finding';
import { DELIVERY_RULES } from './setup-rules-delivery';
import { DOMAIN_RULES } from './setup-rules-domains';
import { INBOUND_SETUP_RULES } from './setup-rules-inbound';
import { SCOPE_RULES } from './setup-rules-scope';
import { type SetupRule, setupScene } from './setup-scene';

const RULES: readonly SetupRule[] = [
  ...DOMAIN_RULES,
  ...DELIVERY_RULES,
  ...SCOPE_RULES,
  ...INBOUND_SETUP_RULES,
];
const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** All findings, the gravest first. `routes` are the set-up's own, where they are compiled already. */
export function reviewSetup(setup: MailSetup, routes: CompiledRoutes = compileRoutes(setup)): SetupFinding[] {
  const scene = setupScene(setup, routes);
  return RULES.flatMap(({ code, breaks }) =>
    breaks(scene).map(
      (breach): SetupFinding => ({
        code,
        severity: SETUP_FINDING_SEVERITIES[code],
        ...breach,
      }),
    ),
  ).sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
