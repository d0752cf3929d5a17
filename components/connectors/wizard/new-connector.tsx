'use client';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { ConnectorWizard, type WizardActions } from './connector-wizard';
import { forgetInput, freshInput, readInput } from './kept-input';

const never = () => () => undefined;

/** The wizard, once the browser has said what it kept of earlier input. */
export function NewConnector({ actions }: Readonly<{ actions: WizardActions }>) {
  const t = useTranslations('wizard');
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!alive) return <p>{t('loading')}</p>;
  return <Kept actions={actions} />;
}

function Kept({ actions }: Readonly<{ actions: WizardActions }>) {
  const [{ input, round }, begin] = useState(() => ({ input: readInput(), round: 0 }));
  const startOver = () => {
    forgetInput();
    window.history.replaceState(null, '', window.location.pathname);
    begin({ input: freshInput(), round: round + 1 });
  };
  return <ConnectorWizard key={round} initial={input} actions={actions} onStartOver={startOver} />;
}
