import type { Condition } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { createI18n } from '../i18n/i18n.ts';
import { chooseLocale } from '../i18n/language.ts';
import { conditionWords, partCount, ruleSentence } from './rule-sentence.ts';

const english = createI18n(chooseLocale(['en-GB']));
const french = createI18n(chooseLocale(['fr']));

const office: Condition = { kind: 'address', ranges: ['203.0.113.0/28', '198.51.100.7'] };
const home: Condition = { kind: 'country', countries: ['FR', 'BE', 'NL'] };
const orange: Condition = { kind: 'operator', asns: [3215, 5511] };
const strangers: Condition = { kind: 'network', networks: ['hosting', 'vpn', 'tor'] };
const rest: Condition = { kind: 'network', networks: ['relay', 'mail-cloud'] };

describe('a rule in words', () => {
  test.each([
    [office, 'allow 203.0.113.0/28 or 198.51.100.7'],
    [home, 'allow France, Belgium or Netherlands'],
    [orange, 'allow Internet provider AS3215 or AS5511'],
    [strangers, 'allow hosting networks, VPNs or Tor'],
    [rest, 'allow private relays (Apple) or mail apps’ clouds (Outlook)'],
  ])('English', (condition, words) => {
    expect(ruleSentence({ action: 'allow', condition }, english)).toBe(words);
  });

  test.each([
    [office, 'bloquer\u00a0: 203.0.113.0/28 ou 198.51.100.7'],
    [home, 'bloquer\u00a0: France, Belgique ou Pays-Bas'],
    [orange, 'bloquer\u00a0: fournisseur d’accès AS3215 ou AS5511'],
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
    expect(partCount(condition)).toBe(6);
  });

  test('a single part more is named rather than counted', () => {
    expect(conditionWords(home, english, 2)).toBe('France, Belgium or Netherlands');
  });

  test('Kosovo, whose code is no official one, has its name', () => {
    expect(conditionWords({ kind: 'country', countries: ['XK'] }, english)).toBe('Kosovo');
  });
});
