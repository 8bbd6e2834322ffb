import { expect, test } from 'vitest';
import { series } from './bars.ts';
import { strongestOf, weightOf } from './map-weight.ts';

test('a country has the colour of what most of its attempts came to', () => {
  const counts = { letIn: 3, wouldBeRefused: 0, refused: 5 };
  expect(strongestOf(counts, series)).toBe('refused');
  expect(strongestOf(counts, ['letIn'])).toBe('letIn');
});

test('a country under attack does not make the others vanish', () => {
  expect(weightOf(1, 1)).toBe(1);
  expect(weightOf(100_000, 100_000)).toBe(1);
  expect(weightOf(1, 100_000)).toBeGreaterThan(0.3);
  expect(weightOf(1000, 100_000)).toBeLessThan(weightOf(10_000, 100_000));
});
