'use client';
import { Field, Input } from '@fluentui/react-components';
import { isDay } from '@/lib/operations/audit-log-query';
import { useTyped } from './use-typed';

type DayBoxProps = Readonly<{
  label: string;
  /** 2026-11-24, or '' for none. */
  day: string;
  onDay: (day: string) => void;
}>;

/** The browser's own box for a day. While a year is typed it holds days of long ago: they are not asked for. */
export function DayBox({ label, day, onDay }: DayBoxProps) {
  const { text, type, askNow } = useTyped(day, (typed) => (typed === '' || isDay(typed)) && onDay(typed));
  return (
    <Field label={label}>
      <Input
        type="date"
        min="2000-01-01"
        max="2999-12-31"
        value={text}
        onChange={(_, { value }) => type(value)}
        onBlur={askNow}
        onKeyDown={({ key }) => key === 'Enter' && askNow()}
      />
    </Field>
  );
}
