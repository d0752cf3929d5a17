'use client';
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { HeaderAnalysis } from '@/lib/mailflow/headers/analyse-headers';
import type { ExchangeFacts, NamedAddress } from '@/lib/mailflow/headers/exchange-facts';
import { useAnswerStyles } from './answer-styles';
import { FactList } from './fact-list';

const useStyles = makeStyles({ bar: { marginBottom: '12px' } });

const FACTS = [
  'directionality',
  'fromEntity',
  'authAs',
  'authSource',
  'authMechanism',
  'connecting',
  'tenantId',
  'crossTenantAuthAs',
  'crossTenantAuthSource',
  'originatorOrg',
  'headersPromoted',
  'headersProcessed',
  'headersStripped',
  'skipListed',
  'antispam',
] as const satisfies readonly (keyof ExchangeFacts)[];

/** What Exchange wrote about the message, and whether anybody stands for it. */
export function ExchangePart({
  exchange,
  exchangeVouched,
}: Pick<HeaderAnalysis, 'exchange' | 'exchangeVouched'>) {
  const styles = useStyles();
  const answer = useAnswerStyles();
  const t = useTranslations('guidePages.finalTest.exchange');
  const told = FACTS.filter((fact) => exchange[fact] !== undefined);
  const { directionality } = exchange;
  const textFor = (fact: (typeof FACTS)[number]): string =>
    fact === 'directionality' && directionality ? t(directionality) : textOf(exchange[fact]);
  return (
    <section aria-labelledby="exchange-facts">
      <h2 id="exchange-facts" className={answer.title}>
        {t('title')}
      </h2>
      {told.length === 0 && <p className={answer.text}>{t('none')}</p>}
      {told.length > 0 && !exchangeVouched && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{t('unvouched')}</MessageBarBody>
        </MessageBar>
      )}
      <FactList facts={told.map((fact) => ({ name: t(`fact.${fact}`), value: textFor(fact) }))} />
    </section>
  );
}

function textOf(value: ExchangeFacts[keyof ExchangeFacts]): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return isNamedAddress(value)
    ? [value.name, value.address].filter((part) => part !== undefined).join(', ')
    : Object.entries(value)
        .map(([key, said]) => `${key}: ${said}`)
        .join(' · ');
}

const isNamedAddress = (value: object): value is NamedAddress => 'address' in value || 'name' in value;
