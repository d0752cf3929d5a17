import { expect, it, vi } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { contoso, firstVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import type { GuideStepId } from '../mailflow/guide/journey';
import { chooseScenario } from './choose-scenario';
import { guide } from './guide';
import { valueIn } from './people-for-tests';
import { requestGuideChecks } from './request-guide-checks';
import { validationLab } from './validations-for-tests';

describeBothEngines('The guide’s servers', (engine) => {
  /** `strict` refuses what it should; `good` takes mail for any domain from the console, as from any private address. */
  it.each(['strict', 'good'] as const)(
    'are seen as a validation saw them: %s',
    { timeout: 60_000 },
    async (kind) => {
      const lab = await validationLab(engine, [kind]);
      const ada = lab.as('admin');
      const { host, port } = lab.hostOf(kind);
      await lab.store.write(async (tx) => {
        const accepted = { type: 'authoritative', domain: 'contoso.com', isDefault: true } as const;
        await insertAcceptedDomains(tx, [accepted], ada.now());
        const connector = {
          ...contoso,
          scope: { kind: 'acceptedDomains' },
          delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host, port }] },
          tls: { level: 'certificateValidation' },
          validationRecipients: ['postmaster@contoso.com'],
        } as const;
        await insertConnector(tx, firstVersion(connector));
      });
      valueIn(await chooseScenario(ada, { scenario: 'ownServers' }));
      lab.startWorker('worker');
      const asked = valueIn(await requestGuideChecks(ada, { domains: [], servers: true, onItsOwn: false }));
      expect(asked.runs).toHaveLength(1);
      const stepOf = async (id: GuideStepId) =>
        valueIn(await guide(ada))
          .parts.flatMap(({ steps }) => steps)
          .find((step) => step.id === id);
      await vi.waitFor(async () => expect(valueIn(await guide(ada)).running).toEqual([]), {
        timeout: 30_000,
        interval: 200,
      });
      const codes = async (id: GuideStepId) => {
        const step = await stepOf(id);
        const evidence = step?.subjects.flatMap((one) => one.evidence) ?? [];
        const said = evidence.flatMap((one) =>
          one.kind === 'said' ? [one.code] : one.kind === 'verdict' ? [one.finding.code] : [],
        );
        return [step?.state, step?.subjects.map(({ subject }) => subject).join(), ...said];
      };
      const named = `${host}:${port}`;
      expect(await codes('port25')).toEqual(
        kind === 'strict'
          ? ['done', named, 'serverPassed', 'otherPort', 'openRelayChecked']
          : ['warning', named, 'serverPassed', 'otherPort', 'relaysForConsole'],
      );
      expect(await codes('tls')).toEqual(['done', named, 'certificate']);
      expect((await codes('externalName')).slice(0, 3)).toEqual(['done', named, 'addresses']);
      expect(await codes('testAddress')).toEqual(['done', 'contoso.com', 'testAddresses']);
      expect(await codes('outboundConnector')).toEqual(['done', 'contoso.com']);
      expect(await codes('receiveCertificate')).toEqual(['toDo', '', 'sameCertificate', 'notConfirmed']);
    },
  );
});
