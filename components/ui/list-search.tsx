'use client';
import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

const useStyles = makeStyles({ box: { width: '240px', minWidth: '0', flexShrink: 1, flexGrow: 1 } });

/** How long after the last letter the list follows; Enter does not wait. */
const PAUSE_MS = 250;
const LONGEST = 200;

/** Searches while somebody types. `search` is what the list is searched for now; `hint` says in what. */
export function ListSearch({
  search,
  hint,
  onSearch,
}: Readonly<{ search: string; hint?: string; onSearch: (text: string) => void }>) {
  const styles = useStyles();
  const t = useTranslations('connectors.search');
  const [text, setText] = useState(search);
  const asked = useRef(search);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  // Somebody else changed it: "Clear filters", the back button.
  useEffect(() => {
    if (search === asked.current) return;
    asked.current = search;
    setText(search);
  }, [search]);

  const ask = (typed: string) => {
    clearTimeout(pause.current);
    const wanted = typed.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    onSearch(wanted);
  };
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => ask(typed), PAUSE_MS);
  };
  return (
    <SearchBox
      aria-label={t('label')}
      placeholder={t('label')}
      title={hint ?? t('hint')}
      maxLength={LONGEST}
      value={text}
      onChange={(_, { value }) => type(value)}
      onKeyDown={({ key }) => key === 'Enter' && ask(text)}
      className={styles.box}
    />
  );
}
