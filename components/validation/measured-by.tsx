'use client';
import { useTranslations } from 'next-intl';
import { useFoldStyles } from '@/components/ui/fold-styles';
import { useFactStyles } from './fact-styles';
import type { ValidationRunView } from './validation-query';
import { planRoute, useDuration } from './validation-words';

/** How the run was measured: trusted roots, names, limits; what another admin needs to believe it. */
export function MeasuredBy({ run }: Readonly<{ run: ValidationRunView }>) {
  const facts = useFactStyles();
  const fold = useFoldStyles();
  const t = useTranslations('validation.measured');
  const duration = useDuration();
  if (!run.facts) return null;
  const { roots, heloName, sender, limits, errorId } = run.facts;
  const { bundled: count, extraFile: file } = roots;
  const { by, domains } = planRoute(run.plan);
  return (
    <details className={fold.fold}>
      <summary className={fold.summary}>{t('title')}</summary>
      <dl className={facts.list}>
        <dt>{t('route')}</dt>
        <dd>{by === 'mx' ? t('routeMx', { domains }) : run.plan.hosts.join(', ')}</dd>
        <dt>{t('roots')}</dt>
        <dd>{file === undefined ? t('rootsText', { count }) : t('rootsExtra', { count, file })}</dd>
        <dt>{t('helo')}</dt>
        <dd>{heloName}</dd>
        <dt>{t('sender')}</dt>
        <dd>{sender || t('nullSender')}</dd>
        <dt>{t('limits')}</dt>
        <dd>
          {t('limitsText', {
            connect: duration(limits.connectMs),
            banner: duration(limits.bannerMs),
            command: duration(limits.commandMs),
            tls: duration(limits.tlsMs),
            run: duration(limits.runMs),
          })}
        </dd>
        <dt>{t('fingerprint')}</dt>
        <dd>{run.fingerprint}</dd>
        {errorId && (
          <>
            <dt>{t('error')}</dt>
            <dd>{errorId}</dd>
          </>
        )}
      </dl>
    </details>
  );
}
