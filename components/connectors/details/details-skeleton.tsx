'use client';
import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';

const useStyles = makeStyles({
  blocks: { display: 'flex', flexDirection: 'column', rowGap: '32px', paddingTop: '16px' },
  block: { display: 'flex', flexDirection: 'column', rowGap: '10px' },
  heading: { width: '30%' },
  line: { width: '80%' },
});

const BLOCKS = ['scenario', 'name', 'status', 'scope', 'routing', 'security'];

/** The panel's blocks before they are there. */
export function DetailsSkeleton({ label }: Readonly<{ label: string }>) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label} className={styles.blocks}>
      {BLOCKS.map((block) => (
        <div key={block} className={styles.block}>
          <SkeletonItem size={16} className={styles.heading} />
          <SkeletonItem size={12} className={styles.line} />
        </div>
      ))}
    </Skeleton>
  );
}
