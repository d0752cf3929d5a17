// The measurements, in the order in which they are made.
import { connectorLife } from './connector-life';
import type { Figure } from './figures';
import { firstLoad } from './first-load';
import { firstStage } from './first-stage';
import { importing } from './import';
import { listPage } from './list-page';
import { listScale } from './list-scale';
import { addConnectors, addVersions } from './many-connectors';
import { probesAtOnce } from './probe-parallel';
import { probePeers } from './probe-peers';
import { revalidateMany } from './revalidate-many';
import { routes } from './route';
import { saveConnectors } from './save-connector';
import type { Scene } from './scene';
import { coldStart, warmStart } from './start-time';
import { stepChange } from './step-change';
import { tracePage } from './trace-page';
import { validations } from './validation';

const CONNECTORS = 10_000;
const VERSIONS = 50;

export type Part = Readonly<{
  name: string;
  title: string;
  /** Made for comparing with what is committed: needs no build, and all that it says of interest is a ratio. */
  compared?: true;
  /** Only where it is asked for by its name or by `--cold`. */
  onRequest?: true;
  run: (scene: Scene) => Promise<Figure[]>;
}>;

/** The list is filled for the part that is about it, and stays so for those behind it. */
export const PARTS: readonly Part[] = [
  { name: 'routes', title: 'Routes', compared: true, run: routes },
  { name: 'import', title: 'A tenant’s file', compared: true, run: importing },
  { name: 'scale', title: 'The list, with a hundred times as many', compared: true, run: listScale },
  { name: 'peers', title: 'One probe beside other programs', compared: true, run: probePeers },
  { name: 'parallel', title: 'Many probes at once', compared: true, run: probesAtOnce },
  { name: 'many', title: 'Many connectors, one worker', run: revalidateMany },
  { name: 'cold', title: 'Start, fresh clone', onRequest: true, run: coldStart },
  { name: 'start', title: 'Start', run: async ({ build }) => build().then(warmStart) },
  {
    name: 'validation',
    title: 'Validation of a good server on this machine',
    run: async ({ console, context, browser }) => [
      ...(await validations(await console(), await context())),
      ...(await firstStage(await browser(), await console())),
    ],
  },
  {
    name: 'pages',
    title: 'First-load JavaScript, gzip',
    run: async ({ console, browser }) => firstLoad(await browser(), await console()),
  },
  {
    name: 'steps',
    title: 'A step change in the wizard',
    run: async ({ console, browser }) => stepChange(await browser(), await console()),
  },
  {
    name: 'list',
    title: `List page at ${CONNECTORS.toLocaleString('en')} connectors of ${VERSIONS} versions each`,
    run: async ({ console, context }) => {
      await addConnectors(await console(), CONNECTORS);
      await addVersions(await console(), VERSIONS);
      return listPage(await console(), await context());
    },
  },
  {
    name: 'life',
    title: 'One of them: details, history, publish (needs the list)',
    run: async ({ console, context }) => connectorLife(await console(), await context()),
  },
  {
    name: 'trace',
    title: 'Route trace at 10,000 patterns, requests (beside the connectors of the list, where that was run)',
    run: async ({ console }) => tracePage(await console()),
  },
  {
    name: 'save',
    title: 'Saving',
    run: async ({ context }) => saveConnectors(await context(), CONNECTORS),
  },
];
