'use client';
import { useTranslations } from 'next-intl';
import type { Connector } from '@/lib/mailflow/connector';
import { VERSION } from '@/lib/version';
import { scriptWords } from '@/lib/words/script-words';
import { ScriptFold } from './script-fold';

/** The PowerShell that would make a connector, before anybody has saved it. */
export function ConnectorScript({ connector }: Readonly<{ connector: Connector }>) {
  const t = useTranslations('exchange.script');
  const words = useTranslations('scripts');
  const make = async () => {
    const { createScript } = await import('@/lib/exchange/create-script');
    const setup = {
      connectors: [{ id: connector.name, connector, health: 'never' as const }],
      acceptedDomains: [],
      transportRules: [],
    };
    return createScript(setup, { madeAt: new Date(), version: VERSION, say: scriptWords(words) });
  };
  return <ScriptFold summary={t('ofConnector')} make={make} />;
}
