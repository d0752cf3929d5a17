// The addresses around routes.
import { type AttributionQuestion, attributionQuery } from '@/lib/operations/attribution-query';
import { type CoverageView, coverageQuery } from '@/lib/operations/coverage-query';
import {
  NO_QUESTION,
  type RouteQuestion,
  routeQuestionQuery,
  type TraceMode,
} from '@/lib/operations/route-trace-query';

const TRACE_PATH = '/trace';

export const MODE_PATHS: Readonly<Record<TraceMode, string>> = {
  outbound: TRACE_PATH,
  inbound: `${TRACE_PATH}?mode=inbound`,
  list: `${TRACE_PATH}?mode=list`,
};

export const tracePath = (question: RouteQuestion): string => `${TRACE_PATH}${routeQuestionQuery(question)}`;

/** The trace of one recipient. */
export const traceOfPath = (recipient: string): string =>
  tracePath({ ...NO_QUESTION, recipients: [recipient] });

export const coveragePath = (view: CoverageView): string => `/coverage${coverageQuery(view)}`;

export const attributionPath = (question: AttributionQuestion): string =>
  `${TRACE_PATH}${attributionQuery(question)}`;
