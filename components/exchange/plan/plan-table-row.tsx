'use client';
import { Checkbox, mergeClasses, Spinner } from '@fluentui/react-components';
import { ArrowSyncRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useId } from 'react';
import { FindingIcon } from '@/components/connectors/setup/finding-icon';
import { isOwnClick } from '@/components/ui/row-click';
import type { PlanLine } from './plan-line';
import { usePlanTableStyles } from './plan-table-styles';
import { ResultBadge } from './result-badge';
import { type Choice, isTakeable, overwrites } from './use-choice';
import { useLineWords } from './use-line-words';
import { useNoteWords } from './use-note-words';

const PlanDetails = lazy(() => import('./plan-details'));

/** Of more, the first ones are said in the table; opened, the row says all. */
const SAID = 3;
const COLUMNS = 5;

type PlanTableRowProps = Readonly<{
  line: PlanLine;
  choice: Choice | undefined;
  hasMoved: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
}>;

/** One object: what would become of it. */
export function PlanTableRow(props: PlanTableRowProps) {
  const { line, choice, hasMoved, open, onOpen } = props;
  const styles = usePlanTableStyles();
  const t = useTranslations('exchange.plan');
  const id = useId();
  const { key, name, kind, result } = line;
  const isChosen = choice?.has(key) ?? false;
  const shown = name === '' ? t('noName', { line: line.line ?? 0 }) : name;
  return (
    <>
      <tr
        className={mergeClasses(
          styles.row,
          !choice && styles.still,
          isChosen && styles.chosen,
          open && styles.isOpen,
        )}
        onClick={(event) => isOwnClick(event) && onOpen(!open)}
      >
        {choice && (
          <td className={mergeClasses(styles.select, styles.selectCell)}>
            {isTakeable(line) && (
              <Checkbox
                aria-label={t('choose', { name: shown })}
                checked={isChosen}
                onChange={(_, { checked }) => choice.set([key], checked === true)}
              />
            )}
          </td>
        )}
        <td className={styles.name}>
          <button
            type="button"
            aria-expanded={open}
            {...(open && { 'aria-controls': id })}
            className={styles.opener}
            onClick={() => onOpen(!open)}
          >
            <ChevronRightRegular className={mergeClasses(styles.arrow, open && styles.turned)} aria-hidden />
            {shown}
          </button>
        </td>
        <td className={styles.kind}>{t(`kind.${kind}`)}</td>
        <td className={styles.result}>
          <ResultBadge result={result} />
        </td>
        <td className={styles.what}>
          <What line={line} hasMoved={hasMoved} all={open} />
        </td>
      </tr>
      {open && (
        <tr className={styles.details}>
          <td id={id} colSpan={choice ? COLUMNS : COLUMNS - 1}>
            <Suspense fallback={<Spinner size="tiny" label={t('loading')} labelPosition="after" />}>
              <PlanDetails line={line} />
            </Suspense>
          </td>
        </tr>
      )}
    </>
  );
}

/** What is different, what stands in the way, what is odd: in a few lines. */
function What({ line, hasMoved, all }: Readonly<{ line: PlanLine; hasMoved: boolean; all: boolean }>) {
  const styles = usePlanTableStyles();
  const t = useTranslations('exchange.plan');
  const severities = useTranslations('setupReview.severity');
  const words = useLineWords()(line);
  const note = useNoteWords();
  const { notes, conflict, moved } = line;
  const said = all || words.length <= SAID + 1 ? words : words.slice(0, SAID);
  // What means nothing is said to whoever opens the row.
  const noted = all ? notes : notes.filter(({ severity }) => severity !== 'info');
  // What only is, is said more quietly than what becomes different.
  const tone = line.words && 'kept' in line.words ? undefined : styles.quiet;
  return (
    <ul className={styles.said}>
      {hasMoved && (
        <li className={styles.note}>
          <ArrowSyncRegular aria-hidden />
          <strong>{t('movedNow')}</strong>
        </li>
      )}
      {conflict && <li>{t(`conflict.${conflict.code}.short`)}</li>}
      {said.map((sentence) => (
        <li key={sentence} className={tone}>
          {sentence}
        </li>
      ))}
      {said.length < words.length && (
        <li className={styles.quiet}>{t('more', { count: words.length - said.length })}</li>
      )}
      {moved && (
        <li className={styles.note}>
          {overwrites(line) ? (
            <FindingIcon severity="warning" label={severities('warning')} />
          ) : (
            <ArrowSyncRegular aria-hidden />
          )}
          <span>{t(`moved.${moved}`)}</span>
        </li>
      )}
      {noted.map((one) => (
        <li key={JSON.stringify(one)} className={styles.note}>
          <FindingIcon severity={one.severity} label={severities(one.severity)} />
          <span>{note(one)}</span>
        </li>
      ))}
    </ul>
  );
}
