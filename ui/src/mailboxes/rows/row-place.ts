import type { Ref } from 'react';

/** What a row says of its place in the table, and what measures it. */
export type RowPlace = {
  ref?: Ref<HTMLTableRowElement>;
  'data-index': number;
  /** Counts from 1, the row of headings included. */
  'aria-rowindex': number;
};

/** The place of a row, by its index below the headings. */
export function rowPlace(index: number): RowPlace {
  return { 'data-index': index, 'aria-rowindex': index + 2 };
}

/** How many rows the table says to have, with the row of headings. */
export function rowCount(count: number): number {
  return count + 1;
}
