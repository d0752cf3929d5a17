'use client';
import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { connectorPath } from '@/components/connectors/connector-paths';
import { traceOfPath } from '@/components/routing/route-paths';
import type { MxWatch } from '@/lib/operations/watch-mx';
import { cloudMxWords } from '@/lib/words/cloud-mx-words';
import { MxSection } from './mx-section';

const useStyles = makeStyles({ notice: { maxWidth: '900px' } });

const INTENTS = { ready: 'success', check: 'info', notYet: 'warning' } as const;

/** Whether the record may move now, why, and where to put it right. */
export function MxGuardNotice({ watch: { domain, guard, may } }: Readonly<{ watch: MxWatch }>) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.mx.may');
  const words = cloudMxWords(useTranslations('cloudMx'));
  return (
    <MxSection title={t('title')}>
      <MessageBar intent={INTENTS[may]} layout="multiline" className={styles.notice}>
        <MessageBarBody>
          <MessageBarTitle>{t(`verdict.${may}`)}.</MessageBarTitle>
          {words.guard(domain, guard)}{' '}
          {guard.connector ? (
            <Link href={connectorPath(guard.connector.id)}>{t('connector')}</Link>
          ) : (
            <Link href={traceOfPath(`postmaster@${domain}`)}>{t('trace')}</Link>
          )}
        </MessageBarBody>
      </MessageBar>
    </MxSection>
  );
}
