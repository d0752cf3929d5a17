'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  command: {
    display: 'block',
    padding: '8px 12px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
});

/** A command to type, whole, however narrow the page is. */
export function CommandText({ text }: Readonly<{ text: string }>) {
  return <code className={useStyles().command}>{text}</code>;
}
