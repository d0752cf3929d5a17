'use client';
import { Button, makeStyles } from '@fluentui/react-components';
import { useRouter } from 'next/navigation';
import type { ReactElement, ReactNode } from 'react';
import { DisabledReason } from './disabled-reason';
import { onPlainClick } from './link-click';

const useStyles = makeStyles({
  link: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap', fontWeight: 'normal' },
});

type CommandLinkProps = Readonly<{
  icon?: ReactElement;
  children: ReactNode;
  href: string;
  /** Why it leads nowhere now; it stays in its place and says it. */
  reason?: string | undefined;
  /** What it is called where its words alone don't tell it from others of its kind. */
  label?: string;
}>;

/** A command that leads to a page of its own: looks like CommandButton and is a link. */
export function CommandLink({ icon, children, href, reason, label }: CommandLinkProps) {
  const styles = useStyles();
  const router = useRouter();
  return (
    <DisabledReason reason={reason}>
      <Button
        as="a"
        href={href}
        appearance="subtle"
        onClick={onPlainClick(() => router.push(href))}
        className={styles.link}
        {...(icon && { icon })}
        {...(label && { 'aria-label': label })}
      >
        {children}
      </Button>
    </DisabledReason>
  );
}
