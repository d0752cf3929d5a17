'use client';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { replaceAddress } from '@/components/ui/address';
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import { type ConnectorDraft, emptyDraft } from '@/lib/mailflow/connector-draft';
import { STEP_IDS } from '@/lib/mailflow/connector-steps';
import { CreateWizard } from './create-wizard';
import { freshInput, type KeptPlace, keptPlace, nothingTyped, type WizardInput } from './kept-input';
import { KnownDomains } from './known-domains';
import type { DraftActions } from './use-connector-wizard';
import type { CreateConnector } from './use-create-connector';

const never = () => () => undefined;

export type CreateActions = DraftActions & Readonly<{ createConnector: CreateConnector }>;
/** The connector whose settings the new one begins with. */
export type CloneOf = Readonly<{ id: string; sourceName: string; draft: ConnectorDraft }>;

type NewConnectorProps = Readonly<{
  actions: CreateActions;
  domains: readonly AcceptedDomain[];
  cloneOf?: CloneOf;
}>;

/** The wizard, once the browser has said what it kept of earlier input. */
export function NewConnector(props: NewConnectorProps) {
  const t = useTranslations('wizard');
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return <p>{t('loading')}</p>;
  return (
    <KnownDomains value={props.domains}>
      <Kept key={props.cloneOf?.id ?? ''} {...props} />
    </KnownDomains>
  );
}

type Begun = Readonly<{
  initial: WizardInput;
  saved: WizardInput;
  place: KeptPlace<WizardInput>;
  round: number;
}>;

function Kept({ actions, cloneOf }: Omit<NewConnectorProps, 'domains'>) {
  const [begun, begin] = useState((): Begun => {
    const saved = cloneOf ? clonedInput(cloneOf.draft) : freshInput();
    const model = { draft: emptyDraft(), pending: nothingTyped(), visited: [] };
    const place = keptPlace<WizardInput>(cloneOf ? `clone:${cloneOf.id}` : 'new', model);
    return { initial: place.read() ?? saved, saved, place, round: 0 };
  });
  const startOver = () => {
    begun.place.forget();
    const query = new URLSearchParams(window.location.search);
    query.delete('step');
    replaceAddress(`${window.location.pathname}?${query}`);
    begin({ ...begun, initial: begun.saved, round: begun.round + 1 });
  };
  const { round, ...input } = begun;
  return (
    <CreateWizard
      key={round}
      {...input}
      actions={actions}
      cloneOf={cloneOf?.sourceName}
      onStartOver={startOver}
    />
  );
}

/** Everything is filled in, so every step can be gone to. */
const clonedInput = (draft: ConnectorDraft): WizardInput => ({
  draft,
  pending: nothingTyped(),
  visited: STEP_IDS,
});
