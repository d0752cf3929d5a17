'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import { formatSpan } from '@/lib/mailflow/firewall/address-span';
import type { NeededRange } from '@/lib/mailflow/firewall/compare-ranges';
import { MICROSOFT_RANGES } from '@/lib/mailflow/firewall/microsoft-ranges';
import { firewallWords } from '@/lib/words/firewall-words';
import { CoverageBar } from './coverage-bar';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
    padding: '16px 20px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 640px)': { padding: '16px 12px' },
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  version: { margin: '0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0', display: 'grid', rowGap: '12px' },
  line: { display: 'flex', justifyContent: 'space-between', columnGap: '12px', marginBottom: '4px' },
  range: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  note: {
    margin: '0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

const TONES: Readonly<Record<NeededRange['state'], StatusTone>> = {
  covered: 'good',
  partly: 'warning',
  missing: 'bad',
};

type NeededRangesProps = Readonly<{
  needed: readonly NeededRange[];
  /** False as long as no rules were read: then nothing is said of what they let in. */
  compared: boolean;
}>;

/** What Microsoft 365 sends mail from, how much of it is let in, and where the list comes from. */
export function NeededRanges({ needed, compared }: NeededRangesProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.firewall.needed');
  const words = firewallWords(useTranslations('firewall'));
  return (
    <section className={styles.part} aria-labelledby="needed-ranges">
      <div>
        <h2 id="needed-ranges" className={styles.title}>
          {t('title', { count: needed.length })}
        </h2>
        <p className={styles.version}>{words.version(MICROSOFT_RANGES)}</p>
      </div>
      <ul className={styles.list}>
        {needed.map((one) => {
          const range = formatSpan(one.range);
          return (
            <li key={range}>
              <div className={styles.line}>
                <span className={styles.range}>{range}</span>
                {compared && <StatusDot tone={TONES[one.state]} text={words.state(one)} />}
              </div>
              <CoverageBar range={one.range} missing={compared ? one.missing : undefined} />
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>{t('source')}</p>
      <p className={styles.note}>
        {t.rich('refresh', { code: (command) => <code className={styles.code}>{command}</code> })}
      </p>
    </section>
  );
}
