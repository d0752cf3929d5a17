'use client';
import { MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { MxGuardNotice } from './mx-guard-notice';
import { MxRecordBox } from './mx-record-box';
import { MxReturn } from './mx-return';
import { MxSpread } from './mx-spread';
import { MxToday } from './mx-today';
import { useMxWatch } from './use-mx-watch';

const useStyles = makeStyles({
  notice: { marginTop: '12px' },
  waiting: { justifyContent: 'start', padding: '24px 0' },
});

/** The switch of one domain's record, from today's to when everybody knows the new one. */
export function MxSwitch({ domain }: Readonly<{ domain: string }>) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.mx');
  const { data, error } = useMxWatch(domain);
  return (
    <>
      {error && (
        <MessageBar intent="warning" className={styles.notice}>
          <MessageBarBody role="status">{t('spread.failed')}</MessageBarBody>
        </MessageBar>
      )}
      {!data && !error && (
        <Spinner size="tiny" label={t('today.waiting')} labelPosition="after" className={styles.waiting} />
      )}
      {data && (
        <>
          <MxToday watch={data.latest} />
          <MxGuardNotice watch={data.latest} />
          <MxRecordBox watch={data.latest} />
          <MxSpread kept={data} />
          <MxReturn lines={data.before} />
        </>
      )}
    </>
  );
}
