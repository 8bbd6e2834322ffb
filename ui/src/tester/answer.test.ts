import type { Decision, PolicySettings } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { answerOf } from './answer.ts';

const { rules }: Pick<PolicySettings, 'rules'> = {
  rules: [
    { id: 'fr', action: 'allow', enabled: true, condition: { kind: 'country', countries: ['FR'] } },
    {
      id: 'servers',
      action: 'block',
      enabled: true,
      condition: { kind: 'network', networks: ['hosting', 'vpn', 'tor'] },
    },
  ],
};

const byServers = { kind: 'rule', ruleNumber: 2, ruleId: 'servers' } as const;
const byFrance = { kind: 'rule', ruleNumber: 1, ruleId: 'fr' } as const;

function decision(action: Decision['action'], decidedBy: Decision['decidedBy'], isEnforced = true): Decision {
  return { action, decidedBy, isEnforced };
}

describe('the answer', () => {
  test.each([
    [
      decision('block', byServers),
      'block',
      'Refused by rule 2: block hosting networks, VPNs or Tor.',
      'Accès refusé par la règle 2 (bloquer : réseaux d’hébergeurs, VPN ou Tor).',
    ],
    [
      decision('allow', byFrance),
      'allow',
      'Let in by rule 1: allow France.',
      'Accès autorisé par la règle 1 (autoriser : France).',
    ],
    [
      decision('allow', { kind: 'default' }),
      'allow',
      'Let in: no rule fits, and everything else is allowed.',
      'Accès autorisé : aucune règle ne correspond, et tout le reste est autorisé.',
    ],
    [
      decision('block', { kind: 'default' }),
      'block',
      'Refused: no rule fits, and everything else is blocked.',
      'Accès refusé : aucune règle ne correspond, et tout le reste est bloqué.',
    ],
    [
      decision('block', byServers, false),
      'watch',
      'Would be refused by rule 2: block hosting networks, VPNs or Tor.',
      'L’accès serait refusé par la règle 2 (bloquer : réseaux d’hébergeurs, VPN ou Tor).',
    ],
    [
      decision('allow', byFrance, false),
      'allow',
      'Let in by rule 1: allow France.',
      'Accès autorisé par la règle 1 (autoriser : France).',
    ],
    [
      decision('allow', { kind: 'off' }),
      'allow',
      'Let in: the rules of this mailbox are switched off.',
      'Accès autorisé : les règles de cette boîte mail sont désactivées.',
    ],
    [
      decision('allow', { kind: 'protocol' }),
      'allow',
      'Let in: mail sending is not watched for this mailbox.',
      'Accès autorisé : l’envoi n’est pas surveillé pour cette boîte mail.',
    ],
    [
      decision('allow', { kind: 'server' }),
      'allow',
      'Let in: this is the server itself, where webmail comes from. It always gets in, so no rule is read.',
      'Accès autorisé : c’est le serveur lui-même, d’où vient le webmail. Il a toujours accès, donc aucune règle n’est lue.',
    ],
  ] as const)('%j', (made, tone, inEnglish, inFrench) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(answerOf(made, { rules }, english)).toEqual({ tone, text: inEnglish });
    expect(plain(answerOf(made, { rules }, french).text)).toBe(inFrench);
  });

  test('without rules, says that there are none', () => {
    const made = decision('block', { kind: 'default' });
    expect(answerOf(made, { rules: [] }, english).text).toBe(
      'Refused: there are no rules, and everything is blocked.',
    );
  });
});
