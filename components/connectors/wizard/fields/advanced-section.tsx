'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';

const useStyles = makeStyles({
  section: { marginTop: '24px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  head: { margin: '0' },
  toggle: { marginLeft: '-8px', paddingLeft: '8px', minWidth: '0' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  changed: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  problem: {
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { margin: '8px 0 20px', color: tokens.colorNeutralForeground2 },
});

type AdvancedSectionProps = Readonly<{
  /** How many of its fields differ from their defaults. */
  differing: number;
  wrong: boolean;
  /** True where the address leads to one of them. */
  asked: boolean;
  children: ReactNode;
}>;

/** Closed until somebody opens it, or something in it is wrong; says beside its name what is inside. */
export function AdvancedSection({ differing, wrong, asked, children }: AdvancedSectionProps) {
  const styles = useStyles();
  const t = useTranslations('wizard.advanced');
  const id = useId();
  const [open, setOpen] = useState(wrong);
  const [wasWrong, setWasWrong] = useState(wrong);
  const [wasAsked, setWasAsked] = useState(false);
  // What becomes wrong shows itself; what is put right again doesn't close under the person's hands.
  if (wrong !== wasWrong) {
    setWasWrong(wrong);
    if (wrong) setOpen(true);
  }
  if (asked !== wasAsked) {
    setWasAsked(asked);
    if (asked) setOpen(true);
  }
  return (
    <section className={styles.section}>
      <div className={styles.line}>
        <h3 className={styles.head}>
          <Button
            appearance="transparent"
            className={styles.toggle}
            icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t('title')}
          </Button>
        </h3>
        {note()}
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <>
            <p className={styles.intro}>{t('intro')}</p>
            {children}
          </>
        )}
      </div>
    </section>
  );

  function note() {
    if (wrong && !open) return <span className={styles.problem}>{t('problem')}</span>;
    if (differing > 0) return <span className={styles.changed}>{t('differs', { count: differing })}</span>;
    return <span className={styles.note}>{t('unchanged')}</span>;
  }
}
