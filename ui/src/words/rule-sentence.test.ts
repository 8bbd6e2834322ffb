import type { Condition } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { conditionWords, ruleSentence } from './rule-sentence.ts';
import { english, french } from './test-words.ts';

const office: Condition = { kind: 'address', ranges: ['203.0.113.0/28', '198.51.100.7'] };
const home: Condition = { kind: 'country', countries: ['FR', 'BE', 'NL'] };
const providers: Condition = { kind: 'operator', asns: [3215, 12322, 5511, 64500] };
const strangers: Condition = { kind: 'network', networks: ['hosting', 'vpn', 'tor'] };
const rest: Condition = { kind: 'network', networks: ['relay', 'mail-cloud'] };

describe('a rule in words', () => {
  test.each([
    [office, 'allow 203.0.113.0/28 or 198.51.100.7'],
    [home, 'allow France, Belgium or Netherlands'],
    [providers, 'allow Orange (AS3215, AS5511), Free (AS12322) or AS64500'],
    [strangers, 'allow hosting networks, VPNs or Tor'],
    [rest, 'allow Apple’s private relay or Outlook’s phone app'],
  ])('English', (condition, words) => {
    expect(ruleSentence({ action: 'allow', condition }, english)).toBe(words);
  });

  test.each([
    [office, 'bloquer\u00a0: 203.0.113.0/28 ou 198.51.100.7'],
    [home, 'bloquer\u00a0: France, Belgique ou Pays-Bas'],
    [providers, 'bloquer\u00a0: Orange (AS3215, AS5511), Free (AS12322) ou AS64500'],
    [strangers, 'bloquer\u00a0: réseaux d’hébergeurs, VPN ou Tor'],
  ])('French', (condition, words) => {
    expect(ruleSentence({ action: 'block', condition }, french)).toBe(words);
  });

  test('a long list is cut where it would no longer be listened to', () => {
    const condition: Condition = { kind: 'country', countries: ['FR', 'BE', 'NL', 'DE', 'ES', 'IT'] };
    expect(ruleSentence({ action: 'block', condition }, english)).toBe(
      'block France, Belgium, Netherlands, Germany or 2 more',
    );
    expect(conditionWords(condition, english)).toBe('France, Belgium, Netherlands, Germany, Spain or Italy');
  });

  test('a single part more is named rather than counted', () => {
    expect(conditionWords(home, english, 2)).toBe('France, Belgium or Netherlands');
  });

  test('Kosovo, whose code is no official one, has its name', () => {
    expect(conditionWords({ kind: 'country', countries: ['XK'] }, english)).toBe('Kosovo');
  });
});
