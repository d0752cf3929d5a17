'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { MxSection } from './mx-section';

const useStyles = makeStyles({
  lines: {
    margin: '0 0 12px',
    padding: '12px 16px',
    maxWidth: '900px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** The records from before, to set them again. */
export function MxReturn({ lines }: Readonly<{ lines: readonly string[] }>) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.mx.return');
  if (lines.length === 0)
    return (
      <MxSection title={t('title')} text={t('unknown')}>
        {null}
      </MxSection>
    );
  const text = lines.join('\n');
  return (
    <MxSection title={t('title')} text={t('text')}>
      <pre className={styles.lines}>{text}</pre>
      <CopyButton text={text} label={t('copy')} />
    </MxSection>
  );
}
