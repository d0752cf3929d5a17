// The resolver alone, on one core, beside Postfix's own tables with the same routes. Needs no console and no build.
// Figures only from this run; what is not installed is said to be missing.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { attributeConnection } from '../lib/mailflow/attribute-connection';
import { OUTBOUND_DEFAULTS, type OutboundConnector } from '../lib/mailflow/connector';
import type { DomainPattern } from '../lib/mailflow/domain-pattern';
import type { KeptConnector, MailSetup } from '../lib/mailflow/mail-setup';
import { compileRoutes, routeOf } from '../lib/mailflow/route';
import { readMessage } from '../lib/mailflow/rule-message';
import { fromOrganization, rule, setup, someOf } from '../lib/mailflow/setup-for-tests';
import { traceRoute } from '../lib/mailflow/trace-route';
import { type Figure, ms, skipped } from './figures';
import { postmapRates } from './postmap';

const PATTERNS = 100_000;
const CONNECTORS = 1_000;
const QUESTIONS = 1_000_000;
const EXPLAINED = 200_000;
const RULES = 20;

/** Half exact, half wildcards, in domains of two to four labels; each in one connector. */
function bigSetup(): MailSetup {
  const perConnector = PATTERNS / CONNECTORS;
  const connectors = Array.from({ length: CONNECTORS }, (_, at): KeptConnector => {
    const domains = Array.from({ length: perConnector }, (_, n) => patternNumber(at * perConnector + n));
    const connector: OutboundConnector = {
      direction: 'outbound',
      name: `Connector ${at}`,
      description: '',
      enabled: at % 50 !== 0,
      retainInternalHeaders: false,
      partnerKind: at % 3 ? 'partner' : 'onPremises',
      scope: { kind: 'recipientDomains', domains: someOf(domains) },
      delivery: { by: 'smartHosts', hosts: [{ kind: 'name', host: `relay${at}.example.net`, port: 25 }] },
      tls: { level: 'certificateValidation' },
      validationRecipients: [],
      ...OUTBOUND_DEFAULTS,
    };
    return { id: `c${at}`, connector, health: at % 2 ? 'passed' : 'never' };
  });
  return { acceptedDomains: [], transportRules: [], connectors };
}

function patternNumber(n: number): DomainPattern {
  const domain = n % 4 < 2 ? `domain${n}.example.com` : `d${n}.com`;
  return { kind: n % 2 ? 'suffix' : 'exact', domain };
}

/** Rules that ask for recipients and a sender; few recipients fit. */
const manyRules = () =>
  Array.from({ length: RULES }, (_, at) =>
    rule(`Rule ${at}`, `Connector ${at + 1}`, {
      priority: at,
      conditions: [
        {
          kind: 'recipientDomainIs',
          domains: [`partner${at}.example.org`, `stranger${at * 10 + 9}.example.org`],
        },
        { kind: 'senderDomainIs', domains: ['contoso.com'] },
      ],
    }),
  );

/** Half of the connectors by certificate, half by two ranges; the last one's server connects. */
function attributionRate(): string {
  const inbound = Array.from({ length: CONNECTORS }, (_, at) =>
    fromOrganization(
      `From ${at}`,
      at % 2 ? `mail${at}.contoso.com` : `10.${at >> 8}.${at % 256}.0/24 172.16.${at % 256}.0/28`,
    ),
  );
  const given = setup(inbound, 'contoso.com');
  const connection = {
    ip: '192.0.2.1',
    tls: true,
    certificateNames: [`mail${CONNECTORS - 1}.contoso.com`],
    certificateTrusted: true,
    mailFrom: 'ada@contoso.com',
    rcptTo: ['eva@example.org'],
  };
  const times = 200;
  const took = fastest(3, () => {
    for (let at = 0; at < times; at += 1) attributeConnection(given, connection);
  });
  return perSecond(times, took);
}

/** Addresses of which most have a route: exact, one or two labels below a wildcard, and some strangers. */
function questions(count: number): string[] {
  const made = Array.from({ length: count }, (_, at) => {
    const n = (at * 7_919) % PATTERNS;
    const pattern = patternNumber(n);
    const domain = pattern.kind === 'any' ? 'example.org' : pattern.domain;
    if (at % 10 === 9) return `user${at}@stranger${at}.example.org`;
    return pattern.kind === 'suffix' ? `user${at}@mail.${domain}` : `user${at}@${domain}`;
  });
  // As a request or a file brings them: strings that were put together here would be ropes, slower to read.
  return JSON.parse(JSON.stringify(made)) as string[];
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const heap = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

const perSecond = (count: number, elapsedMs: number): string =>
  `${Math.round((count / elapsedMs) * 1000).toLocaleString('en')} a second`;

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** The least processor time of `rounds`, in milliseconds: one core's, whatever else the machine does meanwhile. */
function fastest(rounds: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = processorMs();
    work();
    best = Math.min(best, processorMs() - before);
  }
  return best;
}

/** Compile, trace, memory, and the ratio to Postfix. */
export async function routes(): Promise<Figure[]> {
  const big = bigSetup();
  const compileMs = fastest(3, () => compileRoutes(big));
  const before = heap();
  const compiled = compileRoutes(big);
  const bytes = heap() - before;
  const asked = questions(QUESTIONS);
  let found = 0;
  const fastMs = fastest(5, () => {
    found = 0;
    for (const to of asked) if (routeOf(compiled, to).winner) found += 1;
  });
  const some = asked.slice(0, EXPLAINED);
  const explainedMs = fastest(3, () => {
    for (const to of some) traceRoute(compiled, { recipients: [to] });
  });
  const rate = (QUESTIONS / fastMs) * 1000;
  const ruled = compileRoutes({ ...big, transportRules: manyRules() });
  const message = readMessage({ sender: 'ada@contoso.com' });
  const ruledMs = fastest(3, () => {
    for (const to of some) routeOf(ruled, to, message);
  });
  const peers = await postmapRates(big, asked, found);
  return [
    {
      name: `compile ${PATTERNS.toLocaleString('en')} patterns, ${CONNECTORS.toLocaleString('en')} connectors`,
      value: ms(compileMs),
      aim: '< 1 s',
      met: compileMs < 1_000,
    },
    {
      name: 'memory of the compiled set-up',
      value: `${(bytes / 2 ** 20).toFixed(0)} MB`,
      aim: '< 200 MB',
      met: bytes < 200 * 2 ** 20,
    },
    {
      name: `trace, winner alone (${found.toLocaleString('en')} of ${QUESTIONS.toLocaleString('en')} have one)`,
      value: perSecond(QUESTIONS, fastMs),
      aim: '≥ 1,000,000 a second',
      met: rate >= 1_000_000,
    },
    {
      name: 'trace, explained',
      value: perSecond(EXPLAINED, explainedMs),
      ratio: {
        name: 'routes explained to the winner alone',
        value: EXPLAINED / explainedMs / (QUESTIONS / fastMs),
        better: 'more',
        margin: 0.35,
      },
      aim: '≥ 100,000 a second',
      met: EXPLAINED / explainedMs >= 100,
    },
    {
      name: `trace, winner alone, ${RULES} transport rules asked first`,
      value: perSecond(EXPLAINED, ruledMs),
    },
    { name: `attribution, ${CONNECTORS.toLocaleString('en')} inbound connectors`, value: attributionRate() },
    ...peers.map(({ table, rate: theirs, missing }): Figure => {
      if (theirs === undefined) return skipped(`postmap -q - with ${table}`, missing ?? 'it can not be had');
      const ratio = rate / theirs;
      return {
        name: `postmap -q - with ${table}`,
        value: `${perSecond(theirs, 1_000)}: ours is ${ratio.toFixed(1)} ×`,
        ...(table === 'lmdb' && {
          aim: '≥ 3 ×',
          met: ratio >= 3,
          ratio: { name: 'routes to postmap with lmdb', value: ratio, better: 'more', margin: 0.6 },
        }),
      };
    }),
  ];
}
