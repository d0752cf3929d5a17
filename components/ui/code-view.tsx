'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  view: {
    maxHeight: '560px',
    overflow: 'auto',
    padding: '12px 0',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    counterReset: 'line',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // As wide as its longest line, so that a number stays beside its line.
  code: {
    display: 'inline-block',
    minWidth: '100%',
    margin: '0',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    tabSize: 4,
  },
  line: {
    display: 'block',
    paddingRight: '16px',
    minHeight: '20px',
    whiteSpace: 'pre',
    counterIncrement: 'line',
    // Told by the style sheet, so that a selection takes the text alone.
    '::before': {
      content: 'counter(line)',
      position: 'sticky',
      left: '0',
      display: 'inline-block',
      width: '44px',
      marginRight: '12px',
      paddingRight: '8px',
      textAlign: 'right',
      color: tokens.colorNeutralForeground3,
      backgroundColor: tokens.colorNeutralBackground2,
      '@media (max-width: 640px)': { width: '32px' },
    },
  },
  comment: { color: tokens.colorPaletteGreenForeground1 },
  cmdlet: { color: tokens.colorPaletteBlueForeground2, fontWeight: tokens.fontWeightSemibold },
  parameter: { color: tokens.colorPaletteTealForeground2 },
  string: { color: tokens.colorPaletteDarkOrangeForeground2 },
  number: { color: tokens.colorPaletteBerryForeground2 },
  variable: { color: tokens.colorPaletteGrapeForeground2 },
  // By form as well as by colour: what nobody said has to be seen.
  guess: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
    textDecorationStyle: 'dashed',
    textUnderlineOffset: '3px',
  },
  plain: {},
});

/** A piece of a line and what it is, for its colour. */
export type CodePiece = Readonly<{
  kind: 'comment' | 'cmdlet' | 'parameter' | 'string' | 'number' | 'variable' | 'guess' | 'plain';
  text: string;
}>;

type CodeViewProps = Readonly<{
  label: string;
  lines: readonly (readonly CodePiece[])[];
  className?: string;
}>;

/** A script with its lines numbered; long lines scroll inside. */
export function CodeView({ label, lines, className }: CodeViewProps) {
  const styles = useStyles();
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className={mergeClasses(styles.view, className)}
    >
      <pre className={styles.code}>
        <code>
          {lines.map((pieces, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move.
            <span key={at} className={styles.line}>
              {pieces.map(({ kind, text }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do their pieces.
                <span key={place} className={styles[kind]}>
                  {text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}
