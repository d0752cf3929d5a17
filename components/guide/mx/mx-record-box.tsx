'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { Breakable } from '@/components/ui/breakable';
import { CopyButton } from '@/components/ui/copy-button';
import type { MxWatch } from '@/lib/operations/watch-mx';
import { MxSection } from './mx-section';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '20px',
    rowGap: '6px',
    margin: '0',
    padding: '16px 20px',
    maxWidth: '900px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: '0', fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  },
  commands: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    margin: '12px 0 0',
    '@media print': { display: 'none' },
  },
  soft: { margin: '12px 0 0', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
});

/** The record to type into the DNS zone, to be copied. */
export function MxRecordBox({ watch: { domain, record } }: Readonly<{ watch: MxWatch }>) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.mx.record');
  if (!record)
    return (
      <MxSection title={t('title')} text={t('unknown', { domain })}>
        {null}
      </MxSection>
    );
  const facts = [
    [t('host'), <Breakable key="host" text={`${domain} (@)`} />],
    [t('type'), 'MX'],
    [t('preference'), record.preference],
    [t('target'), <Breakable key="target" text={record.target} />],
    [t('ttl'), record.ttlSeconds],
  ] as const;
  return (
    <MxSection title={t('title')} text={t('text', { domain })}>
      <dl className={styles.facts}>
        {facts.flatMap(([name, value]) => [
          <dt key={`${name} name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      <div className={styles.commands}>
        <CopyButton text={record.target} label={t('copyTarget')} />
        <CopyButton text={record.line} label={t('copyLine')} />
      </div>
      <p className={styles.soft}>{t('soft')}</p>
    </MxSection>
  );
}
