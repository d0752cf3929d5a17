import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { RulesScreen } from '@/components/rules/rules-screen';
import { transportRules } from '@/lib/operations/transport-rules';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') };
}

async function RulesPage() {
  const [{ role }, context] = await Promise.all([signedIn(), requestContext()]);
  return (
    <RulesScreen
      rules={await pageValue(await transportRules(context))}
      role={role}
      actions={{
        create: actions.createTransportRuleAction,
        change: actions.changeTransportRuleAction,
        switch: actions.switchTransportRuleAction,
        order: actions.orderTransportRulesAction,
        remove: actions.removeTransportRuleAction,
        targets: actions.ruleTargetsAction,
      }}
    />
  );
}

export default withWords(RulesPage, 'connectors', 'findings', 'life', 'mailSetup', 'rules', 'wizard');
