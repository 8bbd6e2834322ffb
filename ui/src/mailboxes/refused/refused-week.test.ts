import { describe, expect, test } from 'vitest';
import { english } from '../../words/test-words.ts';
import { refusedWeek } from './refused-week.ts';

const quiet = [0, 0, 0, 0, 0, 0, 0];
const busy = [1, 4, 2, 20, 6, 3, 5];

describe('the last seven days of a mailbox', () => {
  test('are its refusals, and lead to them', () => {
    expect(refusedWeek({ refused: busy, wouldBeRefused: [1, 0, 0, 0, 0, 0, 0] }, english)).toEqual({
      tone: 'block',
      days: busy,
      text: '41 refused',
      search: { show: 'refused' },
    });
  });

  test('are what would have been refused, while the mailbox is only watched', () => {
    const week = refusedWeek({ refused: quiet, wouldBeRefused: [0, 0, 1, 0, 0, 2, 0] }, english);
    expect(week).toMatchObject({ tone: 'warn', text: '3 would be', search: { show: 'would-be' } });
  });

  test('are nothing where nobody was refused', () => {
    expect(refusedWeek({ refused: quiet, wouldBeRefused: quiet }, english)).toBeUndefined();
  });
});
