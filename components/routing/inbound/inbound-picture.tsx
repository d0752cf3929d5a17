'use client';
import { Link } from '@fluentui/react-components';
import { CloudRegular, MailInboxRegular, MailRegular, PlugConnectedRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { connectorPath } from '@/components/connectors/connector-paths';
import { Breakable } from '@/components/ui/breakable';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { Attribution } from '@/lib/mailflow/attribution-trace';
import type { AttributionQuestion } from '@/lib/operations/attribution-query';
import { PathBox } from '../trace/path-box';
import { PathNode } from '../trace/path-node';

const TONES = { accepted: 'good', refused: 'bad', unknown: 'warning' } as const satisfies Record<
  string,
  StatusTone
>;
const VERDICTS = ['accepted', 'refused', 'unknown'] as const;

type InboundPictureProps = Readonly<{ attribution: Attribution; asked: AttributionQuestion }>;

/** The path of a connection: server, connector or none, and what becomes of its recipients. */
export function InboundPicture({ attribution, asked }: InboundPictureProps) {
  const t = useTranslations('traceInbound.path');
  const { winner, recipients, ambiguous } = attribution;
  const { ip, certificates, tls } = asked;
  const stops = [
    <PathNode key="server" icon={<MailRegular />} kind={t('server')} look="quiet">
      <div>{ip === '' ? t('ipUnknown') : <Breakable text={ip} />}</div>
      <div>{tls ? t('tls') : t('noTls')}</div>
      {tls && certificates[0] && (
        <div>
          <Breakable text={certificates[0]} />
          {certificates.length > 1 && ` ${t('more', { count: certificates.length - 1 })}`}
        </div>
      )}
    </PathNode>,
    winner ? (
      <PathNode
        key="connector"
        icon={<PlugConnectedRegular />}
        kind={t('connector')}
        title={<Link href={connectorPath(winner.id)}>{winner.name}</Link>}
        look="chosen"
      />
    ) : (
      <PathNode
        key="office365"
        icon={<CloudRegular />}
        kind={t('office365')}
        title={t('none')}
        look="chosen"
      />
    ),
    <PathNode key="recipients" icon={<MailInboxRegular />} kind={t('recipients')} look="quiet">
      {VERDICTS.map((verdict) => {
        const count = recipients.filter((one) => one.verdict === verdict).length;
        return (
          count > 0 && (
            <div key={verdict}>
              <StatusDot tone={TONES[verdict]} text={t(`verdict.${verdict}`, { count })} />
            </div>
          )
        );
      })}
    </PathNode>,
  ];
  return <PathBox label={t('label')} stops={stops} doubtful={ambiguous} />;
}
