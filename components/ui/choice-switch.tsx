'use client';
import { makeStyles, mergeClasses, ToggleButton } from '@fluentui/react-components';

const useStyles = makeStyles({
  group: { display: 'inline-flex' },
  button: { minWidth: 'auto', borderRadius: '0', marginLeft: '-1px' },
  first: { borderTopLeftRadius: '4px', borderBottomLeftRadius: '4px', marginLeft: '0' },
  last: { borderTopRightRadius: '4px', borderBottomRightRadius: '4px' },
});

type ChoiceSwitchProps<Choice extends string> = Readonly<{
  label: string;
  choices: readonly Readonly<{ value: Choice; words: string }>[];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}>;

/** One of a few, side by side, seen at a glance. Fluent's tabs would need a style that our policy refuses. */
export function ChoiceSwitch<Choice extends string>(props: ChoiceSwitchProps<Choice>) {
  const styles = useStyles();
  const { label, choices, chosen, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields.
    <div role="group" aria-label={label} className={styles.group}>
      {choices.map(({ value, words }, at) => (
        <ToggleButton
          key={value}
          checked={value === chosen}
          onClick={() => onChoose(value)}
          className={mergeClasses(
            styles.button,
            at === 0 && styles.first,
            at === choices.length - 1 && styles.last,
          )}
        >
          {words}
        </ToggleButton>
      ))}
    </div>
  );
}
