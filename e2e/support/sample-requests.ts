// A request of the right shape for everything that surface.ts finds, each of which an admin gets an answer to. Whoever adds a
// page, a route or an action adds its row here, and says in authorization.spec.ts who may.
import { type CrowdedConsole, unsaved } from './crowded-console';
import { tenantFile } from './tenant-sample';

/** `body` of those that are posted. */
export type RouteRequest = Readonly<{ path: string; body?: string | Uint8Array<ArrayBuffer> }>;
type Samples<T> = Readonly<Record<string, (there: CrowdedConsole) => T>>;

/** Paths below the console's address. */
export const SAMPLE_PAGES: Samples<string> = {
  '/': () => '/',
  '/accepted-domains': () => '/accepted-domains',
  '/audit': () => '/audit',
  '/connectors': ({ connectors }) => `/connectors?connector=${connectors.kept}`,
  '/connectors/[id]/edit': ({ connectors }) => `/connectors/${connectors.kept}/edit`,
  '/connectors/[id]/history': ({ connectors }) => `/connectors/${connectors.kept}/history`,
  '/connectors/[id]/report': ({ connectors }) => `/connectors/${connectors.kept}/report`,
  '/connectors/deleted': () => '/connectors/deleted',
  '/connectors/new': ({ connectors }) => `/connectors/new?clone=${connectors.kept}`,
  '/coverage': () => '/coverage',
  '/exchange': () => '/exchange',
  '/exchange/export': () => '/exchange/export',
  '/exchange/imports/[id]': ({ imports }) => `/exchange/imports/${imports[1]}`,
  '/exchange/imports/compare': ({ imports }) =>
    `/exchange/imports/compare?from=${imports[0]}&to=${imports[1]}`,
  '/forgotten': () => '/forgotten',
  '/guide': () => '/guide',
  '/guide/final-test': () => '/guide/final-test',
  '/guide/firewall': () => '/guide/firewall',
  '/guide/mx': () => '/guide/mx?domain=contoso.test',
  '/guide/server': () => '/guide/server?program=exchange',
  '/invite/[token]': ({ links }) => `/invite/${links.invite.token}`,
  '/reset/[token]': ({ links }) => `/reset/${links.reset.token}`,
  '/rules': () => '/rules',
  '/set-up': () => '/set-up?token=used',
  '/settings/users': () => '/settings/users',
  '/sign-in': () => '/sign-in',
  '/trace': () => '/trace?to=ada@contoso.test',
  '/validation': () => '/validation',
  '/validation/[runId]': ({ runs }) => `/validation/${runs.passed}`,
  '/validation/compare': ({ runs }) => `/validation/compare?from=${runs.passed}&to=${runs.other}`,
};

const posted = (path: string, body: object): RouteRequest => ({ path, body: JSON.stringify(body) });

export const SAMPLE_ROUTES: Samples<RouteRequest> = {
  'GET /api/audit': () => ({ path: '/api/audit?format=csv' }),
  'GET /api/connectors/[id]': ({ connectors }) => ({ path: `/api/connectors/${connectors.kept}` }),
  'GET /api/connectors/[id]/editing': ({ connectors }) => ({
    path: `/api/connectors/${connectors.kept}/editing`,
  }),
  'GET /api/connectors/[id]/history': ({ connectors }) => ({
    path: `/api/connectors/${connectors.kept}/history`,
  }),
  'GET /api/exchange/export': () => ({ path: '/api/exchange/export?format=json' }),
  'GET /api/exchange/imports/[id]': ({ imports }) => ({ path: `/api/exchange/imports/${imports[0]}` }),
  'GET /api/exchange/imports/compare': ({ imports }) => ({
    path: `/api/exchange/imports/compare?from=${imports[0]}&to=${imports[1]}`,
  }),
  'GET /api/guide/mx': () => ({ path: '/api/guide/mx?domain=contoso.test' }),
  'GET /api/guide/path-set-up': () => ({ path: '/api/guide/path-set-up' }),
  'GET /api/health/live': () => ({ path: '/api/health/live' }),
  'GET /api/health/ready': () => ({ path: '/api/health/ready' }),
  'GET /api/set-up.json': () => ({ path: '/api/set-up.json' }),
  'GET /api/validation-runs': () => ({ path: '/api/validation-runs' }),
  'GET /api/validation-runs/[id]': ({ runs }) => ({ path: `/api/validation-runs/${runs.passed}` }),
  'GET /api/validation-runs/[id]/events': ({ runs }) => ({
    path: `/api/validation-runs/${runs.passed}/events`,
  }),
  'GET /api/validation-runs/[id]/report.json': ({ runs }) => ({
    path: `/api/validation-runs/${runs.passed}/report.json`,
  }),
  'GET /api/validation-runs/[id]/transcript.txt': ({ runs }) => ({
    path: `/api/validation-runs/${runs.passed}/transcript.txt`,
  }),
  'GET /metrics': () => ({ path: '/metrics' }),
  'POST /api/exchange/imports': () => ({
    path: '/api/exchange/imports?name=tenant.json',
    body: new Uint8Array(tenantFile().buffer),
  }),
  'POST /api/setup-impact': ({ connectors }) =>
    posted('/api/setup-impact', { change: 'turnOff', ids: [connectors.kept] }),
  'POST /api/trace': () =>
    posted('/api/trace', { recipients: ['ada@contoso.test'], sender: '', headers: [], size: '' }),
  'POST /api/trace/inbound': () =>
    posted('/api/trace/inbound', {
      ...{ ip: '203.0.113.7', certificates: [], trusted: true, tls: true },
      ...{ sender: 'ada@contoso.test', recipients: [] },
    }),
  'POST /api/trace/list': () => posted('/api/trace/list', { rows: [{ to: 'ada@contoso.test' }] }),
};

const relay = { type: 'internalRelay', isDefault: false, matchSubDomains: true } as const;
const ruleTo = (connectorId: string, name: string) => ({
  ...{ name, enabled: true, connectorId, stopProcessing: false, exceptions: [] },
  conditions: [
    { kind: 'recipientDomainIs', values: ['litware.test'], name: '', scope: 'external', size: '', json: '' },
  ],
});
const account = (token: string, name: string) => ({
  ...{ token, name, email: `${name.toLowerCase()}@contoso.test` },
  ...{ password: 'correct horse battery', repeated: 'correct horse battery' },
});

/** In an order in which an admin can send them all: what one removes, another has used before. */
export const SAMPLE_ACTIONS: Samples<unknown> = {
  '/exchange#applyImportAction': ({ imports, plan }) => ({
    id: imports[1],
    keys: [{ key: plan.key }],
    revision: plan.revision,
    note: 'As the tenant has it',
  }),
  '/rules#orderTransportRulesAction': ({ rules }) => ({ seen: rules, ids: [...rules].reverse() }),
  '/accepted-domains#acceptedDomainUsesAction': () => ({ domains: ['contoso.test'] }),
  '/accepted-domains#addAcceptedDomainAction': () => ({ ...relay, domain: 'new.test' }),
  '/accepted-domains#changeAcceptedDomainAction': () => ({ ...relay, domain: 'fabrikam.test', revision: 1 }),
  '/accepted-domains#saveAcceptedDomainsAction': () => ({ domains: [{ ...relay, domain: 'many.test' }] }),
  '/accepted-domains#removeAcceptedDomainsAction': () => ({ domains: ['old.test'] }),
  '/audit#findEntryAction': () => ({ sequence: 1 }),
  '/audit#loadEntriesAction': () => ({
    view: { person: '', group: '', subject: '', from: '', to: '' },
    timeZone: 'UTC',
  }),
  '/audit#verifyAction': () => undefined,
  '/connectors#requestConnectorValidationAction': ({ connectors }) => ({ connectorId: connectors.kept }),
  '/connectors#validateConnectorsAction': ({ connectors }) => ({ ids: [connectors.kept] }),
  '/connectors#switchConnectorsAction': ({ connectors }) => ({
    items: [{ id: connectors.switched, version: 1 }],
    enabled: false,
    note: 'For the night',
    reason: 'Agreed by phone',
  }),
  '/connectors#deleteConnectorsAction': ({ connectors }) => ({ ids: [connectors.doomed] }),
  '/connectors#undeleteConnectorsAction': ({ connectors }) => ({ ids: [connectors.gone] }),
  '/connectors#discardDraftAction': ({ connectors }) => ({ connectorId: connectors.drafted, revision: 1 }),
  '/connectors/[id]/edit#editingAction': ({ connectors }) => ({ connectorId: connectors.kept }),
  '/connectors/[id]/edit#discardDraftAction': ({ connectors }) => ({
    connectorId: connectors.alsoDrafted,
    revision: 1,
  }),
  '/connectors/[id]/edit#saveDraftAction': ({ connectors }) => ({
    connectorId: connectors.kept,
    baseVersion: 1,
    draft: unsaved('kept otherwise'),
    revision: null,
  }),
  '/connectors/[id]/edit#publishConnectorAction': ({ connectors }) => ({
    connectorId: connectors.edited,
    baseVersion: 1,
    draft: unsaved('edited anew'),
    note: 'Ticket 7',
    reason: 'Agreed by phone',
  }),
  '/connectors/[id]/history#connectorHistoryAction': ({ connectors }) => ({ connectorId: connectors.kept }),
  '/connectors/deleted#undeleteConnectorAction': ({ connectors }) => ({ id: connectors.alsoGone }),
  '/connectors/new#checkNameAction': () => ({ name: 'kept' }),
  '/connectors/new#requestValidationAction': () => ({ draft: unsaved('New') }),
  '/connectors/new#createConnectorAction': ({ runs }) => ({
    draft: unsaved('New'),
    runId: runs.unsaved,
    acknowledgeFailure: false,
  }),
  '/connectors/new#cancelValidationAction': ({ runs }) => ({ id: runs.open }),
  '/validation#cancelValidationAction': ({ runs }) => ({ id: runs.alsoOpen }),
  '/validation#requestConnectorValidationAction': ({ connectors }) => ({ connectorId: connectors.edited }),
  '/exchange#exportTargetsAction': () => ({}),
  '/exchange#removeImportAction': ({ imports }) => ({ id: imports[2] }),
  '/guide#chooseScenarioAction': () => ({ scenario: 'ownServers' }),
  '/guide#confirmStepAction': () => ({ step: 'firewall', note: 'Ticket 7' }),
  '/guide#withdrawConfirmationAction': () => ({ step: 'firewall' }),
  '/guide#requestGuideChecksAction': () => ({ domains: ['contoso.test'], servers: false, onItsOwn: false }),
  '/rules#ruleTargetsAction': () => ({}),
  '/rules#createTransportRuleAction': ({ connectors }) => ({ draft: ruleTo(connectors.kept, 'Fourth') }),
  '/rules#changeTransportRuleAction': ({ connectors, rules }) => ({
    id: rules[0],
    revision: 1,
    draft: ruleTo(connectors.kept, 'First'),
  }),
  '/rules#switchTransportRuleAction': ({ rules }) => ({ id: rules[1], enabled: false }),
  '/rules#removeTransportRuleAction': ({ rules }) => ({ id: rules[2] }),
  '/settings/users#inviteUserAction': () => ({ role: 'helpdesk', email: '' }),
  '/settings/users#revokeInvitationAction': ({ links }) => ({ invitationId: links.withdrawn.id }),
  '/settings/users#setRoleAction': ({ otherId }) => ({ userId: otherId, role: 'admin' }),
  '/settings/users#setEnabledAction': ({ otherId }) => ({ userId: otherId, enabled: false }),
  '/settings/users#endSessionsAction': ({ otherId }) => ({ userId: otherId }),
  '/settings/users#requestResetAction': ({ otherId }) => ({ userId: otherId }),
  '/invite/[token]#acceptInvitationAction': ({ links }) => account(links.invite.token, 'Ivy'),
  '/reset/[token]#resetPasswordAction': ({ links }) => ({
    ...{ token: links.reset.token, password: 'another horse battery', repeated: 'another horse battery' },
  }),
  '/set-up#completeSetUpAction': () => account('used', 'Sue'),
  '/sign-in#signInAction': () => ({ email: 'ada@contoso.test', password: 'correct horse battery' }),
  '/sign-out#signOutAction': () => undefined,
};
