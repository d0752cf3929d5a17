import { expect, it } from 'vitest';
import type { Permission } from '../auth/permissions';
import { describeBothEngines } from '../data/engines-for-tests';
import { cloneConnector } from './clone-connector';
import { compareVersions } from './compare-versions';
import { connectorDossier } from './connector-dossier';
import { connectorHistory } from './connector-history';
import { connectorLife } from './connector-life-for-tests';
import type { OperationContext } from './context';
import { created, draftOf, inboundDraftOf } from './create-connector-for-tests';
import { deleteConnectors } from './delete-connectors';
import { deletedConnectors } from './deleted-connectors';
import { discardDraft } from './discard-draft';
import { editing } from './editing';
import type { Outcome } from './outcome';
import { valueIn } from './people-for-tests';
import { publishConnector } from './publish-connector';
import { saveDraft } from './save-draft';
import { switchConnectors } from './switch-connectors';
import { undeleteConnector, undeleteConnectors } from './undelete-connectors';
import { validateConnectors } from './validate-connectors';

type Ask = (
  context: OperationContext,
  ids: Readonly<{ live: string; gone: string }>,
) => Promise<Outcome<unknown>>;
const draft = draftOf({ name: 'Edited' });

/** Every operation on saved connectors, and the permission that helpdesk lacks for it; null: helpdesk may. */
const OPERATIONS: Readonly<Record<string, readonly [Permission | null, Ask]>> = {
  saveDraft: [
    'connector:edit',
    (who, { live }) => saveDraft(who, { connectorId: live, baseVersion: 1, draft, revision: 1 }),
  ],
  discardDraft: ['connector:edit', (who, { live }) => discardDraft(who, { connectorId: live, revision: 1 })],
  editing: ['connector:edit', (who, { live }) => editing(who, { connectorId: live })],
  publishConnector: [
    'connector:edit',
    (who, { live }) => publishConnector(who, { connectorId: live, baseVersion: 1, draft }),
  ],
  switchConnectors: [
    'connector:switch',
    (who, { live }) => switchConnectors(who, { items: [{ id: live, version: 1 }], enabled: false }),
  ],
  deleteConnectors: ['connector:delete', (who, { live }) => deleteConnectors(who, { ids: [live] })],
  undeleteConnectors: ['connector:restore', (who, { gone }) => undeleteConnectors(who, { ids: [gone] })],
  undeleteConnector: ['connector:restore', (who, { gone }) => undeleteConnector(who, { id: gone })],
  cloneConnector: ['connector:create', (who, { live }) => cloneConnector(who, { connectorId: live })],
  validateConnectors: [null, (who, { live }) => validateConnectors(who, { ids: [live] })],
  connectorHistory: [null, (who, { live }) => connectorHistory(who, { connectorId: live })],
  compareVersions: [null, (who, { live }) => compareVersions(who, { connectorId: live, from: 1, to: 1 })],
  deletedConnectors: [null, (who) => deletedConnectors(who, { page: 1 })],
  connectorDossier: [null, (who, { live }) => connectorDossier(who, { connectorId: live })],
};

describeBothEngines('Who may do what to saved connectors', (engine) => {
  it('is the table of permissions: a refusal is typed and changes nothing', async () => {
    const { ada, hal, nobody, written } = await connectorLife(engine);
    const live = await created(ada, draftOf());
    const gone = await created(ada, inboundDraftOf());
    valueIn(await deleteConnectors(ada, { ids: [gone] }));
    const given = { connectorId: live, baseVersion: 1, draft, revision: null };
    valueIn(await saveDraft(ada, given));
    const before = await written();
    for (const [name, [permission, ask]] of Object.entries(OPERATIONS)) {
      const unknown = await ask(nobody, { live, gone });
      expect(unknown, name).toEqual({ ok: false, problem: { kind: 'signedOut' } });
      if (!permission) continue;
      const refused = await ask(hal, { live, gone });
      expect(refused, name).toEqual({ ok: false, problem: { kind: 'forbidden', permission } });
    }
    expect(await written()).toEqual(before);
    for (const [name, [permission, ask]] of Object.entries(OPERATIONS))
      if (!permission) expect((await ask(hal, { live, gone })).ok, name).toBe(true);
  });
});
