import { describe, expect, test } from 'vitest';
import { isLong, roomBefore, rowsToDraw } from './row-window.ts';

describe('the rows of a long list that are drawn', () => {
  const range = { startIndex: 10, endIndex: 12, overscan: 1, count: 100 };

  test('are those in sight with some around them, the first, and the last', () => {
    expect(rowsToDraw(range, -1)).toEqual([0, 9, 10, 11, 12, 13, 99]);
  });

  test('the row with the focus stays, with its neighbours, however far it was scrolled away', () => {
    expect(rowsToDraw(range, 50)).toEqual([0, 9, 10, 11, 12, 13, 49, 50, 51, 99]);
    expect(rowsToDraw(range, 99)).toEqual([0, 9, 10, 11, 12, 13, 98, 99]);
  });

  test('none is drawn that there is not', () => {
    expect(rowsToDraw({ startIndex: 0, endIndex: 2, overscan: 5, count: 3 }, 0)).toEqual([0, 1, 2]);
  });

  test('a list is long from sixty rows on', () => {
    expect([isLong(59), isLong(60)]).toEqual([false, true]);
  });
});

test('before a row that follows rows not drawn, their room is left', () => {
  const rows = [
    { start: 0, end: 70 },
    { start: 70, end: 140 },
    { start: 700, end: 770 },
  ];
  expect(roomBefore(rows).map(({ room }) => room)).toEqual([0, 0, 560]);
});
