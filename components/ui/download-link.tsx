'use client';
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  link: { minWidth: 'auto', flexShrink: 0, whiteSpace: 'nowrap' },
  quiet: { fontWeight: 'normal' },
});

type DownloadLinkProps = Readonly<{
  href: string;
  children: ReactNode;
  /** True among the quiet commands of a bar; small beside a text otherwise. */
  quiet?: boolean;
}>;

/** A file to save: the server names it. */
export function DownloadLink({ href, children, quiet = false }: DownloadLinkProps) {
  const styles = useStyles();
  return (
    <Button
      as="a"
      href={href}
      download=""
      size={quiet ? 'medium' : 'small'}
      appearance={quiet ? 'subtle' : 'secondary'}
      icon={<ArrowDownloadRegular />}
      className={mergeClasses(styles.link, quiet && styles.quiet)}
    >
      {children}
    </Button>
  );
}
