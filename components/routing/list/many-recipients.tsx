'use client';
import { makeStyles } from '@fluentui/react-components';
import { TraceBar } from '../trace/trace-bar';
import { ListInput } from './list-input';
import { ListProgress } from './list-progress';
import { ListResult } from './list-result';
import { useListTrace } from './use-list-trace';

const useStyles = makeStyles({
  parts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', paddingTop: '20px' },
});

/** The trace of a whole list of recipients. */
export function ManyRecipients() {
  const styles = useStyles();
  const { trace, read, cancel, goOn, again, clear } = useListTrace();
  const { table, state } = trace;
  return (
    <>
      <TraceBar mode="list" />
      <div className={styles.parts}>
        {!table && <ListInput busy={state === 'reading'} onRead={(reading) => void read(reading)} />}
        <ListProgress trace={trace} onCancel={cancel} onGoOn={goOn} />
        {table && <ListResult trace={trace} table={table} onAgain={again} onClear={clear} />}
      </div>
    </>
  );
}
