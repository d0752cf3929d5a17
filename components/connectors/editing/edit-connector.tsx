'use client';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import type { EditingView } from '@/lib/operations/editing';
import { KnownDomains } from '../wizard/known-domains';
import type { EditActions } from './edit-actions';
import { type EditInput, editPlace, storedEdit, worthKeeping } from './edit-session';
import { EditWizard } from './edit-wizard';

const never = () => () => undefined;

type EditConnectorProps = Readonly<{
  view: EditingView;
  domains: readonly AcceptedDomain[];
  actions: EditActions;
}>;

/** A draft that was thrown away with all that was entered on top of it, as long as it can be had back. */
export type Discarded = Readonly<{ draft: NonNullable<EditingView['draft']>; input: EditInput }>;

/** One sitting over an edit; another begins where another draft is opened or this one is discarded. */
export type EditSession = Readonly<{
  view: EditingView;
  initial: EditInput;
  /** What is stored, without what the browser kept. */
  saved: EditInput;
  discarded?: Discarded;
  /** True where it was opened by a command of the one before. */
  reopened?: boolean;
}>;

/** The edit wizard, once the browser has said what it kept of earlier input. */
export function EditConnector({ view, domains, actions }: EditConnectorProps) {
  const t = useTranslations('wizard');
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return <p>{t('loading')}</p>;
  return (
    <KnownDomains value={domains}>
      <Sessions key={`${view.connectorId}:${view.restored?.version ?? ''}`} view={view} actions={actions} />
    </KnownDomains>
  );
}

function Sessions({ view, actions }: Omit<EditConnectorProps, 'domains'>) {
  const t = useTranslations('editing');
  const noteOf = (input: EditInput): EditInput => {
    const { restoredFrom } = input.origin;
    return restoredFrom === undefined
      ? input
      : { ...input, note: t('restoredNote', { version: restoredFrom }) };
  };
  const [{ session, round }, begin] = useState(() => {
    const saved = noteOf(storedEdit(view));
    const kept = worthKeeping(editPlace(view.connectorId, saved.origin).read(), saved);
    const first: EditSession = { view, saved, initial: kept ?? saved };
    return { session: first, round: 0 };
  });
  const restart = (next: EditSession) => begin({ session: next, round: round + 1 });
  return (
    <EditWizard
      key={round}
      session={session}
      actions={actions}
      onOpen={(other) => {
        const saved = noteOf(storedEdit(other));
        restart({ view: other, saved, initial: saved, reopened: true });
      }}
      onRestart={restart}
    />
  );
}
