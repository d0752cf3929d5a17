'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Notice } from './use-delete-connectors';

const useStyles = makeStyles({ place: { outlineStyle: 'none' }, bar: { margin: '8px 0' } });

type ListNoticeProps = Readonly<{
  notice: Notice | undefined;
  /** True while a dialog or a panel lies above and has the focus. */
  covered: boolean;
  onDismiss: () => void;
}>;

/** What came of a command. Takes the focus: the control that was used may be gone with its rows. */
export function ListNotice({ notice, covered, onDismiss }: ListNoticeProps) {
  const styles = useStyles();
  const t = useTranslations('connectors.details');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice && !covered) place.current?.focus();
  }, [notice, covered]);
  return (
    <div
      ref={place}
      tabIndex={-1}
      role={notice?.intent === 'error' ? 'alert' : 'status'}
      className={styles.place}
    >
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline" className={styles.bar}>
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={t('close')}
                onClick={onDismiss}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
