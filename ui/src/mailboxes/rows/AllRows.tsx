import { Fragment } from 'react';
import { rowPlace } from './row-place.ts';
import type { TableRowsProps } from './table-rows-props.ts';

/** All rows of a short list. */
export function AllRows({ mailboxes, className, children }: TableRowsProps) {
  return (
    <tbody className={className}>
      {mailboxes.map((one, index) => (
        <Fragment key={one.mailbox}>{children(one, rowPlace(index))}</Fragment>
      ))}
    </tbody>
  );
}
