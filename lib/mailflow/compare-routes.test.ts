import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRoutes, compareRules, isSameRoute } from './compare-routes';
import { coverage } from './coverage';
import type { MailSetup } from './mail-setup';
import { referenceWinner } from './reference-route-for-tests';
import { compileRoutes, routeOf } from './route';
import type { Routed } from './route-subjects';
import { anySetup, fewAddresses, shuffled } from './setup-arbitrary-for-tests';
import { withConnectors } from './setup-change';
import { articleSetup, outbound, rule, setup } from './setup-for-tests';
import { reviewSetup } from './setup-review';

const routed = (given: MailSetup): Routed => ({ setup: given, routes: compileRoutes(given) });
const without = (given: MailSetup, id: string) => withConnectors(given, [{ id, connector: undefined }]);
const compare = (before: MailSetup, after: MailSetup) =>
  compareRoutes(routed(before), routed(after)).map(({ text, from, to }) => [
    text,
    from.winner?.name ?? from.reason,
    to.winner?.name ?? to.reason,
  ]);

test('the article’s example without its second connector: one domain goes elsewhere, and with a wildcard so do others', () => {
  expect(compare(articleSetup, without(articleSetup, 'Connector 2'))).toEqual([
    ['contoso.com', 'Connector 2', 'Connector 3'],
  ]);
  expect(compare(articleSetup, without(articleSetup, 'Connector 3'))).toEqual([
    ['sales.contoso.com', 'Connector 3', 'Connector 1'],
    ['*.contoso.com', 'Connector 3', 'externalDefault'],
  ]);
});

test('what only the later state names is told, too, and what one state calls a name is no sample of the other', () => {
  const before = setup([outbound('A', '*.x.com *')]);
  const after = setup([outbound('A', '*.x.com *'), outbound('B', 'sub.x.com elsewhere.example')]);
  expect(compare(before, after)).toEqual([
    ['sub.x.com', 'A', 'B'],
    ['elsewhere.example', 'A', 'B'],
  ]);
});

test('an accepted domain that accepts its subdomains is asked about twice', () => {
  const before = setup([outbound('A', 'accepted')], 'x.com;relay+');
  expect(compare(before, without(before, 'A'))).toEqual([
    ['x.com', 'A', 'internalRelayDefault'],
    ['*.x.com', 'A', 'internalRelayDefault'],
  ]);
});

test('a rule whose connector is turned off is among the rules that change', () => {
  const [a, b] = [outbound('A', 'rule'), outbound('B', 'rule')];
  const before = setup([a, b], '', [rule('One', 'A'), rule('Two', 'B')]);
  const after = withConnectors(before, [{ id: 'A', connector: { ...a.connector, enabled: false } }]);
  expect(compareRules(routed(before), routed(after)).map(({ rule, to }) => [rule.name, to.reason])).toEqual([
    ['One', 'ruleConnectorOff'],
  ]);
  expect(compareRules(routed(before), routed(before))).toEqual([]);
});

test('a set-up compared with itself, in whatever order, has no change', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      anySetup.chain((one) => fc.tuple(fc.constant(one), shuffled(one))),
      ([one, other]) => {
        expect(compare(one, one)).toEqual([]);
        expect(compareRoutes(routed(one), routed(other))).toEqual([]);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('there and back: the same subjects, each from where the other leads', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anySetup, anySetup, (one, other) => {
      const there = compareRoutes(routed(one), routed(other));
      const back = compareRoutes(routed(other), routed(one));
      const turned = back.map(({ text, from, to }) => ({ text, from: to, to: from }));
      expect(turned).toHaveLength(there.length);
      for (const { text, from, to } of there) expect(turned).toContainEqual({ text, from, to });
    }),
    { numRuns: 1_000 },
  );
});

test('the slow, obvious resolver names the same changes and the same coverage', { timeout: 60_000 }, () => {
  let changed = 0;
  fc.assert(
    fc.property(anySetup, fc.constantFrom('c0', 'c1', 'c2'), (before, id) => {
      // Rules of this arbitrary may ask for the sender, of whom nothing is known here.
      if (before.transportRules.length > 0) return;
      const after = without(before, id);
      const moved = new Map(
        compareRoutes(routed(before), routed(after)).map(({ sample, from, to }) => [sample, { from, to }]),
      );
      for (const { sample, route } of coverage(routed(before))) {
        const winner = (given: MailSetup) => referenceWinner(given, { recipient: sample, sender: '' });
        const known = route.outcome === 'unknown' ? 'unknown' : route.winner?.id;
        expect(known).toBe(winner(before));
        expect(moved.has(sample)).toBe(winner(before) !== winner(after));
        if (moved.has(sample)) changed += 1;
      }
    }),
    { numRuns: 2_000 },
  );
  expect(changed).toBeGreaterThan(200);
});

test('taking away a connector that findings call shadowed or a twin moves no route', {
  timeout: 120_000,
}, () => {
  let harmless = 0;
  fc.assert(
    fc.property(anySetup, fc.array(fewAddresses, { minLength: 20, maxLength: 20 }), (before, recipients) => {
      const targets = new Set(
        before.transportRules.map(({ rule }) => rule.connector.by === 'id' && rule.connector.id),
      );
      const found = reviewSetup(before)
        .filter(({ code }) => code === 'shadowedConnector' || code === 'duplicateScope')
        .flatMap(({ connectors }) => connectors.slice(0, 1))
        .filter(({ id }) => !targets.has(id));
      for (const { id } of found) {
        const [one, other] = [routed(before), routed(without(before, id))];
        expect(compareRoutes(one, other)).toEqual([]);
        expect(compareRules(one, other)).toEqual([]);
        for (const recipient of recipients)
          expect(isSameRoute(routeOf(one.routes, recipient), routeOf(other.routes, recipient))).toBe(true);
        harmless += 1;
      }
    }),
    { numRuns: 5_000 },
  );
  expect(harmless).toBeGreaterThan(200);
});

test('a connector that no finding calls shadowed, a twin or idle is one whose absence somebody would notice', {
  timeout: 120_000,
}, () => {
  let noticed = 0;
  fc.assert(
    fc.property(anySetup, (before) => {
      if (before.transportRules.length > 0) return;
      const inVain = new Set(
        reviewSetup(before)
          .filter(({ code }) => IN_VAIN.has(code))
          .flatMap(({ connectors }) => connectors.slice(0, 1).map(({ id }) => id)),
      );
      for (const { id, connector } of before.connectors) {
        const isLive = connector.direction === 'outbound' && connector.enabled && !connector.testMode;
        if (!isLive || inVain.has(id)) continue;
        const [one, other] = [routed(before), routed(without(before, id))];
        expect(compareRoutes(one, other).length).toBeGreaterThan(0);
        noticed += 1;
      }
    }),
    { numRuns: 2_000 },
  );
  expect(noticed).toBeGreaterThan(1_000);
});
const IN_VAIN = new Set(['shadowedConnector', 'duplicateScope', 'connectorWithoutDomains']);

test('coverage says where the article’s numbered list, word for word, differs', () => {
  const rows = coverage(routed(articleSetup)).map(({ kind, text, route, literal }) => [
    kind,
    text,
    route.winner?.name,
    literal.winner?.name,
    literal.differs,
  ]);
  expect(rows).toEqual([
    ['acceptedDomain', 'contoso.com', 'Connector 2', 'Connector 2', false],
    ['acceptedDomain', 'sales.contoso.com', 'Connector 3', 'Connector 1', true],
    ['acceptedDomain', 'fabrikam.com', 'Connector 1', 'Connector 1', false],
    ['acceptedDomain', 'contoso.onmicrosoft.com', 'Connector 1', 'Connector 1', false],
    ['pattern', '*.contoso.com', 'Connector 3', 'Connector 3', false],
  ]);
});
