'use client';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular, NavigationRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Role } from '@/lib/auth/permissions';
import { useBarStyles } from './bar-styles';
import { NavList } from './nav-list';

const useStyles = makeStyles({
  open: {
    display: 'none',
    '@media (max-width: 768px)': { display: 'inline-flex' },
  },
  drawer: {
    position: 'fixed',
    inset: '0 auto 0 0',
    width: '280px',
    maxWidth: '85vw',
    height: '100dvh',
    maxHeight: 'none',
    boxSizing: 'border-box',
    margin: '0',
    padding: '4px 0',
    border: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: tokens.shadow28,
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(0)' } },
    animationDuration: tokens.durationFast,
    animationTimingFunction: tokens.curveDecelerateMid,
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
  },
  close: { margin: '0 4px 4px', minWidth: '44px', height: '40px' },
});

/** The navigation on a phone: a native modal dialog, which holds the focus and closes on Escape by itself. */
export function NavDrawer({ role }: Readonly<{ role: Role }>) {
  const styles = useStyles();
  const bar = useBarStyles();
  const t = useTranslations('frame');
  const drawer = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) drawer.current?.showModal();
  }, [open]);
  // The dialog says by its own event that it is closed, whoever closed it, with the focus given back.
  const close = () => drawer.current?.close();
  return (
    <>
      <Button
        appearance="transparent"
        icon={<NavigationRegular />}
        aria-label={t('openNavigation')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={mergeClasses(bar.button, styles.open)}
      />
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop; Escape is the dialog's own.
        <dialog
          ref={drawer}
          aria-label={t('navigation')}
          className={styles.drawer}
          onClose={() => setOpen(false)}
          onClick={(event) => event.target === event.currentTarget && close()}
        >
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t('closeNavigation')}
            onClick={close}
            className={styles.close}
          />
          <nav aria-label={t('navigation')}>
            <NavList role={role} onNavigate={close} />
          </nav>
        </dialog>
      )}
    </>
  );
}
