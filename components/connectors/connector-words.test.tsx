import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Connector } from '@/lib/mailflow/connector';
import { type ConnectorDraft, emptyDraft } from '@/lib/mailflow/connector-draft';
import { visibleSteps } from '@/lib/mailflow/connector-steps';
import { toConnector } from '@/lib/mailflow/draft-to-connector';
import { LOCALES, MESSAGES } from '@/messages';
import { PARAMETERS } from './advanced-differences';
import { type Block, STEP_OF_BLOCK } from './connector-blocks';
import { useConnectorWords } from './connector-words';

type ReaderProps = Readonly<{ connector: Connector; take: (blocks: readonly Block[]) => void }>;

function Reader({ connector, take }: ReaderProps) {
  take(useConnectorWords()(connector, true));
  return null;
}

/** The blocks of the connector that a draft makes, in English where nothing else is said. */
function blocksOf(draft: Partial<ConnectorDraft>, locale: (typeof LOCALES)[number] = 'en'): readonly Block[] {
  const connector = toConnector({ ...emptyDraft(), name: 'A connector', ...draft });
  if (!connector) throw new Error('The draft is not complete.');
  let blocks: readonly Block[] = [];
  const take = (read: readonly Block[]) => {
    blocks = read;
  };
  const fail = (error: Error) => {
    throw error;
  };
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="UTC" onError={fail}>
      <Reader connector={connector} take={take} />
    </NextIntlClientProvider>,
  );
  return blocks;
}

const linesOf = (id: Block['id'], draft: Partial<ConnectorDraft>) =>
  blocksOf(draft)
    .find((block) => block.id === id)
    ?.lines.join(' ') ?? '';

const toPartner: Partial<ConnectorDraft> = {
  from: 'office365',
  to: 'partner',
  scope: 'transportRule',
  delivery: 'mx',
};
const fromOrganization: Partial<ConnectorDraft> = {
  from: 'organization',
  to: 'office365',
  retainInternalHeaders: false,
  identifiedBy: 'certificate',
  senderCertificateName: 'mail.contoso.com',
};
const fromPartner: Partial<ConnectorDraft> = {
  from: 'partner',
  to: 'office365',
  identifiedBy: 'senderDomains',
  senderDomains: ['fabrikam.com'],
};

test('a connector to a partner tells its use, its routing and its security, and no advanced settings', () => {
  const blocks = blocksOf(toPartner);
  expect(blocks.map(({ id }) => id)).toEqual(['scenario', 'name', 'status', 'scope', 'routing', 'security']);
  expect(linesOf('routing', toPartner)).toBe('Use the MX record associated with the partner’s domain');
});

test('own servers known by their certificate must send from an accepted domain too', () => {
  expect(linesOf('authentication', fromOrganization)).toMatch(
    /matches mail\.contoso\.com, and .*accepted domain/,
  );
});

test('a partner known by its addresses is told once, and that others are rejected', () => {
  const draft: Partial<ConnectorDraft> = {
    ...fromPartner,
    identifiedBy: 'ipAddresses',
    senderIpAddresses: ['203.0.113.5'],
    rejectWithoutTls: false,
  };
  expect(linesOf('authentication', draft)).toContain('203.0.113.5');
  expect(linesOf('restrictions', draft)).toBe(
    'TLS is not required. Reject messages if they aren’t sent from these IP addresses.',
  );
});

test('what only an import brings is told: domains beside all accepted ones, MX records of one’s own, what is kept', () => {
  const kept = [
    { name: 'ConnectorSource', value: 'AdminUI' },
    { name: 'LinkedConnector', value: ['a', 'b'] },
    { name: 'TlsDomain', value: 'contoso.com', instead: null },
    { name: 'SmtpDaneMode', value: 'None', instead: 'Mandatory' },
  ];
  const draft: Partial<ConnectorDraft> = {
    ...{ from: 'office365', to: 'organization', delivery: 'mx', exchange: { kept } },
    ...{ scope: 'acceptedDomains', alsoRecipientDomains: ['*'] },
  };
  expect(linesOf('scope', draft)).toContain('Also for email messages sent to these domains: *');
  expect(linesOf('routing', draft)).toBe('Use the MX record associated with the recipient’s domain');
  expect(linesOf('exchange', draft)).toBe('LinkedConnector = a, b TlsDomain = contoso.com');
});

test('a block leads to a step that its scenario has', () => {
  for (const draft of [toPartner, fromOrganization, fromPartner]) {
    const steps = visibleSteps({ ...emptyDraft(), ...draft }).map(({ id }) => id);
    const led = blocksOf({ ...draft, testMode: true, treatAsInternal: true }).flatMap(({ id }) =>
      id === 'exchange' ? [] : [STEP_OF_BLOCK[id]],
    );
    for (const step of led) expect(steps).toContain(step);
  }
});

describe.each(LOCALES)('advanced settings in %s', (locale) => {
  const advanced: Partial<ConnectorDraft> = {
    testMode: true,
    smtpDaneMode: 'mandatory',
    mtaStsMode: 'none',
    routeAllViaOnPremises: true,
    senderRewriting: true,
    treatAsInternal: true,
    associatedAcceptedDomains: ['contoso.com'],
    enhancedFiltering: 'addresses',
    skippedAddresses: ['203.0.113.9'],
    filteredUsers: ['pilot@contoso.com'],
  };
  const told = (draft: Partial<ConnectorDraft>) =>
    blocksOf({ ...draft, ...advanced }, locale)
      .filter(({ id }) => id.endsWith('Advanced'))
      .flatMap(({ lines }) => lines);

  test('are each told in a sentence of their own where they differ from the default', () => {
    const toOrganization: Partial<ConnectorDraft> = {
      ...toPartner,
      to: 'organization',
      smartHosts: ['mail.contoso.com'],
    };
    const sentences = new Set([...told(toOrganization), ...told(fromOrganization)]);
    // A list of addresses to skip says by itself how filtering is done; domains beside all accepted ones stand there.
    expect(sentences.size).toBe(Object.keys(PARAMETERS).length - 2);
  });

  test('that a partner has not are not told', () => {
    expect(told(toPartner)).toHaveLength(3);
    expect(told(fromPartner)).toHaveLength(3);
  });
});
