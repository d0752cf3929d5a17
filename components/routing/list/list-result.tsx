'use client';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowDownloadRegular, DismissRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { CommandBar } from '@/components/ui/command-bar';
import { CommandButton } from '@/components/ui/command-button';
import { ListPager } from '@/components/ui/list-pager';
import { saveCsv } from '@/components/ui/save-file';
import type { RecipientTable } from './recipient-table';
import { RowTable } from './row-table';
import { useCsvOfRows } from './use-csv-of-rows';
import type { ListTrace, TracedRow } from './use-list-trace';
import { WayChart } from './way-chart';
import { countWays, wayKey } from './way-key';

const PAGE = 50;
const UNCERTAIN = 'uncertain';

const useStyles = makeStyles({
  result: { display: 'grid', rowGap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: '0', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

type ListResultProps = Readonly<{
  trace: ListTrace;
  table: RecipientTable;
  onAgain: () => void;
  onClear: () => void;
}>;

/** What came of a list: how many go where, every row, and all of it as a file. */
export function ListResult({ trace, table, onAgain, onClear }: ListResultProps) {
  const styles = useStyles();
  const t = useTranslations('traceList');
  const pages = useTranslations('connectors.pages');
  const csvOf = useCsvOfRows();
  const [chosen, setChosen] = useState<string>();
  const [page, setPage] = useState(1);
  const { answers } = trace;
  const rows = useMemo(
    () =>
      table.rows.map((row, at): TracedRow => {
        const answer = answers[at];
        return { row, ...(answer && { answer }) };
      }),
    [table, answers],
  );
  const ways = useMemo(() => countWays(answers), [answers]);
  const uncertain = answers.filter((answer) => answer?.isUncertain).length;
  const shown =
    chosen === undefined
      ? rows
      : rows.filter(({ answer }) => (chosen === UNCERTAIN ? answer?.isUncertain : wayKey(answer) === chosen));
  const last = Math.max(1, Math.ceil(shown.length / PAGE));
  const here = Math.min(page, last);
  const choose = (key: string | undefined) => {
    setChosen(key);
    setPage(1);
  };
  const save = async () => saveCsv(`${t('csv.file')}.csv`, await csvOf(rows, table));
  const isBusy = trace.state === 'tracing';
  return (
    <div className={styles.result}>
      <CommandBar label={t('label')}>
        <CommandButton icon={<ArrowDownloadRegular />} busy={isBusy} onClick={() => void save()}>
          {t('csv.download')}
        </CommandButton>
        <CommandButton icon={<ArrowClockwiseRegular />} busy={isBusy} onClick={onAgain}>
          {t('again')}
        </CommandButton>
        <CommandButton icon={<DismissRegular />} onClick={onClear}>
          {t('another')}
        </CommandButton>
      </CommandBar>
      <h2 className={styles.title}>{t('summary.label')}</h2>
      <WayChart ways={ways} total={rows.length} chosen={chosen} onChoose={choose} />
      <div>
        {uncertain > 0 && chosen !== UNCERTAIN && (
          <Link as="button" onClick={() => choose(UNCERTAIN)}>
            {t('summary.uncertain', { count: uncertain })}
          </Link>
        )}{' '}
        {chosen !== undefined && (
          <Link as="button" onClick={() => choose(undefined)}>
            {t('summary.all')}
          </Link>
        )}
      </div>
      <RowTable rows={shown.slice((here - 1) * PAGE, here * PAGE)} />
      <nav aria-label={pages('label')}>
        <ListPager page={here} pageSize={PAGE} total={shown.length} onPage={setPage} />
      </nav>
    </div>
  );
}
