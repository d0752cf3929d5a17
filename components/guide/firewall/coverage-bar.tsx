'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { AddressSpan } from '@/lib/mailflow/firewall/address-span';

const useStyles = makeStyles({
  bar: {
    display: 'block',
    width: '100%',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    forcedColorAdjust: 'none',
  },
  open: { fill: tokens.colorStatusSuccessForeground1 },
  unknown: { fill: tokens.colorNeutralBackground5 },
  shut: { fill: tokens.colorStatusDangerForeground1 },
});

const WIDTH = 1_000;
/** A single address of millions is seen all the same. */
const LEAST = 12;

type CoverageBarProps = Readonly<{
  range: AddressSpan;
  /** The parts that are not let in; undefined where no rules were read. */
  missing: readonly AddressSpan[] | undefined;
}>;

/** A range from its first address to its last: let in, or not. Its words stand beside it. */
export function CoverageBar({ range, missing }: CoverageBarProps) {
  const styles = useStyles();
  const size = range.last - range.first + 1n;
  const at = (value: bigint): number => Number(((value - range.first) * BigInt(WIDTH)) / size);
  return (
    <svg className={styles.bar} viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={missing ? styles.open : styles.unknown} width={WIDTH} height="8" />
      {missing?.map(({ first, last }) => {
        const x = Math.min(at(first), WIDTH - LEAST);
        const width = Math.max(at(last + 1n) - x, LEAST);
        // Thinner too: nobody has to tell red from green.
        return (
          <Fragment key={String(first)}>
            <rect className={styles.unknown} x={x} width={width} height="8" />
            <rect className={styles.shut} x={x} y="2.5" width={width} height="3" />
          </Fragment>
        );
      })}
    </svg>
  );
}
