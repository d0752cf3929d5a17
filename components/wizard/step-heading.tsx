'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  heading: {
    margin: '0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  intro: { margin: '8px 0 20px', maxWidth: '70ch', color: tokens.colorNeutralForeground2 },
});

type StepHeadingProps = Readonly<{ title: string; intro: string; takesFocus: boolean }>;

/** A step's heading and the sentence why it matters. Takes the focus when the step was reached from another one. */
export function StepHeading({ title, intro, takesFocus }: StepHeadingProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      <p className={styles.intro}>{intro}</p>
    </>
  );
}
