import { describe, expect, test } from 'vitest';
import { eventWith } from '../events/test-events.ts';
import { english, french } from '../words/test-words.ts';
import { checkName } from './check-words.ts';
import { recentLogins } from './recent-logins.ts';

const orange = { country: 'FR', operator: { asn: 3215, name: 'ORANGE-AS' } };

function login(address: string, facts = {}, lastTime = '2026-11-25T09:00:00.000Z') {
  return eventWith({ outcome: 'logged-in', address, facts, lastTime });
}

describe('the logins of late', () => {
  test('are one for each place, at its last address', () => {
    const events = [
      login('90.12.34.9', orange),
      login('90.12.34.8', orange),
      login('82.64.0.7', { country: 'FR' }),
    ];
    expect(recentLogins(events).map(({ address }) => address)).toEqual(['90.12.34.9', '82.64.0.7']);
  });

  test('are at most four, the latest', () => {
    const events = ['1', '2', '3', '4', '5'].map((last) => login(`192.0.2.${last}`));
    expect(recentLogins(events).map(({ address }) => address)).toEqual([
      '192.0.2.1',
      '192.0.2.2',
      '192.0.2.3',
      '192.0.2.4',
    ]);
  });

  test('leave out the server itself, where webmail comes from', () => {
    expect(recentLogins([{ ...login('127.0.0.1'), decidedBy: { kind: 'server' } }])).toEqual([]);
  });

  test('are called by provider and country, by what is known of them, or by address', () => {
    const called = { kind: 'login', address: '192.0.2.7' } as const;
    expect(checkName({ ...called, facts: orange }, english)).toBe('Orange, France');
    expect(checkName({ ...called, facts: orange }, french)).toBe('Orange (France)');
    expect(checkName({ ...called, facts: { country: 'FR' } }, english)).toBe('France');
    expect(checkName({ ...called, facts: {} }, english)).toBe('192.0.2.7');
  });
});
