'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 220px) minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '8px',
    margin: '0',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: '0',
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { marginBottom: '8px' },
  },
});

type Fact = Readonly<{ name: string; value: string }>;

/** What was told, each with its name. */
export function FactList({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.flatMap(({ name, value }) => [
        <dt key={`${name} name`} className={styles.name}>
          {name}
        </dt>,
        <dd key={name} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
