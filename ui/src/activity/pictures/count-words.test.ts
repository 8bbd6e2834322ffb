import { expect, test } from 'vitest';
import { english, french } from '../../words/test-words.ts';
import { seriesOf } from './bars.ts';
import { countWords } from './count-words.ts';

test('a sum names what there is, refusals first', () => {
  const counts = { refused: 1200, letIn: 1, wouldBeRefused: 0 };
  expect(countWords(counts, seriesOf.all, english)).toBe('1,200 refused, 1 let in');
  expect(countWords(counts, seriesOf['let-in'], french)).toBe('1 acceptée');
});
