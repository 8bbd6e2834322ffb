import { lazy, Suspense } from 'react';
import { AllRows } from './AllRows.tsx';
import { firstRows, isLong } from './row-window.ts';
import type { TableRowsProps } from './table-rows-props.ts';

// Few accounts have so many mailboxes, and the first screen is to be light for all.
const RowWindow = lazy(async () => ({ default: (await import('./RowWindow.tsx')).RowWindow }));

/** The rows of a table of mailboxes below one row of headings: all, or of a long list those near the window. */
export function TableRows(props: TableRowsProps) {
  const { mailboxes } = props;
  if (!isLong(mailboxes.length)) return <AllRows {...props} />;
  return (
    <Suspense fallback={<AllRows {...props} mailboxes={mailboxes.slice(0, firstRows)} />}>
      <RowWindow {...props} />
    </Suspense>
  );
}
