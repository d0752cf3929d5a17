'use client';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { type AddressSpan, formatSpan } from '@/lib/mailflow/firewall/address-span';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  text: { margin: '0', color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
  },
  span: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    padding: '2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
});

/** Of more, the first ones are shown; all are copied. */
const SHOWN = 24;

type SpanListProps = Readonly<{ title: ReactNode; text: string; spans: readonly AddressSpan[] }>;

/** Some addresses, what they mean, and a way to take them along. */
export function SpanList({ title, text, spans }: SpanListProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.firewall');
  const format = useFormatter();
  const id = useId();
  const [all, setAll] = useState(false);
  if (spans.length === 0) return null;
  const shown = all ? spans : spans.slice(0, SHOWN);
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title} <span className={styles.count}>{format.number(spans.length)}</span>
        </h2>
        <CopyButton size="small" text={() => Promise.resolve(spans.map(formatSpan).join('\n'))} />
      </div>
      <p className={styles.text}>{text}</p>
      <ul className={styles.list}>
        {shown.map((span) => {
          const words = formatSpan(span);
          return (
            <li key={words} className={styles.span}>
              {words}
            </li>
          );
        })}
      </ul>
      {shown.length < spans.length && (
        <div>
          <Link as="button" onClick={() => setAll(true)}>
            {t('more', { count: spans.length - shown.length })}
          </Link>
        </div>
      )}
    </section>
  );
}
