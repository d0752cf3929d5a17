'use client';
import { Link, makeStyles } from '@fluentui/react-components';
import {
  BranchForkRegular,
  CloudRegular,
  MailRegular,
  PlugConnectedRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { connectorPath } from '@/components/connectors/connector-paths';
import { HealthBadge } from '@/components/connectors/health-badge';
import { rulePath } from '@/components/setup/setup-paths';
import { Breakable } from '@/components/ui/breakable';
import { StatusDot } from '@/components/ui/status-dot';
import { runPath } from '@/components/validation/run-paths';
import type { TraceGroup } from '@/lib/mailflow/trace-groups';
import type { TracedConnector } from '@/lib/operations/traced-connectors';
import { DestinationNode } from './destination-node';
import { PathBox } from './path-box';
import { PathNode } from './path-node';

const useStyles = makeStyles({
  state: { display: 'grid', justifyItems: 'start', rowGap: '4px', marginTop: '4px' },
});

type RoutePictureProps = Readonly<{
  group: TraceGroup;
  /** The sender as typed; '' where it is not known. */
  sender: string;
  winner: TracedConnector | undefined;
}>;

/** The path of a message: message, rule, connector, and where that hands it on. */
export function RoutePicture({ group, sender, winner }: RoutePictureProps) {
  const styles = useStyles();
  const t = useTranslations('trace.path');
  const { trace, recipients } = group;
  const { outcome, rule, ambiguous } = trace;
  const [first] = recipients;
  const isUnknown = outcome === 'unknown';
  const nodes: ReactElement[] = [
    <PathNode key="message" icon={<MailRegular />} kind={t('message')} look="quiet">
      {sender !== '' && (
        <div>
          <Breakable text={t('from', { sender })} />
        </div>
      )}
      <div>
        <Breakable
          text={
            recipients.length === 1
              ? t('to', { address: first?.address ?? '' })
              : t('toCount', { count: recipients.length })
          }
        />
      </div>
    </PathNode>,
    ...(rule
      ? [
          <PathNode
            key="rule"
            icon={<BranchForkRegular />}
            kind={t('rule')}
            title={<Link href={rulePath(rule.id)}>{rule.name}</Link>}
          />,
        ]
      : []),
    isUnknown ? (
      <PathNode
        key="unknown"
        icon={<QuestionCircleRegular />}
        kind={t('notDocumented')}
        title={t('stops')}
        look="doubtful"
      />
    ) : winner ? (
      <PathNode
        key="connector"
        icon={<PlugConnectedRegular />}
        kind={t('connector')}
        title={<Link href={connectorPath(winner.id)}>{winner.name}</Link>}
        look="chosen"
      >
        <div className={styles.state}>
          {!winner.enabled && <StatusDot tone="off" text={t('off')} />}
          <Health connector={winner} />
        </div>
      </PathNode>
    ) : (
      <PathNode
        key="office365"
        icon={<CloudRegular />}
        kind={t('office365')}
        title={t('byItself')}
        look="chosen"
      />
    ),
    ...(isUnknown ? [] : [<DestinationNode key="destination" group={group} winner={winner} />]),
  ];
  return <PathBox label={t('label')} stops={nodes} doubtful={ambiguous || isUnknown} />;
}

function Health({ connector: { health, lastValidation } }: Readonly<{ connector: TracedConnector }>) {
  const t = useTranslations('trace.path');
  const at = lastValidation && new Date(lastValidation.finishedAt);
  const badge = <HealthBadge health={health} lastValidatedAt={at} />;
  return (
    <div>
      <div>
        {lastValidation ? (
          <Link href={runPath(lastValidation.runId)}>{t('validation')}</Link>
        ) : (
          t('validation')
        )}
      </div>
      {badge}
    </div>
  );
}
