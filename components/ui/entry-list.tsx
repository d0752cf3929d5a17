'use client';
import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { type ClipboardEvent, type KeyboardEvent, type ReactElement, useRef, useState } from 'react';

const useStyles = makeStyles({
  box: { display: 'flex', alignItems: 'flex-start' },
  input: { flexGrow: 1, minWidth: '0', borderTopRightRadius: '0', borderBottomRightRadius: '0' },
  add: { minWidth: '40px', borderTopLeftRadius: '0', borderBottomLeftRadius: '0', marginLeft: '-1px' },
  list: { listStyleType: 'none', margin: '12px 0 0', padding: '0' },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '8px',
    minHeight: '36px',
    paddingLeft: '12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  count: { margin: '8px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type EntryListProps = Readonly<{
  label: string;
  hint?: string | ReactElement;
  placeholder: string;
  entries: readonly string[];
  /** What is typed and not added. */
  text: string;
  /** Why the text could not be added; stands at the box. */
  error?: string | undefined;
  onText: (text: string) => void;
  /** The person has left the box. */
  onLeave: () => void;
  /** Adds what was typed or pasted; answers how many entries that made. */
  onAdd: (text: string) => number;
  onEntries: (entries: string[]) => void;
  words: Readonly<{
    add: string;
    remove: (value: string) => string;
    count: (count: number) => string;
    added: (count: number) => string;
    removed: (value: string) => string;
    undo: string;
  }>;
}>;

/** A box with + glued to it, and what was added below. Enter adds; several lines can be pasted at once. */
export function EntryList(props: EntryListProps) {
  const { label, hint, placeholder, entries, text, error, onText, onLeave, onAdd, onEntries, words } = props;
  const styles = useStyles();
  const box = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<{ value: string; at: number }>();
  const add = (typed: string) => {
    const added = onAdd(typed);
    setSaid(added > 0 ? words.added(added) : '');
    setRemoved(undefined);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (text.trim() !== '') add(text);
  };
  // An input would glue pasted lines together.
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    add(text ? `${text}\n${pasted}` : pasted);
  };
  const remove = (value: string) => {
    setRemoved({ value, at: entries.indexOf(value) });
    setSaid(words.removed(value));
    onEntries(entries.filter((entry) => entry !== value));
    box.current?.focus();
  };
  const undo = () => {
    if (removed) onEntries(entries.toSpliced(removed.at, 0, removed.value));
    setRemoved(undefined);
    setSaid('');
    box.current?.focus();
  };
  return (
    <div>
      <Field
        label={label}
        {...(hint && { hint })}
        {...(error && { validationMessage: error, validationState: 'error' as const })}
      >
        {({ 'aria-invalid': invalid, ...control }) => (
          <div className={styles.box}>
            <Input
              {...control}
              {...(invalid && { 'aria-invalid': true })}
              input={{ ref: box }}
              className={styles.input}
              value={text}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, data) => onText(data.value)}
              onBlur={onLeave}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
            />
            <Button
              className={styles.add}
              icon={<AddRegular />}
              aria-label={words.add}
              title={words.add}
              disabledFocusable={text.trim() === ''}
              onClick={() => add(text)}
            />
          </div>
        )}
      </Field>
      <p className={styles.count}>
        <span role="status">{said || words.count(entries.length)}</span>{' '}
        {removed && (
          <Link as="button" onClick={undo}>
            {words.undo}
          </Link>
        )}
      </p>
      {entries.length > 0 && (
        <ul className={styles.list} aria-label={label}>
          {entries.map((entry) => (
            <li key={entry} className={styles.row}>
              {entry}
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={words.remove(entry)}
                title={words.remove(entry)}
                onClick={() => remove(entry)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
