'use client';
import { Field, Link, makeStyles, Select } from '@fluentui/react-components';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { BackLink } from '@/components/ui/back-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { NothingYetPicture } from '@/components/ui/pictures';
import { GUIDE_PATH, mxSwitchPath } from '../guide-paths';
import { MxSwitch } from './mx-switch';

const useStyles = makeStyles({ domain: { maxWidth: '420px', marginTop: '8px' } });

type MxScreenProps = Readonly<{
  /** The accepted domains whose MX somebody could move. */
  domains: readonly string[];
  domain: string | undefined;
}>;

/** Set-up guide > MX switch. */
export function MxScreen({ domains, domain }: MxScreenProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.mx');
  const router = useRouter();
  return (
    <>
      <BackLink href={GUIDE_PATH}>{t('back')}</BackLink>
      <PageHeader title={t('title')} description={t('description')} />
      {domain === undefined ? (
        <EmptyState
          picture={<NothingYetPicture />}
          title={t('none.title')}
          text={t('none.text')}
          action={<Link href="/accepted-domains">{t('none.action')}</Link>}
        />
      ) : (
        <>
          <Field label={t('domain')} className={styles.domain}>
            <Select
              value={domain}
              onChange={(_, { value }) => router.replace(mxSwitchPath(value), { scroll: false })}
            >
              {domains.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </Field>
          <MxSwitch key={domain} domain={domain} />
        </>
      )}
    </>
  );
}
