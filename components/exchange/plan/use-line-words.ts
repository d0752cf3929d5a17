// What a row of a plan is, or what is different about it: sentences.
import { useTranslations } from 'next-intl';
import { useChangeWords } from '@/components/connectors/change-words';
import { useDomainWords } from '@/components/domains/use-domain-words';
import { useRuleWords } from '@/components/rules/use-rule-words';
import type { LineWords, PlanLine, RuleChange } from './plan-line';

export function useLineWords(): (line: Pick<PlanLine, 'words'>) => string[] {
  const t = useTranslations('exchange.plan');
  const change = useChangeWords();
  const domain = useDomainWords();
  const rule = useRuleWords();
  const ruleChange = useRuleChangeWords();

  const differences = (words: Extract<LineWords, { kept: unknown }>): string[] => {
    if (words.kind === 'connector') return words.changes.map(change);
    if (words.kind === 'transportRule') return words.changes.map(ruleChange);
    const [from, to] = [domain(words.from), domain(words.to)];
    return from === to ? [] : [t('becomes', { from, to })];
  };
  return ({ words }) => {
    if (!words) return [];
    if ('kept' in words) {
      return [...differences(words), ...words.kept.map(change)];
    }
    if (words.kind === 'connector') {
      const { direction, partnerKind, enabled } = words.is;
      return [t(`scenario.${direction}.${partnerKind}`), ...(enabled ? [] : [t('off')])];
    }
    if (words.kind === 'acceptedDomain') return [domain(words.is)];
    const off = words.is.enabled ? [] : [t('off')];
    return [t('rule.is', { what: rule(words.is), connector: words.connector }), ...off];
  };
}

function useRuleChangeWords(): (change: RuleChange) => string {
  const t = useTranslations('exchange.plan.rule');
  const rule = useRuleWords();
  return (change) => {
    switch (change.what) {
      case 'name':
      case 'connector':
        return t(change.what, { from: change.from, to: change.to });
      case 'priority':
        return t('priority', { from: change.from, to: change.to });
      case 'asks':
        return t('asks', { from: rule(change.from), to: rule(change.to) });
      default:
        return t(change.what);
    }
  };
}
