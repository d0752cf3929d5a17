'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SidePanel } from '@/components/ui/side-panel';
import type { Role } from '@/lib/auth/permissions';
import type { LifeCommands } from '../life/use-life-commands';
import { ConnectorDetails } from './connector-details';
import { type ConnectorUnavailable, connectorKey, fetchConnector, mayRetry } from './connector-query';
import { DetailsSkeleton } from './details-skeleton';
import type { PanelActions } from './panel-actions';
import { UnavailableMessage } from './unavailable-message';

export type DetailsDrawerProps = Readonly<{
  id: string;
  role: Role;
  actions: PanelActions;
  commands: LifeCommands;
  /** What came of the last command. */
  notice: ReactNode;
  /** Something in here has changed what the list shows. */
  onChanged: () => void;
  onClose: () => void;
}>;

/** Loaded by details-panel.tsx, which is what screens use. */
export default function DetailsDrawer({ id, onChanged, onClose, ...details }: DetailsDrawerProps) {
  const t = useTranslations('connectors.details');
  const { data, error, refetch } = useQuery({
    queryKey: connectorKey(id),
    queryFn: ({ signal }) => fetchConnector(id, signal),
    retry: mayRetry,
  });
  const changed = () => {
    void refetch();
    onChanged();
  };
  const reason = data ? undefined : error && ((error as ConnectorUnavailable).reason ?? 'failed');
  const title = data?.connector.name ?? (reason ? t(`${reason}Title`) : t('loading'));
  return (
    <SidePanel title={title} closeLabel={t('close')} onClose={onClose}>
      {data && <ConnectorDetails key={id} report={data} onChanged={changed} {...details} />}
      {reason && <UnavailableMessage reason={reason} onRetry={() => void refetch()} />}
      {!data && !reason && <DetailsSkeleton label={t('loading')} />}
    </SidePanel>
  );
}
