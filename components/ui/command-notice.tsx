'use client';
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { DismissButton } from '@/components/ui/dismiss-button';

const useStyles = makeStyles({ place: { outlineStyle: 'none' }, bar: { margin: '8px 0' } });

/** What came of a command. */
export type Notice = Readonly<{
  intent: 'success' | 'warning' | 'error';
  text: string;
  /** Takes it back. */
  undo?: () => void;
  link?: Readonly<{ href: string; text: string }>;
}>;

type CommandNoticeProps = Readonly<{
  notice: Notice | undefined;
  /** True while a dialog or a panel lies above and has the focus. */
  covered: boolean;
  onDismiss: () => void;
}>;

/** Takes the focus when there is something to say: the control that was used may be gone with its rows. */
export function CommandNotice({ notice, covered, onDismiss }: CommandNoticeProps) {
  const styles = useStyles();
  const t = useTranslations('life.run');
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
        <MessageBar intent={notice.intent} className={styles.bar}>
          <MessageBarBody>
            {notice.text} {notice.link && <Link href={notice.link.href}>{notice.link.text}</Link>}
          </MessageBarBody>
          <MessageBarActions containerAction={<DismissButton label={t('close')} onClick={onDismiss} />}>
            {notice.undo && (
              <Button size="small" onClick={notice.undo}>
                {t('undo')}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
