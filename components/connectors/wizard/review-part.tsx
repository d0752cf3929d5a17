'use client';
import { Link } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ConnectorScript } from '@/components/exchange/connector-script';
import type { Connector } from '@/lib/mailflow/connector';
import type { ConnectorStep, StepId } from '@/lib/mailflow/connector-steps';
import { ConnectorBlock } from '../connector-block';
import { ConnectorBlocks, STEP_OF_BLOCK } from '../connector-blocks';
import type { ValidationStanding } from './use-new-validation';

type ReviewPartProps = Readonly<{
  connector: Connector;
  steps: readonly ConnectorStep[];
  standing: ValidationStanding;
  onEdit: (step: StepId) => void;
  /** With the PowerShell that would make the connector. */
  withScript?: boolean;
}>;

/** Everything once more in words, each block with the way back to its step. */
export default function ReviewPart({
  connector,
  steps,
  standing,
  onEdit,
  withScript = false,
}: ReviewPartProps) {
  const t = useTranslations('wizard');
  const edit = (wanted: StepId) => {
    const step = steps.find(({ id }) => id === wanted);
    if (!step || step.id === 'review') return undefined;
    const { id } = step;
    return (
      <div>
        <Link as="button" onClick={() => onEdit(id)}>
          {t(`review.edit.${id}`)}
        </Link>
      </div>
    );
  };
  const known = standing === 'running' || standing === 'cancelled' ? 'none' : standing;
  return (
    <>
      <ConnectorBlocks connector={connector} renderAction={(block) => edit(STEP_OF_BLOCK[block])}>
        {connector.direction === 'outbound' && (
          <ConnectorBlock title={t('review.validationBlock')} action={edit('validation')}>
            <p>{t(`validation.summary.${known}`)}</p>
            <p>{connector.validationRecipients.join(', ')}</p>
          </ConnectorBlock>
        )}
      </ConnectorBlocks>
      {withScript && <ConnectorScript connector={connector} />}
    </>
  );
}
