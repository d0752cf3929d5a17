import { expect, test } from 'vitest';
import { analyseHeaders } from '@/lib/mailflow/headers/analyse-headers';
import { judgePath } from '@/lib/mailflow/headers/judge-path';
import { compileRoutes } from '@/lib/mailflow/route';
import { fromOrganization, setup } from '@/lib/mailflow/setup-for-tests';
import { SAMPLE_HEADERS } from './sample-headers';
import { traceLink } from './trace-links';

const HERE = setup([fromOrganization('Own', '203.0.113.0/24')], 'contoso.com');

test('the example comes into Office 365, and the trace is asked for its address', () => {
  const analysis = analyseHeaders(SAMPLE_HEADERS);
  const { verdict, legs } = judgePath(analysis, { setup: HERE, routes: compileRoutes(HERE) });
  expect(verdict).toBe('asForeseen');
  expect(legs.map((leg) => traceLink(leg, analysis.hops, ['mail.contoso.com']))).toEqual([
    '/trace?mode=inbound&ip=203.0.113.25&certificate=mail.contoso.com',
  ]);
});

test('where nobody had the message from Office 365 there is nothing to ask', () => {
  const analysis = analyseHeaders('Received: by mail.contoso.com (Postfix); Tue, 10 Mar 2026 09:15:00 +0000');
  const { legs } = judgePath(analysis, { setup: HERE, routes: compileRoutes(HERE) });
  expect(legs.map((leg) => traceLink(leg, analysis.hops, []))).toEqual([undefined]);
});
