'use client';
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';

/** A notice above a form of the entry pages. */
export function EntryNote({ text }: Readonly<{ text: string }>) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

/** A link below a form of the entry pages. */
export function EntryLink({ href, text }: Readonly<{ href: string; text: string }>) {
  return <Link href={href}>{text}</Link>;
}
