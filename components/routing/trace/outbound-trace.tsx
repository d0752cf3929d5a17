'use client';
import type { RouteQuestion } from '@/lib/operations/route-trace-query';
import { AnswerPart } from './answer-part';
import { QuestionForm } from './question-form';
import { TraceBar } from './trace-bar';
import { useTraceStyles } from './trace-styles';
import { useRouteQuestion } from './use-route-question';

/** Which connector takes a message that Office 365 sends. */
export function OutboundTrace({ question }: Readonly<{ question: RouteQuestion }>) {
  const styles = useTraceStyles();
  const { typed, count, change, link, asked, answer, isOld, problem } = useRouteQuestion(question);
  return (
    <>
      <TraceBar mode="outbound" link={link} />
      <div className={styles.parts}>
        <QuestionForm typed={typed} count={count} answer={answer} onChange={change} />
        <AnswerPart
          answer={answer}
          isOld={isOld}
          problem={problem}
          sender={asked.sender}
          onWhatIf={(whatIf) => change({ whatIf })}
        />
      </div>
    </>
  );
}
