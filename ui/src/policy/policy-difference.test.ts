import type { PolicySettings, Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { differenceWords } from './difference-words.ts';
import { differencesBetween } from './policy-difference.ts';

function rule(id: string, countries = [id.toUpperCase()]): Rule {
  return { id, action: 'allow', condition: { kind: 'country', countries }, enabled: true };
}

const before: PolicySettings = {
  mode: 'enforce',
  protocols: ['imap', 'pop3'],
  rules: [rule('fr'), rule('be'), rule('nl'), rule('de')],
  defaultAction: 'allow',
};

function said(after: Partial<PolicySettings>, words = english): string[] {
  return differencesBetween(before, { ...before, ...after }).map((one) => differenceWords(one, words));
}

describe('what was changed elsewhere', () => {
  test('is nothing where nothing was', () => {
    expect(said({ rules: before.rules.map((one) => ({ ...one })) })).toEqual([]);
  });

  test('is said rule by rule', () => {
    const [fr, be, nl] = before.rules as [Rule, Rule, Rule];
    expect(said({ rules: [fr, { ...be, enabled: false }, rule('nl', ['NL', 'LU']), rule('it')] })).toEqual([
      'Rule 4 was deleted: allow Germany.',
      'Rule 2 was switched off: allow Belgium.',
      'Rule 3 was changed from “allow Netherlands” to “allow Netherlands or Luxembourg”.',
      'Rule 4 was added: allow Italy.',
    ]);
    expect(said({ rules: [fr, be, { ...nl, note: 'trip' }, ...before.rules.slice(3)] })).toEqual([
      'The note or the end of rule 3 was changed: allow Netherlands.',
    ]);
  });

  test('of a rule that was changed and switched off is both', () => {
    const [fr, ...others] = before.rules as [Rule, ...Rule[]];
    expect(said({ rules: [{ ...fr, note: 'trip', enabled: false }, ...others] })).toEqual([
      'The note or the end of rule 1 was changed: allow France.',
      'Rule 1 was switched off: allow France.',
    ]);
  });

  test('of a rule that was moved names that one alone, not all that gave way', () => {
    const [fr, be, nl, de] = before.rules as [Rule, Rule, Rule, Rule];
    expect(said({ rules: [de, fr, be, nl] })).toEqual(['Rule 4 is now rule 1: allow Germany.']);
    expect(said({ rules: [be, nl, fr, de] })).toEqual(['Rule 1 is now rule 3: allow France.']);
  });

  test('also is the default action, the mode and the protocols', () => {
    expect(said({ defaultAction: 'block', mode: 'monitor', protocols: ['imap', 'pop3', 'smtp'] })).toEqual([
      'Everything else: Block.',
      'The firewall: “Watching only”.',
      'The rules now also count for mail sending (SMTP).',
    ]);
  });

  test('is said in French, too', () => {
    expect(said({ defaultAction: 'block', rules: before.rules.slice(1) }, french)).toEqual([
      'Règle 1 supprimée (autoriser\u00a0: France).',
      'Tout le reste\u00a0: Bloquer.',
    ]);
  });
});
