'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { ChoiceSwitch } from '@/components/ui/choice-switch';
import type { RangeComparison } from '@/lib/mailflow/firewall/compare-ranges';
import { MICROSOFT_SPANS } from '@/lib/mailflow/firewall/microsoft-ranges';
import { firewallWords } from '@/lib/words/firewall-words';
import { CodeFile } from '../code-file';
import { firewallPath } from '../guide-paths';
import { RANGES_FORMS, type RangesForm, rangeFiles } from './range-files';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    paddingTop: '20px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '4px 0 0', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px' },
  none: { margin: '0' },
});

const CONTENTS = ['needed', 'missing', 'completed'] as const;
type Contents = (typeof CONTENTS)[number];

type RangeExportProps = Readonly<{ first: RangesForm; comparison: RangeComparison; isEmpty: boolean }>;

/** The ranges in the forms that firewalls take. The address keeps the form that is chosen. */
export function RangeExport({ first, comparison, isEmpty }: RangeExportProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.firewall.export');
  const words = firewallWords(useTranslations('firewall'));
  const [form, setForm] = useState(first);
  const [wanted, setWanted] = useState<Contents>('needed');
  const contents = isEmpty ? 'needed' : wanted;
  const files = useMemo(
    () => rangeFiles(form, contents === 'needed' ? MICROSOFT_SPANS : comparison[contents]),
    [form, contents, comparison],
  );
  useEffect(() => {
    const path = firewallPath(form);
    const here = window.location.pathname + window.location.search;
    // Next.js takes this up without asking the server for the page again.
    if (here !== path) window.history.replaceState(null, '', path);
  }, [form]);
  return (
    <section className={styles.part} aria-labelledby="range-export">
      <div>
        <h2 id="range-export" className={styles.title}>
          {t('title')}
        </h2>
        <p className={styles.text}>{t('text')}</p>
      </div>
      <div className={styles.choices}>
        <ChoiceSwitch
          label={t('form.label')}
          choices={RANGES_FORMS.map((value) => ({ value, words: t(`form.${value}`) }))}
          chosen={form}
          onChoose={setForm}
        />
        {!isEmpty && (
          <ChoiceSwitch
            label={t('contents.label')}
            choices={CONTENTS.map((value) => ({ value, words: t(`contents.${value}`) }))}
            chosen={contents}
            onChoose={setWanted}
          />
        )}
      </div>
      {files.length === 0 && <p className={styles.none}>{t('nothingMissing')}</p>}
      {files.map(({ name, note, text, saved, lines }) => (
        <CodeFile
          key={name}
          title={name}
          heading="h3"
          fileName={name}
          note={note && words[note]()}
          text={text}
          saved={saved}
          lines={lines}
        />
      ))}
      {form === 'windows' && <p className={styles.text}>{t('windowsNote')}</p>}
    </section>
  );
}
