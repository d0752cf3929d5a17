'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of the answer have in common. */
export const useAnswerStyles = makeStyles({
  title: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  quiet: {
    margin: '0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
