'use client';
import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { type DragEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { SidePanel } from '@/components/ui/side-panel';
import { readAcceptedDomains } from '@/lib/exchange/accepted-domains-json';
import { fileText } from '@/lib/exchange/file-text';
import {
  ACCEPTED_DOMAIN_TYPES,
  type AcceptedDomain,
  type AcceptedDomainType,
} from '@/lib/mailflow/accepted-domain';
import { ACCEPTED_DOMAINS_MAX, planDomains } from '@/lib/mailflow/accepted-domain-plan';
import { useLeaveQuestion } from '../setup/use-leave-question';
import { answered, useSetupProblem } from '../setup/use-setup-action';
import type { DomainActions } from './domain-actions';
import { PlanPreview } from './plan-preview';

const COMMAND = 'Get-AcceptedDomain | ConvertTo-Json';
const FILE_MAX_MB = 20;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  text: { margin: '0' },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    padding: '4px 8px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  box: { fontFamily: tokens.fontFamilyMonospace },
  file: { display: 'none' },
  choose: { alignSelf: 'flex-start' },
  message: { ':empty': { display: 'none' } },
  buttons: { display: 'flex', columnGap: '8px', paddingBottom: '16px' },
});

type SeveralDrawerProps = Readonly<{
  known: readonly AcceptedDomain[];
  actions: DomainActions;
  onSaved: (text: string) => void;
  onClose: () => void;
}>;

/** Loaded by the screen when it opens: many domains at once, pasted or out of a file, with what saving would do. */
export default function SeveralDrawer({ known, actions, onSaved, onClose }: SeveralDrawerProps) {
  const styles = useStyles();
  const t = useTranslations('domains.several');
  const types = useTranslations('domains.type');
  const setup = useTranslations('mailSetup');
  const problemWords = useSetupProblem();
  const [text, setText] = useState('');
  const [fallback, setFallback] = useState<AcceptedDomainType>('authoritative');
  const [message, setMessage] = useState<string>();
  const [busy, setBusy] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { leave, question } = useLeaveQuestion(text.trim() !== '', onClose);
  // A large list must not hold up the typing.
  const read = useDeferredValue(text);
  const plan = useMemo(
    () => (read.trim() === '' ? [] : planDomains(readAcceptedDomains(read), known, fallback)),
    [read, known, fallback],
  );
  const wanted = plan.flatMap((one) =>
    one.result === 'added' || one.result === 'changed' ? [one.accepted] : [],
  );
  const tooMany = wanted.length > ACCEPTED_DOMAINS_MAX;

  const take = async (file: File | undefined) => {
    if (!file) return;
    setMessage(undefined);
    if (file.size > FILE_MAX_MB * 1024 * 1024) return setMessage(t('fileTooLarge', { max: FILE_MAX_MB }));
    setText(fileText(new Uint8Array(await file.arrayBuffer())));
  };
  const save = async () => {
    if (busy) return;
    if (wanted.length === 0) return setMessage(t('nothing'));
    if (tooMany) return setMessage(t('tooMany', { count: wanted.length, max: ACCEPTED_DOMAINS_MAX }));
    setBusy(true);
    setMessage(undefined);
    const domains = wanted.map((accepted) => ({ matchSubDomains: false, ...accepted }));
    const answer = await answered(actions.saveMany({ domains }));
    setBusy(false);
    if (!answer.ok) return setMessage(problemWords(answer.problem));
    onSaved(t('done', { added: answer.value.added, changed: answer.value.changed }));
  };
  const dropped = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void take(file);
  };
  return (
    <SidePanel title={t('title')} closeLabel={setup('close')} onClose={leave}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a short cut; the button does the same. */}
      <div className={styles.content} onDrop={dropped} onDragOver={(event) => event.preventDefault()}>
        <p className={styles.text}>{t('text')}</p>
        <div className={styles.command}>
          <code className={styles.code}>{COMMAND}</code>
          <CopyButton size="small" text={COMMAND} />
        </div>
        <Field label={t('box')}>
          <Textarea
            rows={8}
            resize="vertical"
            spellCheck={false}
            value={text}
            textarea={{ className: styles.box }}
            onChange={(_, { value }) => {
              setMessage(undefined);
              setText(value);
            }}
          />
        </Field>
        <input
          ref={chooser}
          type="file"
          accept=".json,.txt,.csv"
          aria-label={t('file')}
          className={styles.file}
          onChange={({ target }) => {
            void take(target.files?.[0]);
            // So that the same file can be chosen again after it was changed.
            target.value = '';
          }}
        />
        <Button
          icon={<DocumentArrowUpRegular />}
          className={styles.choose}
          onClick={() => chooser.current?.click()}
        >
          {t('file')}
        </Button>
        <Field label={t('fallback')}>
          <RadioGroup
            layout="horizontal"
            value={fallback}
            onChange={(_, { value }) =>
              setFallback(ACCEPTED_DOMAIN_TYPES.find((type) => type === value) ?? fallback)
            }
          >
            {ACCEPTED_DOMAIN_TYPES.map((type) => (
              <Radio key={type} value={type} label={types(type)} />
            ))}
          </RadioGroup>
        </Field>
        <PlanPreview plan={plan} />
        <div role="alert" className={styles.message}>
          {message && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{message}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void save()}>
            {busy ? setup('saving') : t('save', { count: wanted.length })}
          </Button>
          <Button onClick={leave}>{setup('close')}</Button>
        </div>
      </div>
      {question}
    </SidePanel>
  );
}
