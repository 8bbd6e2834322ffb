import { describe, expect, test } from 'vitest';
import { placeTexts, readPlace, type TestPlace } from './test-place.ts';

function read(query: string): TestPlace {
  const params = new URLSearchParams(query);
  return readPlace((name) => params.get(name) ?? '');
}

describe('what is tested, in the page’s address', () => {
  test('an address alone is IMAP, now', () => {
    expect(read('test=192.0.2.7')).toEqual({ text: '192.0.2.7', protocol: 'imap', time: undefined });
  });

  test('an address that is still to be written is a dash', () => {
    expect(read('test=-').text).toBe('');
    expect(placeTexts({ text: ' ', protocol: 'imap', time: undefined })).toEqual({
      test: '-',
      protocol: '',
      time: '',
    });
  });

  test('what is written is read again', () => {
    const place: TestPlace = { text: 'my phone', protocol: 'smtp', time: '2026-12-12T22:00:00.000Z' };
    expect(read(new URLSearchParams(placeTexts(place)).toString())).toEqual(place);
  });

  test('a protocol or a time that is none is left out', () => {
    expect(read('test=192.0.2.7&protocol=lmtp&time=tomorrow')).toEqual(read('test=192.0.2.7'));
  });
});
