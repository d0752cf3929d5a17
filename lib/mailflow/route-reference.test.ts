import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referenceWinner } from './reference-route-for-tests';
import { compileRoutes, routeOf } from './route';
import { readMessage } from './rule-message';
import { anySetup, fewAddresses, shuffled } from './setup-arbitrary-for-tests';
import { traceRoute } from './trace-route';

const SETUPS = 5_000;
const ADDRESSES = 22;

test('the compiled resolver answers as the slow, obvious one, more than 100,000 times', {
  timeout: 120_000,
}, () => {
  let cases = 0;
  const won = { byRule: 0, byDomain: 0, ambiguous: 0, nobody: 0 };
  fc.assert(
    fc.property(
      anySetup,
      fc.array(fewAddresses, { minLength: ADDRESSES, maxLength: ADDRESSES }),
      fewAddresses,
      (setup, recipients, sender) => {
        const routes = compileRoutes(setup);
        const message = readMessage({ sender });
        for (const recipient of recipients) {
          const route = routeOf(routes, recipient, message);
          const answer = route.outcome === 'unknown' ? 'unknown' : route.winner?.id;
          const reference = referenceWinner(setup, { recipient, sender });
          if (answer !== reference) expect([recipient, answer]).toEqual([recipient, reference]);
          cases += 1;
          if (route.rule) won.byRule += 1;
          else if (route.winner) won.byDomain += 1;
          else won.nobody += 1;
          if (route.ambiguous) won.ambiguous += 1;
        }
      },
    ),
    { numRuns: SETUPS },
  );
  expect(cases).toBeGreaterThan(100_000);
  // What is asked about must be what is hard, or the number above says nothing.
  for (const share of Object.values(won)) expect(share / cases).toBeGreaterThan(0.05);
});

test('the explained answer names the same route, and the order of a set-up says nothing', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      anySetup.chain((setup) => fc.tuple(fc.constant(setup), shuffled(setup))),
      fc.array(fewAddresses, { minLength: 4, maxLength: 4 }),
      ([setup, other], recipients) => {
        const message = { recipients, sender: 'ada@a.contoso.com' };
        const traces = traceRoute(compileRoutes(setup), message);
        expect(traceRoute(compileRoutes(other), message)).toEqual(traces);
        const routes = compileRoutes(setup);
        for (const trace of traces)
          expect(trace).toMatchObject(routeOf(routes, trace.to, readMessage(message)));
      },
    ),
    { numRuns: 1_500 },
  );
});

test('whoever would win if only it were on does win once it is', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anySetup, fewAddresses, (setup, to) => {
      const [trace] = traceRoute(compileRoutes(setup), { recipients: [to] });
      if (!trace || trace.rule) return;
      for (const { connector, reason, wouldWin } of trace.beaten) {
        if (reason !== 'off' && reason !== 'testMode') continue;
        const on = setup.connectors.map((kept) =>
          kept.id === connector.id && kept.connector.direction === 'outbound'
            ? { ...kept, connector: { ...kept.connector, enabled: true, testMode: false } }
            : kept,
        );
        const winner = routeOf(compileRoutes({ ...setup, connectors: on }), to).winner?.id;
        expect(winner === connector.id).toBe(wouldWin);
      }
    }),
    { numRuns: 2_000 },
  );
});
