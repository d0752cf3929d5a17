// What a rule applies to, in a sentence: its conditions, and what excludes a message.
import { useFormatter, useTranslations } from 'next-intl';
import { keptTexts } from '@/lib/mailflow/kept-value';
import type { RuleCondition, TransportRule } from '@/lib/mailflow/transport-rule';
import { valuesOf } from '@/lib/mailflow/transport-rule-draft';

/** Of a longer list the first ones are said, and how many more there are. */
const SAID = 3;
const KB = 1024;

export function useRuleWords(): (rule: Pick<TransportRule, 'conditions' | 'exceptions'>) => string {
  const t = useTranslations('rules');
  const format = useFormatter();
  const valuesIn = (condition: RuleCondition): string => {
    const values = condition.kind === 'other' ? keptTexts(condition.value) : valuesOf(condition);
    const said =
      values.length > SAID ? [...values.slice(0, SAID - 1), `+${values.length - SAID + 1}`] : values;
    return format.list(said, { type: 'disjunction' });
  };
  const say = (condition: RuleCondition): string =>
    t(`said.${condition.kind}`, {
      values: valuesIn(condition),
      name: nameIn(condition),
      scope: 'scope' in condition ? condition.scope : '',
      size: 'bytes' in condition ? format.number(Math.ceil(condition.bytes / KB)) : '',
    });
  const joined = (conditions: readonly RuleCondition[], type: 'conjunction' | 'disjunction') =>
    format.list(conditions.map(say), { type });
  return ({ conditions, exceptions }) => {
    const what = conditions.length === 0 ? t('everything') : capital(joined(conditions, 'conjunction'));
    if (exceptions.length === 0) return what;
    return t('except', { what, exceptions: joined(exceptions, 'disjunction') });
  };
}

function nameIn(condition: RuleCondition): string {
  if ('header' in condition) return condition.header;
  if ('group' in condition) return condition.group;
  return 'parameter' in condition ? condition.parameter : '';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
