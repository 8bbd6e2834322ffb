import { describe, expect, test } from 'vitest';
import { english, french } from './test-words.ts';
import { whenWords } from './when-words.ts';

const now = new Date(2026, 10, 25, 11, 0).getTime();

function at(year: number, month: number, day: number, hour: number, minute: number): string {
  return new Date(year, month - 1, day, hour, minute).toISOString();
}

describe('when something happened', () => {
  test('today is said by the clock alone', () => {
    expect(whenWords(at(2026, 11, 25, 0, 2), english, now)).toBe('00:02');
  });

  test('the evening before is yesterday, however few hours ago', () => {
    expect(whenWords(at(2026, 11, 24, 23, 59), english, now)).toBe('yesterday 23:59');
    expect(whenWords(at(2026, 11, 24, 21, 14), french, now)).toBe('hier à 21:14');
  });

  test('within a week it is said by the day of the week', () => {
    expect(whenWords(at(2026, 11, 19, 8, 0), english, now)).toBe('Thu 08:00');
  });

  test('further back it is said by the date, with the year where it is another', () => {
    expect(whenWords(at(2026, 11, 18, 8, 0), english, now)).toBe('18 Nov 08:00');
    expect(whenWords(at(2025, 12, 31, 8, 0), english, now)).toBe('31 Dec 2025 08:00');
  });

  test('a clock that runs a little ahead of ours is today all the same', () => {
    expect(whenWords(at(2026, 11, 25, 11, 3), english, now)).toBe('11:03');
  });
});
