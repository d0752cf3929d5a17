'use client';
import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ConnectorBlocks } from '@/components/connectors/connector-blocks';
import { connectorPath } from '@/components/connectors/connector-paths';
import { acceptedDomainPath, rulePath } from '@/components/setup/setup-paths';
import { Side, SideBySide } from '@/components/ui/side-by-side';
import type { PlanKind, PlannedChange, PlanRow } from '@/lib/exchange/plan-row';
import type { AcceptedDomain } from '@/lib/mailflow/accepted-domain';
import type { Connector } from '@/lib/mailflow/connector';
import type { TransportRule } from '@/lib/mailflow/transport-rule';
import { useFullRow } from './full-row';
import { usePlanFrame } from './plan-frame';
import type { PlanLine } from './plan-line';
import { DomainBlocks, RuleBlocks } from './setup-blocks';

const useStyles = makeStyles({
  details: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', maxWidth: '1100px' },
  text: { margin: '0', maxWidth: '88ch' },
  quiet: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** An opened row: what to do where it can't be taken over, and both sides. Loaded with the first one. */
export default function PlanDetails({ line }: Readonly<{ line: PlanLine }>) {
  const styles = useStyles();
  const t = useTranslations('exchange.plan');
  const { betweenFiles } = usePlanFrame();
  const { kind, conflict, id, result } = line;
  return (
    <div className={styles.details}>
      {line.line !== undefined && <p className={styles.quiet}>{t('atLine', { line: line.line })}</p>}
      {conflict && (
        <p className={styles.text}>
          {t(`conflict.${conflict.code}.remedy`)}{' '}
          {/* Of the file's own of one name, a list would have that name alone. */}
          {(conflict.code === 'nameTwice' ? [] : conflict.others).map((other) => (
            <span key={other.id}>
              {betweenFiles ? other.name : <Link href={pathOf(kind, other)}>{other.name}</Link>}{' '}
            </span>
          ))}
        </p>
      )}
      {result === 'unreadable' && <p className={styles.text}>{t('unreadableRemedy')}</p>}
      {result === 'onlyHere' && (
        <p className={styles.text}>{t(betweenFiles ? 'goneText' : 'onlyHereText')}</p>
      )}
      {(result === 'added' || result === 'changed' || result === 'onlyHere') && <Sides lineKey={line.key} />}
      {id !== undefined && !betweenFiles && (
        <p className={styles.text}>
          <Link href={pathOf(kind, { id, name: line.name })}>{t(`open.${kind}`)}</Link>
        </p>
      )}
    </div>
  );
}

/** Where an object is that is here. Accepted domains have their names for ids. */
const PATHS: Readonly<Record<PlanKind, (one: Readonly<{ id: string; name: string }>) => string>> = {
  connector: ({ id }) => connectorPath(id),
  acceptedDomain: ({ name }) => acceptedDomainPath(name),
  transportRule: ({ id }) => rulePath(id),
};
const pathOf = (kind: PlanKind, one: Readonly<{ id: string; name: string }>) => PATHS[kind](one);

function Sides({ lineKey }: Readonly<{ lineKey: string }>) {
  const t = useTranslations('exchange.plan');
  const { source, sides } = usePlanFrame();
  const { row, isPending, isError, refetch } = useFullRow(source, lineKey);
  if (isPending) return <Spinner size="tiny" label={t('loading')} labelPosition="after" />;
  if (isError) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody role="alert">{t('loadFailed')}</MessageBarBody>
        <Button onClick={() => void refetch()}>{t('again')}</Button>
      </MessageBar>
    );
  }
  if (!row) return <p>{t('movedOn')}</p>;
  return (
    <SideBySide>
      {'before' in row && (
        <Side title={sides.before}>
          <Blocks row={row} side="before" />
        </Side>
      )}
      {'after' in row && (
        <Side title={sides.after}>
          <Blocks row={row} side="after" />
        </Side>
      )}
    </SideBySide>
  );
}

type Which = 'before' | 'after';

function Blocks({ row, side }: Readonly<{ row: PlanRow; side: Which }>) {
  switch (row.kind) {
    case 'connector': {
      const connector = sideOf<Connector>(row, side);
      return connector && <ConnectorBlocks connector={connector} saved />;
    }
    case 'acceptedDomain': {
      const accepted = sideOf<AcceptedDomain>(row, side);
      return accepted && <DomainBlocks accepted={accepted} />;
    }
    case 'transportRule': {
      const rule = sideOf<TransportRule>(row, side);
      return rule && <RuleBlocks rule={rule} />;
    }
  }
}

function sideOf<T>(row: PlannedChange<T>, side: Which): T | undefined {
  if (side === 'before') return 'before' in row ? row.before : undefined;
  return 'after' in row ? row.after : undefined;
}
