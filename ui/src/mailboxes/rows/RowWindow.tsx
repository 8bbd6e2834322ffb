import { Fragment, useMemo, useState } from 'react';
import { rowPlace } from './row-place.ts';
import './RowWindow.css';
import type { TableRowsProps } from './table-rows-props.ts';
import { useRowWindow } from './use-row-window.ts';

/** The rows near the window of a long list, with empty room for the others. */
export function RowWindow({ mailboxes, columns, className, wanted, children }: TableRowsProps) {
  const names = useMemo(() => mailboxes.map(({ mailbox }) => mailbox), [mailboxes]);
  const [kept, setKept] = useState(wanted);
  const { list, measure, rows } = useRowWindow(names, kept);
  return (
    <tbody
      ref={list}
      className={className}
      onFocus={({ target }) => {
        const row = target.closest<HTMLElement>('[data-index]');
        if (row) setKept(names[Number(row.dataset['index'])]);
      }}
    >
      {rows.map(({ row, room }) => {
        const one = mailboxes[row.index];
        return (
          one && (
            <Fragment key={row.key}>
              {room > 0 && (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row, in which nothing can have the focus
                <tr className="ef-room" aria-hidden="true">
                  <td className="ef-room-cell" colSpan={columns} style={{ height: room }} />
                </tr>
              )}
              {children(one, { ...rowPlace(row.index), ref: measure })}
            </Fragment>
          )
        );
      })}
    </tbody>
  );
}
