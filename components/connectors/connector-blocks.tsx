'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Connector } from '@/lib/mailflow/connector';
import { ConnectorBlock } from './connector-block';
import { endpointsOf } from './connector-ends';
import { useConnectorWords } from './connector-words';

export type BlockId = 'scenario' | 'name' | 'status' | 'scope' | 'routing' | 'security';

type ConnectorBlocksProps = Readonly<{
  connector: Connector;
  /** Says what is; otherwise what saving will do. */
  saved?: boolean;
  /** What stands at the end of a block, such as its Edit link. */
  renderAction?: (block: BlockId) => ReactNode;
  /** More blocks, behind these. */
  children?: ReactNode;
}>;

/** A connector's settings in read-only blocks, in the order of EAC's review screen. */
export function ConnectorBlocks({ connector, saved = false, renderAction, children }: ConnectorBlocksProps) {
  const t = useTranslations('connectors');
  const words = useConnectorWords();
  const { from, to } = endpointsOf(connector);
  const content: Record<BlockId, ReactNode> = {
    scenario: (
      <>
        <p>{t('blocks.from', { endpoint: t(`endpoint.${from}`) })}</p>
        <p>{t('blocks.to', { endpoint: t(`endpoint.${to}`) })}</p>
      </>
    ),
    name: (
      <>
        <p>{connector.name}</p>
        <p>{connector.description || t('blocks.noDescription')}</p>
      </>
    ),
    status: (
      <>
        <p>{words.status(connector, saved)}</p>
        <p>{words.headers(connector)}</p>
      </>
    ),
    scope: <p>{words.scope(connector)}</p>,
    routing: <p>{words.routing(connector)}</p>,
    security: <p>{words.security(connector)}</p>,
  };
  return (
    <div>
      {(Object.keys(content) as BlockId[]).map((id) => (
        <ConnectorBlock key={id} title={t(`blocks.${id}`)} action={renderAction?.(id)}>
          {content[id]}
        </ConnectorBlock>
      ))}
      {children}
    </div>
  );
}
