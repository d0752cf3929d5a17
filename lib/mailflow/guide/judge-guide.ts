// The whole journey, judged: which judge answers for which step, and what the answers come to. Pure: the set-up, what was looked
// up, what validations saw and what people confirmed are handed in.
import type { MxGuard } from '../mx-guard';
import type { Routed } from '../route-subjects';
import type { CheckedDomain } from './domain-facts';
import type {
  GuideMarkView,
  GuidePartView,
  GuideProgress,
  GuideStepView,
  GuideWayView,
  SubjectView,
} from './guide-view';
import { GUIDE_PARTS, GUIDE_STEPS, type GuideScenario, type GuideStepId, stepsOf } from './journey';
import { judgeDkimDmarc, judgeInternetMail, judgeMxProtection, judgeMxRecord } from './judge-domain';
import {
  judgeExternalName,
  judgePort25,
  judgeReceiveCertificate,
  judgeTls,
  openRelays,
} from './judge-server';
import {
  judgeInbound,
  judgeOutbound,
  judgePartnerOutbound,
  judgeRoutingChoice,
  judgeSenderIdentity,
  judgeTestAddress,
  partnerConnector,
} from './judge-setup';
import { judgeSpf } from './judge-spf';
import type { GuideServer } from './server-facts';
import { remedy, said, stateOf } from './standing';
import { type GuideWay, gravest, isLeft, type StepState } from './step-state';

/** All that the guide is judged by. `domains` are those shown; a guard is asked for own domains only. */
export type GuideScene = Readonly<{
  scenario: GuideScenario;
  routed: Routed;
  domains: readonly string[];
  checked: ReadonlyMap<string, CheckedDomain>;
  guardOf: (domain: string) => MxGuard;
  servers: readonly GuideServer[];
}>;

type Subject = Readonly<{ subject?: string; checkedAt?: string; state: StepState }>;

const byDomain =
  (judge: (scene: GuideScene, domain: string, checked: CheckedDomain | undefined) => StepState) =>
  (scene: GuideScene): Subject[] =>
    scene.domains.map((subject) => {
      const checked = scene.checked.get(subject);
      return { subject, state: judge(scene, subject, checked), ...(checked && { checkedAt: checked.at }) };
    });

const byServer =
  (judge: (server: GuideServer, scene: GuideScene) => StepState) =>
  (scene: GuideScene): Subject[] =>
    scene.servers.map((server) => ({
      subject: server.host,
      state: judge(server, scene),
      ...(server.seen && { checkedAt: server.seen.at }),
    }));

const once =
  (judge: (scene: GuideScene) => StepState) =>
  (scene: GuideScene): Subject[] => [{ state: judge(scene) }];

/** Nobody but a person can tell. */
const told = (way?: GuideWay): StepState =>
  stateOf('toDo', [said('info', 'notConfirmed')], {
    remedies: [remedy('confirm')],
    confirmable: true,
    ...(way && { way }),
  });

const isPartner = ({ scenario }: GuideScene): boolean => scenario === 'partner';
const kindOf = (scene: GuideScene): 'partner' | 'onPremises' => (isPartner(scene) ? 'partner' : 'onPremises');

const takingConnector = (scene: GuideScene, domain: string): Readonly<{ id: string }> | undefined =>
  isPartner(scene) ? partnerConnector(domain, scene.routed) : scene.guardOf(domain).connector;

const JUDGES: Readonly<Record<GuideStepId, (scene: GuideScene) => readonly Subject[]>> = {
  internetMail: byDomain((scene, domain, checked) =>
    judgeInternetMail(domain, checked, openRelays(scene.servers)),
  ),
  tls: byServer((server, scene) =>
    judgeTls(server, isPartner(scene) ? undefined : scene.routed.routes.acceptedOf),
  ),
  receiveCertificate: once(({ servers }) => judgeReceiveCertificate(servers)),
  externalName: byServer(judgeExternalName),
  port25: byServer(judgePort25),
  firewall: once(() => told({ to: 'firewall' })),
  testAddress: byDomain((scene, domain) =>
    // A domain that is in the cloud as a whole has no connector to be tested.
    scene.scenario === 'both' && scene.guardOf(domain).code === 'noConnectorAuthoritative'
      ? judgeOutbound(domain, scene.guardOf(domain), scene.scenario)
      : judgeTestAddress(domain, takingConnector(scene, domain), scene.routed),
  ),
  permissions: once(() => told()),
  senderIdentity: once(({ routed }) => judgeSenderIdentity(routed)),
  routingChoice: once(({ routed }) => judgeRoutingChoice(routed)),
  outboundConnector: byDomain((scene, domain) =>
    isPartner(scene)
      ? judgePartnerOutbound(domain, scene.routed)
      : judgeOutbound(domain, scene.guardOf(domain), scene.scenario),
  ),
  mxProtection: byDomain((_, domain, checked) => judgeMxProtection(domain, checked)),
  mxRecord: byDomain((scene, domain, checked) => judgeMxRecord(domain, checked, scene.guardOf(domain))),
  inboundConnector: once((scene) => judgeInbound(kindOf(scene), scene.routed)),
  relay: once(() => told({ to: 'server' })),
  spf: byDomain((_, domain, checked) => judgeSpf(domain, checked)),
  dkimDmarc: byDomain((_, domain, checked) => judgeDkimDmarc(domain, checked)),
  mailArrives: once(() => told({ to: 'finalTest' })),
  mailLeaves: once(() => told({ to: 'finalTest' })),
};

/** What stands where there is nothing to hold a step for. */
const NO_SUBJECT: Readonly<Record<'domain' | 'server' | 'organization', (partner: boolean) => StepState>> = {
  domain: (partner) =>
    partner
      ? stateOf('toDo', [said('info', 'noOutbound')], {
          remedies: [remedy('createOutbound')],
          way: { to: 'newOutbound' },
        })
      : stateOf('toDo', [said('info', 'noDomains')], {
          remedies: [remedy('addDomains')],
          way: { to: 'acceptedDomains' },
        }),
  server: () =>
    stateOf('toDo', [said('info', 'noServers')], {
      remedies: [remedy('createOutbound')],
      way: { to: 'newOutbound' },
    }),
  organization: () => told(),
};

export type JudgeDoors = Readonly<{
  markOf: (step: GuideStepId, subject: string | undefined) => GuideMarkView | undefined;
  hrefOf: (way: GuideWay) => string;
}>;

/** The parts that the scenario has, each step with the state of all it is held for. */
export function judgeGuide(scene: GuideScene, doors: JudgeDoors): GuidePartView[] {
  const ids = stepsOf(scene.scenario);
  return GUIDE_PARTS.flatMap((part) => {
    const steps = ids
      .filter((id) => GUIDE_STEPS[id].part === part)
      .map((id, index) => judgeStep(id, index + 1, scene, doors));
    return steps.length > 0 ? [{ id: part, state: gravest(steps.map(({ state }) => state)), steps }] : [];
  });
}

function judgeStep(id: GuideStepId, number: number, scene: GuideScene, doors: JudgeDoors): GuideStepView {
  const { scope, by } = GUIDE_STEPS[id];
  const found = JUDGES[id](scene);
  const all: readonly Subject[] = found.length > 0 ? found : [{ state: NO_SUBJECT[scope](isPartner(scene)) }];
  const subjects = all.map((one) => toView(one, doors.markOf(id, one.subject), doors));
  const hrefs = new Set(subjects.map(({ way }) => way?.href));
  const way = hrefs.size === 1 ? subjects[0]?.way : undefined;
  return {
    id,
    scope,
    by,
    number,
    state: gravest(subjects.map(({ state }) => state)),
    subjects,
    ...(way && { way }),
  };
}

/** A person's word settles what may be settled by it; beside what fails it stands as a note. */
function toView(
  { subject, checkedAt, state: judged }: Subject,
  mark: GuideMarkView | undefined,
  { hrefOf }: JudgeDoors,
): SubjectView {
  const { way, state, ...rest } = judged;
  const isSettled =
    mark !== undefined && judged.confirmable && (state === 'toDo' || state === 'couldNotCheck');
  const shownWay: GuideWayView | undefined = way && { to: way.to, href: hrefOf(way) };
  return {
    ...rest,
    state: isSettled ? 'confirmed' : state,
    ...(subject !== undefined && { subject }),
    ...(mark && { mark }),
    ...(checkedAt && { checkedAt }),
    ...(shownWay && { way: shownWay }),
  };
}

/** How far the journey is. */
export function guideProgress(parts: readonly GuidePartView[]): GuideProgress {
  const steps = parts.flatMap((part) => part.steps).filter(({ state }) => state !== 'notApplicable');
  const left = steps.filter(({ state }) => isLeft(state));
  const [next] = left;
  return {
    atRest: steps.length - left.length,
    total: steps.length,
    failing: steps.filter(({ state }) => state === 'failing').length,
    ...(next && { next: next.id }),
  };
}
