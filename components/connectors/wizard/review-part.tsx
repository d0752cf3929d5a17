'use client';
import { Link } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { Connector } from '@/lib/mailflow/connector';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { ConnectorBlock } from '../connector-block';
import { type BlockId, ConnectorBlocks } from '../connector-blocks';
import type { ValidationStanding } from './use-new-validation';

type EditableStep = Exclude<StepId, 'review'>;

/** Which step a block's Edit link leads to; EAC edits name and status together, so one link serves both. */
const STEP_OF: Record<BlockId, EditableStep | undefined> = {
  scenario: 'scenario',
  name: undefined,
  status: 'name',
  scope: 'scope',
  routing: 'routing',
  security: 'security',
};

type ReviewPartProps = Readonly<{
  connector: Connector;
  standing: ValidationStanding;
  onEdit: (step: StepId) => void;
}>;

/** Everything once more in words, each block with the way back to its step. */
export default function ReviewPart({ connector, standing, onEdit }: ReviewPartProps) {
  const t = useTranslations('wizard');
  const edit = (step: EditableStep | undefined) =>
    step && (
      <div>
        <Link as="button" onClick={() => onEdit(step)}>
          {t(`review.edit.${step}`)}
        </Link>
      </div>
    );
  const known = standing === 'running' || standing === 'cancelled' ? 'none' : standing;
  return (
    <ConnectorBlocks connector={connector} renderAction={(block) => edit(STEP_OF[block])}>
      <ConnectorBlock title={t('review.validationBlock')} action={edit('validation')}>
        <p>{t(`validation.summary.${known}`)}</p>
        <p>{connector.validationRecipients.join(', ')}</p>
      </ConnectorBlock>
    </ConnectorBlocks>
  );
}
