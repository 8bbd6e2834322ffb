import type { Decision, PolicySettings, Rule } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { checkName, checkReason, wayIn } from './check-words.ts';

const office: Rule = {
  id: 'office',
  action: 'allow',
  enabled: true,
  note: 'Office fibre',
  condition: { kind: 'address', ranges: ['203.0.113.0/28'] },
};
const servers: Rule = {
  id: 'servers',
  action: 'block',
  enabled: true,
  condition: { kind: 'network', networks: ['hosting', 'vpn', 'tor'] },
};
const neighbours: Rule = {
  id: 'neighbours',
  action: 'allow',
  enabled: true,
  condition: { kind: 'country', countries: ['BE', 'FR', 'LU'] },
};
const providers: Rule = {
  id: 'providers',
  action: 'allow',
  enabled: true,
  condition: { kind: 'operator', asns: [12322, 3215] },
};
const settings: PolicySettings = {
  mode: 'enforce',
  protocols: ['imap', 'pop3'],
  rules: [office, servers, neighbours, providers],
  defaultAction: 'block',
};

function by(ruleId: string): Decision {
  const ruleNumber = settings.rules.findIndex(({ id }) => id === ruleId) + 1;
  return { action: 'allow', isEnforced: true, decidedBy: { kind: 'rule', ruleNumber, ruleId } };
}

function decided(kind: 'default' | 'off' | 'protocol' | 'server'): Decision {
  return { action: 'allow', isEnforced: true, decidedBy: { kind } };
}

describe('those who are tried', () => {
  test('are called by what they are, and where', () => {
    expect(checkName({ address: '192.0.2.7', kind: 'you', facts: { country: 'FR' } }, english)).toBe(
      'You, here',
    );
    expect(checkName({ address: '192.0.2.7', kind: 'server', facts: { country: 'DE' } }, english)).toBe(
      'A rented server in Germany',
    );
    expect(checkName({ address: '192.0.2.7', kind: 'vpn', facts: { country: 'CH' } }, french)).toBe(
      'Un VPN (Suisse)',
    );
    expect(checkName({ address: '192.0.2.7', kind: 'tor', facts: { country: 'DE' } }, english)).toBe(
      'A Tor exit',
    );
    expect(checkName({ address: '192.0.2.7', kind: 'home', facts: { country: 'BR' } }, french)).toBe(
      'Un particulier (Brésil)',
    );
  });

  test('without a country, are called by what they are', () => {
    expect(checkName({ address: '192.0.2.7', kind: 'home', facts: {} }, english)).toBe('A home abroad');
    expect(checkName({ address: '192.0.2.7', kind: 'server', facts: {} }, french)).toBe('Un serveur loué');
  });
});

describe('the reason', () => {
  test.each([
    ['office', {}, 'rule 1: Office fibre'],
    ['servers', { network: 'hosting' }, 'rule 2: hosting network'],
    ['neighbours', { country: 'FR' }, 'rule 3: France'],
    ['providers', { operator: { asn: 3215, name: 'Orange S.A.' } }, 'rule 4: Orange'],
  ] as const)('a rule is named with the one thing in it that fits: %s', (ruleId, facts, words) => {
    expect(checkReason({ decision: by(ruleId), facts }, settings, english)).toBe(words);
  });

  test.each([
    ['default', 'everything else', 'tout le reste'],
    ['server', 'always let in: the server itself', 'toujours autorisé\u00a0: le serveur lui-même'],
    ['protocol', 'mail sending is not watched', 'l’envoi n’est pas surveillé'],
    ['off', 'the rules are switched off', 'les règles sont désactivées'],
  ] as const)('what is no rule: %s', (kind, inEnglish, inFrench) => {
    const check = { decision: decided(kind), facts: {} };
    expect(checkReason(check, settings, english)).toBe(inEnglish);
    expect(checkReason(check, settings, french)).toBe(inFrench);
  });

  test('without rules, there is nothing else than everything else', () => {
    const check = { decision: decided('default'), facts: {} };
    expect(checkReason(check, { rules: [] }, english)).toBe('no rules');
  });

  test('a rule that has just gone from the list is not guessed at', () => {
    expect(checkReason({ decision: by('office'), facts: {} }, { rules: [] }, english)).toBe('rule 1: …');
  });
});

test('who is refused by a rule is told to be allowed above it', () => {
  expect(wayIn(by('servers'), english)).toContain('above rule 2');
  expect(wayIn(decided('default'), english)).toContain('add a rule');
});
