'use client';
import type { AttributionQuestion } from '@/lib/operations/attribution-query';
import { TraceBar } from '../trace/trace-bar';
import { useTraceStyles } from '../trace/trace-styles';
import { InboundAnswer } from './inbound-answer';
import { InboundForm } from './inbound-form';
import { useConnection } from './use-connection';

/** Which connector a connection to Office 365 belongs to. */
export function InboundTrace({ question }: Readonly<{ question: AttributionQuestion }>) {
  const styles = useTraceStyles();
  const { typed, count, change, link, asked, answer, isOld, problem } = useConnection(question);
  return (
    <>
      <TraceBar mode="inbound" link={link} />
      <div className={styles.parts}>
        <InboundForm typed={typed} count={count} onChange={change} />
        <InboundAnswer answer={answer} asked={asked} isOld={isOld} problem={problem} />
      </div>
    </>
  );
}
