'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { EntryList } from '@/components/ui/entry-list';
import type { Parsed } from '@/lib/mailflow/finding';
import { addParsed } from '@/lib/mailflow/list-entries';
import type { RuleConditionKind } from '@/lib/mailflow/transport-rule';
import type { ConditionList } from '@/lib/mailflow/transport-rule-draft';
import { useFindingText } from '../connectors/wizard/finding-text';
import type { RuleValues } from './rule-form-values';

const useStyles = makeStyles({ list: { margin: '0', paddingLeft: '20px', overflowWrap: 'anywhere' } });

type Held = 'domains' | 'addresses' | 'patterns' | 'members' | 'words';

/** What the values of each kind are; a kind without values is not here. */
const HELD: Readonly<Partial<Record<RuleConditionKind, Held>>> = {
  recipientDomainIs: 'domains',
  senderDomainIs: 'domains',
  recipientIs: 'addresses',
  senderIs: 'addresses',
  recipientMatches: 'patterns',
  senderMatches: 'patterns',
  headerMatches: 'patterns',
  recipientMemberOf: 'members',
  senderMemberOf: 'members',
  headerContains: 'words',
};

type ConditionValuesFieldProps = Readonly<{
  path: `${ConditionList}.${number}`;
  kind: RuleConditionKind;
  parse: (text: string) => Parsed<string>;
  readOnly: boolean;
}>;

/** The list of a condition, with the box that adds to it. */
export function ConditionValuesField({ path, kind, parse, readOnly }: ConditionValuesFieldProps) {
  const styles = useStyles();
  const t = useTranslations('rules.panel');
  const words = useTranslations('mailSetup.list');
  const wordsOf = useFindingText();
  const { control, setValue, setError, clearErrors, getFieldState, formState } = useFormContext<RuleValues>();
  const [values, typed] = useWatch({ control, name: [`${path}.values`, `${path}.typed`] });
  const { error } = getFieldState(`${path}.values`, formState);
  const held = HELD[kind] ?? 'words';
  const change = (entries: string[]) => {
    clearErrors(`${path}.values`);
    setValue(`${path}.values`, entries, { shouldDirty: true });
  };
  const type = (text: string) => setValue(`${path}.typed`, text, { shouldDirty: true });
  if (readOnly)
    return (
      <ul className={styles.list} aria-label={t(`values.${held}`)}>
        {values.map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
    );
  return (
    <EntryList
      label={t(`values.${held}`)}
      placeholder={t(`placeholder.${held}`)}
      {...(held !== 'addresses' && held !== 'words' && { hint: t(`valuesHint.${held}`) })}
      entries={values}
      text={typed}
      error={error?.message}
      onText={type}
      onLeave={() => undefined}
      onAdd={(text) => {
        const { entries, rest, added, finding } = addParsed(parse, values, text);
        change(entries);
        type(rest);
        if (finding) setError(`${path}.values`, { message: wordsOf(finding) });
        return added;
      }}
      onEntries={change}
      words={{
        add: words('add'),
        remove: (value) => words('remove', { value }),
        count: (count) => words('count', { count }),
        added: (count) => words('added', { count }),
        removed: (value) => words('removed', { value }),
        undo: words('undo'),
      }}
    />
  );
}
