'use client';
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { Connector } from '@/lib/mailflow/connector';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { SETUP_FINDING_STEPS, type SetupFinding, type SetupFindingCode } from '@/lib/mailflow/setup-finding';
import { ConnectorBlock } from '../connector-block';
import { FindingList } from './finding-list';
import { useFindingWords } from './finding-words';
import { RouteChanges } from './route-changes';
import type { AskedImpact } from './use-impact';

/** What the fields say themselves, on their step and without the rest of the set-up. */
const SAID_BY_FIELDS: ReadonlySet<SetupFindingCode> = new Set([
  'everyDomain',
  'domainValidationByAddress',
  'smartHostIsCloud',
  'certificateNotAccepted',
]);

const useStyles = makeStyles({
  bars: { display: 'grid', rowGap: '8px', margin: '12px 0' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

type DraftFindingsProps = Readonly<{ impact: AskedImpact['impact']; step: StepId }>;

/** On a step: findings that its fields bring about together with the rest of the set-up. */
export function StepFindings({ impact, step }: DraftFindingsProps) {
  const styles = useStyles();
  const words = useFindingWords();
  const t = useTranslations('setupReview');
  const shown = findingsIn(impact).filter(
    ({ code }) => SETUP_FINDING_STEPS[code] === step && !SAID_BY_FIELDS.has(code),
  );
  if (shown.length === 0) return null;
  return (
    <section className={styles.bars} aria-label={t('step')}>
      {shown.map((finding, at) => {
        const { what, why, fix } = words(finding);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar whose words follow what is typed stays the same bar.
          <MessageBar key={at} intent={finding.severity} politeness="polite" layout="multiline">
            <MessageBarBody>
              <span className={styles.title}>{what}</span>
              {why} {fix}
            </MessageBarBody>
          </MessageBar>
        );
      })}
    </section>
  );
}

const findingsIn = (impact: AskedImpact['impact']): readonly SetupFinding[] =>
  impact ? [...impact.own, ...impact.added] : [];

type DraftImpactProps = AskedImpact & Readonly<{ direction: Connector['direction'] }>;

/** Before a draft is published or created: the routes that move, and what is wrong with it beside the others. */
export function DraftImpact({ impact, failed, direction }: DraftImpactProps) {
  const t = useTranslations('setupReview');
  const findings = findingsIn(impact);
  if (direction === 'inbound' && findings.length === 0) return null;
  return (
    <ConnectorBlock title={t('review')}>
      {direction === 'outbound' && (
        <RouteChanges impact={impact && { ...impact, added: [], addedCount: 0 }} failed={failed} />
      )}
      {findings.length > 0 && (
        <FindingList
          findings={findings}
          more={(impact?.addedCount ?? 0) - (impact?.added.length ?? 0)}
          label={t('review')}
        />
      )}
    </ConnectorBlock>
  );
}
