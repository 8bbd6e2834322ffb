import { describe, expect, test } from 'vitest';
import { filterTexts, outcomesOf, readFilter } from './filter.ts';

function read(query: string) {
  const params = new URLSearchParams(query);
  return readFilter((name) => params.get(name) ?? '');
}

describe('what the activity is narrowed down to', () => {
  test('is everything of a week, where nothing is said', () => {
    expect(read('')).toEqual({ show: 'all', span: '7d', text: '' });
  });

  test('is read again as it was written into the page’s address', () => {
    const filter = { show: 'would-be', span: '90d', text: '198.51.100.7' } as const;
    expect(read(new URLSearchParams(filterTexts(filter)).toString())).toEqual(filter);
  });

  test('passes over what makes no sense, such as a link from another version', () => {
    expect(read('show=denied&span=2y')).toEqual(read(''));
  });

  test('leaves out of the address what is so anyway', () => {
    expect(filterTexts({ show: 'all', span: '7d', text: '' })).toEqual({ show: '', span: '', q: '' });
  });

  test('counts logins to those let in, and wrong passwords to neither side', () => {
    expect(outcomesOf['let-in']).toEqual(['let-in', 'logged-in']);
    expect(Object.values(outcomesOf).flatMap((outcomes) => outcomes ?? [])).not.toContain('wrong-password');
  });
});
