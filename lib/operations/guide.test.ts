import { expect, it, onTestFinished } from 'vitest';
import { startFakeDns, type Zone } from '../../e2e/support/smart-hosts/fake-dns';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { contoso, firstVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import type { GuideStepId } from '../mailflow/guide/journey';
import { scopeOf } from '../mailflow/setup-for-tests';
import { readSettings } from '../settings';
import { chooseScenario } from './choose-scenario';
import { confirmStep, withdrawConfirmation } from './confirm-step';
import { connectorLife, NOT_FOUND, refusedBy } from './connector-life-for-tests';
import type { OperationContext } from './context';
import { guide, homeGuide } from './guide';
import { valueIn } from './people-for-tests';
import { requestGuideChecks } from './request-guide-checks';
import { watchMx } from './watch-mx';

const AT = new Date('2026-11-24T08:00:00.000Z');
const authoritative = (domain: string, isDefault = false) =>
  ({ type: 'authoritative', domain, isDefault }) as const;
const ZONE: Zone = {
  'contoso.com': { MX: ['10 mail.contoso.com'], TXT: ['v=spf1 mx -all'], ttl: 600 },
  'fabrikam.com': { trouble: 'servfail' },
};
const FORBIDDEN = { ok: false, problem: { kind: 'forbidden', permission: 'guide:edit' } };
const SIGNED_OUT = { ok: false, problem: { kind: 'signedOut' } };
const ALL = { domains: ['contoso.com', 'fabrikam.com'], servers: false, onItsOwn: false };

describeBothEngines('The set-up guide', (engine) => {
  /** A console with three accepted domains and a connector for them, whose resolver knows ZONE. */
  const console = async (resolvers = 1) => {
    const life = await connectorLife(engine);
    const dns = await startFakeDns(ZONE);
    onTestFinished(() => dns.close());
    const settings = readSettings({
      AUTH_SECRET: 'a secret for the tests of the set-up guide',
      PROBE_DNS_SERVERS: dns.server,
      ...(resolvers > 1 && { GUIDE_RESOLVERS: `${dns.server},127.0.0.1:9` }),
    });
    const with_ = (context: OperationContext): OperationContext => ({ ...context, settings });
    const connectorId = await life.store.write(async (tx) => {
      await insertAcceptedDomains(
        tx,
        [
          authoritative('fabrikam.com'),
          authoritative('contoso.com', true),
          authoritative('contoso.onmicrosoft.com'),
        ],
        AT,
      );
      return insertConnector(
        tx,
        firstVersion({
          ...contoso,
          name: 'Out',
          enabled: true,
          scope: scopeOf('accepted'),
          partnerKind: 'onPremises',
        }),
      );
    });
    const { ada, hal, nobody } = life;
    return { ...life, ada: with_(ada), hal: with_(hal), nobody: with_(nobody), connectorId };
  };
  const stepOf = async (context: OperationContext, id: GuideStepId) => {
    const { parts } = valueIn(await guide(context));
    return parts.flatMap(({ steps }) => steps).find((step) => step.id === id);
  };

  it('begins with a scenario, which an admin chooses and helpdesk reads', async () => {
    const { ada, hal, nobody, written } = await console();
    expect(await guide(nobody)).toEqual(SIGNED_OUT);
    expect(valueIn(await guide(hal))).toMatchObject({ mayEdit: false, parts: [] });
    expect(await chooseScenario(nobody, { scenario: 'both' })).toEqual(SIGNED_OUT);
    expect(await chooseScenario(hal, { scenario: 'both' })).toEqual(FORBIDDEN);
    expect(await confirmStep(ada, { step: 'firewall' })).toEqual(refusedBy('guideNotBegun'));
    expect(await requestGuideChecks(ada, ALL)).toEqual(refusedBy('guideNotBegun'));

    valueIn(await chooseScenario(ada, { scenario: 'ownServers' }));
    expect(await chooseScenario(ada, { scenario: 'ownServers' })).toEqual(refusedBy('nothingChanged'));
    const shown = valueIn(await guide(hal));
    expect(shown).toMatchObject({
      scenario: 'ownServers',
      mayEdit: false,
      domains: ['contoso.com', 'fabrikam.com'],
      domainsLeftOut: 0,
    });
    expect(shown.parts).toHaveLength(7);
    expect(valueIn(await homeGuide(hal)).progress).toEqual(shown.progress);
    expect(valueIn(await guide(ada, { domain: 'fabrikam.com' })).domains).toEqual(['fabrikam.com']);
    expect((await written()).audit).toEqual(['guide.scenarioChosen']);
  });

  it('keeps a person’s word with name and time, for as long as it is not taken back', async () => {
    const { ada, bob, hal, nobody, written } = await console();
    valueIn(await chooseScenario(ada, { scenario: 'ownServers' }));
    expect(await confirmStep(nobody, { step: 'firewall' })).toEqual(SIGNED_OUT);
    expect(await confirmStep(hal, { step: 'firewall' })).toEqual(FORBIDDEN);
    expect(await confirmStep(ada, { step: 'firewall', note: '\0' })).toMatchObject({
      problem: { kind: 'malformed' },
    });
    expect(await confirmStep(ada, { step: 'firewall', subject: 'contoso.com' })).toEqual(NOT_FOUND);
    expect(await confirmStep(ada, { step: 'outboundConnector', subject: 'contoso.com' })).toEqual(
      refusedBy('notConfirmable'),
    );

    valueIn(await confirmStep(ada, { step: 'firewall', note: 'Ticket 42' }));
    expect(await stepOf(hal, 'firewall')).toMatchObject({
      state: 'confirmed',
      subjects: [{ mark: { by: 'Ada', note: 'Ticket 42' }, way: { href: '/guide/firewall' } }],
    });
    valueIn(await confirmStep(bob, { step: 'firewall' }));
    expect((await stepOf(hal, 'firewall'))?.subjects[0]?.mark).toMatchObject({ by: 'Bob' });
    expect((await stepOf(hal, 'firewall'))?.subjects[0]?.mark).not.toHaveProperty('note');

    // A partner's journey asks for other messages under the same step.
    valueIn(await confirmStep(ada, { step: 'mailArrives' }));
    valueIn(await chooseScenario(ada, { scenario: 'partner' }));
    expect(await stepOf(ada, 'mailArrives')).toMatchObject({ state: 'toDo' });
    expect(await confirmStep(ada, { step: 'firewall' })).toEqual(NOT_FOUND);
    valueIn(await chooseScenario(ada, { scenario: 'both' }));
    expect(await stepOf(ada, 'mailArrives')).toMatchObject({ state: 'confirmed' });

    expect(await withdrawConfirmation(nobody, { step: 'firewall' })).toEqual(SIGNED_OUT);
    expect(await withdrawConfirmation(hal, { step: 'firewall' })).toEqual(FORBIDDEN);
    valueIn(await withdrawConfirmation(ada, { step: 'firewall' }));
    expect(await withdrawConfirmation(ada, { step: 'firewall' })).toEqual(NOT_FOUND);
    expect(await stepOf(hal, 'firewall')).toMatchObject({ state: 'toDo' });
    const chosen = 'guide.scenarioChosen';
    const confirmed = ['guide.confirmed', 'guide.confirmed', 'guide.confirmed'];
    expect((await written()).audit).toEqual(['guide.withdrawn', chosen, chosen, ...confirmed, chosen]);
  });

  it('looks domains up when it is asked to, and not again right away', async () => {
    const { ada, hal, nobody, written } = await console();
    valueIn(await chooseScenario(ada, { scenario: 'ownServers' }));
    expect(await requestGuideChecks(nobody, ALL)).toEqual(SIGNED_OUT);
    expect(await requestGuideChecks(hal, ALL)).toEqual(FORBIDDEN);
    const foreign = { ...ALL, domains: ['elsewhere.com'] };
    expect(await requestGuideChecks(ada, foreign)).toEqual(NOT_FOUND);
    expect(valueIn(await guide(ada)).checkedAt).toBeUndefined();

    expect(valueIn(await requestGuideChecks(ada, ALL)).domains).toEqual(ALL.domains);
    const shown = valueIn(await guide(hal));
    expect(shown.checkedAt).toBeDefined();
    const states = async (id: GuideStepId) => (await stepOf(hal, id))?.subjects.map(({ state }) => state);
    // SERVFAIL is no answer, and never wrong.
    expect(await states('spf')).toEqual(['failing', 'couldNotCheck']);
    expect(await states('mxRecord')).toEqual(['toDo', 'couldNotCheck']);
    valueIn(await confirmStep(ada, { step: 'spf', subject: 'fabrikam.com' }));
    expect(await states('spf')).toEqual(['failing', 'confirmed']);

    expect(valueIn(await requestGuideChecks(ada, { ...ALL, onItsOwn: true })).domains).toEqual([]);
    const later = { ...ada, now: () => new Date(ada.now().getTime() + 600_000) };
    expect(valueIn(await requestGuideChecks(later, { ...ALL, onItsOwn: true })).domains).toEqual(ALL.domains);
    // What the open page renews by itself leaves no entry.
    expect((await written()).audit).toEqual(['guide.confirmed', 'guide.checked', 'guide.scenarioChosen']);
  });

  it('asks for validations through the queue, each connector once, and never on its own', async () => {
    const { ada, written, store, connectorId } = await console();
    valueIn(await chooseScenario(ada, { scenario: 'ownServers' }));
    const servers = { domains: [], servers: true, onItsOwn: false };
    expect(valueIn(await requestGuideChecks(ada, { ...servers, onItsOwn: true })).runs).toEqual([]);
    const { runs } = valueIn(await requestGuideChecks(ada, servers));
    expect(runs).toHaveLength(1);
    expect(valueIn(await requestGuideChecks(ada, servers)).runs).toEqual(runs);
    const queued = await store.client.validationRun.findMany();
    expect(queued).toMatchObject([{ id: runs[0], connectorId, plan: { checkRefusals: true } }]);
    expect(valueIn(await guide(ada)).running).toEqual(runs);
    expect(await stepOf(ada, 'port25')).toMatchObject({
      subjects: [{ way: { to: 'validation', href: `/validation/${runs[0]}` } }],
    });
    expect((await written()).audit.slice(0, 3)).toEqual([
      'guide.checked',
      'guide.checked',
      'validation.requested',
    ]);
  });

  it('watches the MX as each resolver gives it', async () => {
    const { ada, hal, nobody } = await console(2);
    expect(await watchMx(nobody, { domain: 'contoso.com' })).toEqual(SIGNED_OUT);
    expect(await watchMx(hal, { domain: 'elsewhere.com' })).toEqual(NOT_FOUND);
    const watch = valueIn(await watchMx(hal, { domain: 'contoso.com' }));
    expect(watch).toMatchObject({
      guard: { code: 'neverValidated', connector: { name: 'Out' } },
      may: 'notYet',
      record: { line: 'contoso.com. 3600 IN MX 0 contoso-com.mail.protection.outlook.com.' },
      resolvers: [
        { answer: 'old', ttlSeconds: 600, verdict: { code: 'elsewhere' } },
        { resolver: '127.0.0.1:9', answer: 'unchecked' },
      ],
    });
    const again = valueIn(await watchMx(hal, { domain: 'contoso.com' }));
    expect(again.resolvers).toEqual(watch.resolvers);
    expect(again).not.toHaveProperty('goBack');
    valueIn(await chooseScenario(ada, { scenario: 'ownServers' }));
    valueIn(await requestGuideChecks(ada, { ...ALL, domains: ['contoso.com'] }));
    const { goBack } = valueIn(await watchMx(hal, { domain: 'contoso.com' }));
    expect(goBack?.lines).toEqual(['contoso.com. 600 IN MX 10 mail.contoso.com.']);
  });
});
