import { afterEach, describe, expect, it, vi } from 'vitest';
import { readLineTime } from './line-time.ts';

afterEach(() => vi.unstubAllEnvs());

const now = Date.parse('2026-11-25T02:30:00Z');

function timeOf(line: string, readAt = now): string | undefined {
  const found = readLineTime(`${line} rest`, readAt);
  if (found) expect(found.rest).toBe('rest');
  return found && new Date(found.time).toISOString();
}

describe('the time of a line', () => {
  it.each([
    ['2026-11-25T02:22:35.138960+00:00', '2026-11-25T02:22:35.138Z'],
    ['2026-11-25T03:22:35.5+01:00', '2026-11-25T02:22:35.500Z'],
    ['2026-11-25T03:22:35+0100', '2026-11-25T02:22:35.000Z'],
    ['2026-11-25T02:22:35Z', '2026-11-25T02:22:35.000Z'],
  ])('%s carries its zone', (line, time) => {
    vi.stubEnv('TZ', 'America/New_York');
    expect(timeOf(line)).toBe(time);
  });

  it.each(['Nov 25 03:22:35', '2026-11-25 03:22:35', '2026-11-25T03:22:35'])(
    '%s is the server’s own time',
    (line) => {
      vi.stubEnv('TZ', 'Europe/Paris');
      expect(timeOf(line)).toBe('2026-11-25T02:22:35.000Z');
    },
  );

  it.each([
    '25 Nov 02:22:35',
    'Foo 25 02:22:35',
    'Nov 31 02:22:35',
    'Nov 25 25:00:00',
    '2026-13-01 00:00:00',
  ])('%s is none', (line) => expect(timeOf(line)).toBeUndefined());
});

describe('a time without a year', () => {
  it.each([
    [
      'December read in January is last year’s',
      'Dec 31 23:59:59',
      '2027-01-01T00:00:01Z',
      '2026-12-31T23:59:59Z',
    ],
    [
      'January read in January is this year’s',
      'Jan  1 00:00:00',
      '2027-01-01T00:00:01Z',
      '2027-01-01T00:00:00Z',
    ],
    [
      'a clock a little ahead at new year counts',
      'Jan  1 00:00:01',
      '2026-12-31T23:59:59Z',
      '2027-01-01T00:00:01Z',
    ],
    ['months ago is not months ahead', 'Mar  1 12:00:00', '2026-11-25T00:00:00Z', '2026-03-01T12:00:00Z'],
    ['29 February is of a leap year', 'Feb 29 12:00:00', '2028-03-01T00:00:00Z', '2028-02-29T12:00:00Z'],
  ])('%s', (_, line, readAt, time) => {
    vi.stubEnv('TZ', 'UTC');
    expect(timeOf(line, Date.parse(readAt))).toBe(new Date(time).toISOString());
  });

  it.each([
    ['first', '2026-10-25T00:30:05Z', '2026-10-25T00:30:00.000Z'],
    ['second', '2026-10-25T01:30:05Z', '2026-10-25T01:30:00.000Z'],
  ])('in the hour that comes twice is the %s, where it is read then', (_, readAt, time) => {
    vi.stubEnv('TZ', 'Europe/Paris');
    expect(timeOf('Oct 25 02:30:00', Date.parse(readAt))).toBe(time);
  });
});
