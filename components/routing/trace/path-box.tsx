'use client';
import { makeStyles } from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';
import { PathArrow } from './path-arrow';
import { PATH_NARROW } from './path-node';

const useStyles = makeStyles({
  box: { containerType: 'inline-size', containerName: 'path', margin: '16px 0 4px' },
  path: {
    display: 'flex',
    alignItems: 'stretch',
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    [PATH_NARROW]: { flexDirection: 'column' },
  },
});

type PathBoxProps = Readonly<{
  label: string;
  /** The stops in their order, each with a key. */
  stops: readonly ReactElement[];
  /** Nobody can be sure of it. */
  doubtful: boolean;
}>;

/** A path, stop by stop: from left to right, or down where there is no room. */
export function PathBox({ label, stops, doubtful }: PathBoxProps) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <ol className={styles.path} aria-label={label}>
        {stops.map((stop, at) => (
          <Fragment key={stop.key}>
            {at > 0 && <PathArrow doubtful={doubtful} />}
            {stop}
          </Fragment>
        ))}
      </ol>
    </div>
  );
}
