'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { ConnectorBlock } from '../connectors/connector-block';
import { useDomainWords } from '../domains/use-domain-words';
import { useRuleWords } from '../rules/use-rule-words';
import { textsIn } from './read-details';
import { domainChangesIn, domainsIn, ruleIn } from './setup-in';

const useStyles = makeStyles({ lines: { margin: '0', paddingLeft: '20px', display: 'grid', rowGap: '4px' } });

/** Of a long list the first ones are said; what was recorded has all. */
const SAID = 50;

/** What an entry about accepted domains or rules says beside its sentence; nothing for others. */
export function EntrySetup({ entry: { details } }: Readonly<{ entry: AuditLogEntry }>) {
  const styles = useStyles();
  const t = useTranslations('audit.entry');
  const rules = useRuleWords();
  const kind = useDomainWords();
  const [before, after] = [ruleIn(details, 'before'), ruleIn(details, 'after')];
  const rule = ruleIn(details, 'rule');
  const [was, is] = [textsIn(details, 'before'), textsIn(details, 'after')];
  const changed = [
    ...(before && after && rules(before) !== rules(after) ? [`${rules(before)} → ${rules(after)}`] : []),
    ...(was.length > 0 && is.length > 0 ? [`${was.join(', ')} → ${is.join(', ')}`] : []),
    ...domainChangesIn(details).map(
      ({ before, after }) => `${after.domain}: ${kind(before)} → ${kind(after)}`,
    ),
  ];
  const held = [
    ...(rule ? [rules(rule)] : []),
    ...domainsIn(details, 'domains').map((accepted) => `${accepted.domain}: ${kind(accepted)}`),
  ];
  return (
    <>
      {changed.length > 0 && <Lines title={t('changes')} lines={changed} className={styles.lines} />}
      {held.length > 0 && <Lines title={t('settings')} lines={held} className={styles.lines} />}
    </>
  );
}

type LinesProps = Readonly<{ title: string; lines: readonly string[]; className: string }>;

function Lines({ title, lines, className }: LinesProps) {
  return (
    <ConnectorBlock title={title}>
      <ul className={className}>
        {lines.slice(0, SAID).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ConnectorBlock>
  );
}
