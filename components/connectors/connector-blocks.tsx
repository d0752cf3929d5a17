'use client';
import type { ReactNode } from 'react';
import type { Connector } from '@/lib/mailflow/connector';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { ConnectorBlock } from './connector-block';
import { useConnectorWords } from './connector-words';

/** For each block the wizard's step that edits it. */
export const STEP_OF_BLOCK = {
  scenario: 'scenario',
  name: 'name',
  status: 'name',
  scope: 'scope',
  routing: 'routing',
  security: 'security',
  securityAdvanced: 'security',
  authentication: 'authentication',
  authenticationAdvanced: 'authentication',
  restrictions: 'restrictions',
  restrictionsAdvanced: 'restrictions',
} as const satisfies Record<string, StepId>;

export type BlockId = keyof typeof STEP_OF_BLOCK;

/** One group of settings: a heading and its sentences. */
export type Block = Readonly<{ id: BlockId | typeof KEPT_BLOCK; title: string; lines: readonly string[] }>;

/** What is kept for Exchange, which no step edits. */
export const KEPT_BLOCK = 'exchange';

type ConnectorBlocksProps = Readonly<{
  connector: Connector;
  /** Says what is; otherwise what saving will do. */
  saved?: boolean;
  /** What stands at the end of the last block of a step, such as its Edit link. */
  renderAction?: (block: BlockId) => ReactNode;
  /** More blocks, behind these. */
  children?: ReactNode;
}>;

/** A connector's settings in read-only blocks, in the order of EAC's review screen. */
export function ConnectorBlocks({ connector, saved = false, renderAction, children }: ConnectorBlocksProps) {
  const blocks = useConnectorWords()(connector, saved);
  // EAC edits name and status together: one link serves all blocks of a step.
  const stepOf = (block: Block | undefined) =>
    block && block.id !== KEPT_BLOCK ? STEP_OF_BLOCK[block.id] : undefined;
  const actionOf = (block: Block, at: number) =>
    block.id !== KEPT_BLOCK && stepOf(blocks[at + 1]) !== stepOf(block) && renderAction?.(block.id);
  return (
    <div>
      {blocks.map((block, at) => (
        <ConnectorBlock key={block.id} title={block.title} action={actionOf(block, at)}>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </ConnectorBlock>
      ))}
      {children}
    </div>
  );
}
