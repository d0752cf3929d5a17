'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type AdvancedField, PARAMETERS } from '../../advanced-differences';

const useStyles = makeStyles({
  help: { display: 'block' },
  parameter: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

type AdvancedHelpProps = Readonly<{
  field: AdvancedField;
  /** What it is where nobody sets it, for a field whose choices don't say so. */
  byDefault?: 'off' | 'empty';
}>;

/** What an advanced setting does, what is not known about it, and what the cmdlet calls it. */
export function AdvancedHelp({ field, byDefault }: AdvancedHelpProps) {
  const styles = useStyles();
  const t = useTranslations('wizard.advanced');
  return (
    <>
      <span className={styles.help}>{t(`help.${field}`)}</span>
      <code className={styles.parameter}>{PARAMETERS[field]}</code>
      {byDefault && ` · ${t(`${byDefault}ByDefault`)}`}
    </>
  );
}
