'use client';
import { Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { NothingYetPicture } from '@/components/ui/pictures';
import type { RangeComparison } from '@/lib/mailflow/firewall/compare-ranges';
import type { FirewallRules } from '@/lib/mailflow/firewall/read-rules';
import { firewallWords } from '@/lib/words/firewall-words';
import { SpanList } from './span-list';

const useStyles = makeStyles({
  answer: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '20px',
    alignContent: 'start',
    minHeight: '280px',
  },
  title: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  list: { margin: '0', paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
});

const FINDINGS_SHOWN = 8;

type FirewallAnswerProps = Readonly<{
  rules: FirewallRules;
  comparison: RangeComparison;
  /** Nobody has pasted anything yet. */
  isEmpty: boolean;
}>;

/** What the rules come to: what is missing, what could not be read, what is more than needed. */
export function FirewallAnswer({ rules, comparison, isEmpty }: FirewallAnswerProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.firewall');
  const words = firewallWords(useTranslations('firewall'));
  const { missing, superfluous, covered, merged, wholeFamilies } = comparison;
  const isComplete = missing.length === 0 && merged.length > 0;
  const intent = !isComplete ? 'error' : wholeFamilies.length > 0 ? 'warning' : 'success';
  return (
    <section className={styles.answer} aria-label={t('answer.label')}>
      {isEmpty ? (
        <EmptyState picture={<NothingYetPicture />} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <>
          <MessageBar intent={intent} layout="multiline" politeness="polite">
            <MessageBarBody>{words.result(comparison)}</MessageBarBody>
          </MessageBar>
          <SpanList title={t('missing.title')} text={t('missing.text')} spans={missing} />
          <Unread findings={rules.findings} />
          <SpanList title={t('superfluous.title')} text={t('superfluous.text')} spans={superfluous} />
          <SpanList title={t('covered.title')} text={t('covered.text')} spans={covered} />
          <SpanList
            title={t('merged.title')}
            text={t('merged.text', { count: rules.entries.length, blocks: merged.length })}
            spans={merged}
          />
        </>
      )}
    </section>
  );
}

/** Each piece that was not counted, with its line and the reason. */
function Unread({ findings }: Pick<FirewallRules, 'findings'>) {
  const styles = useStyles();
  const t = useTranslations('guidePages.firewall');
  const words = firewallWords(useTranslations('firewall'));
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, FINDINGS_SHOWN);
  return (
    <section aria-labelledby="unread-rules">
      <h2 id="unread-rules" className={styles.title}>
        {t('unread.title', { count: findings.length })}
      </h2>
      <p className={styles.text}>{t('unread.text')}</p>
      <ul className={styles.list}>
        {shown.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one text keep their order.
          <li key={at}>{words.finding(finding)}</li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <Link as="button" onClick={() => setAll(true)}>
          {t('more', { count: findings.length - shown.length })}
        </Link>
      )}
    </section>
  );
}
