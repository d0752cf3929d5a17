'use client';
import { Link, makeStyles } from '@fluentui/react-components';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { onPlainClick } from '@/components/ui/link-click';
import type { StepId } from '@/lib/mailflow/connector-steps';
import { editPath } from '../connector-paths';

const useStyles = makeStyles({ link: { width: 'fit-content' } });

type EditLinkProps = Readonly<{
  connectorId: string;
  step: Exclude<StepId, 'scenario' | 'review'>;
  /** Why this person may not. */
  reason: string | undefined;
}>;

/** The link at the end of a block, in EAC's words; without the permission a word that says why. */
export function EditLink({ connectorId, step, reason }: EditLinkProps) {
  const styles = useStyles();
  const t = useTranslations('connectors');
  const router = useRouter();
  const href = editPath(connectorId, step);
  if (reason !== undefined) {
    return (
      <DisabledReason reason={reason}>
        <Link as="button" className={styles.link}>
          {t(`edit.${step}`)}
        </Link>
      </DisabledReason>
    );
  }
  return (
    <Link href={href} className={styles.link} onClick={onPlainClick(() => router.push(href))}>
      {t(`edit.${step}`)}
    </Link>
  );
}
