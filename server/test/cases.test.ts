import { readdirSync, readFileSync } from 'node:fs';
import type { Decision, PolicySettings, Protocol, RuleOutcome } from '@email-firewall/contract';
import { parse, parseAddress, policySettingsSchema } from '@email-firewall/contract';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate } from '../src/policy/index.ts';
import { type Character, cast } from './support/cast.ts';
import { fakeFacts } from './support/fake-facts.ts';
import { startTestService } from './support/service.ts';

type Case = {
  says: string;
  policy: PolicySettings;
  attempts: {
    who: Character | 'the server itself';
    address?: string;
    protocol: Protocol;
    time: string;
    decision: Decision;
    trace: RuleOutcome[];
  }[];
};

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).map(
  (name): Case => JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

describe('the engine', () => {
  it.each(cases)('$says', ({ policy, attempts }) => {
    const compiled = compilePolicy(policy);
    for (const { who, address = addressOf(who), protocol, time, decision, trace } of attempts) {
      const parsed = parseAddress(address);
      if (!parsed) throw new Error(`${address} is no address`);
      const outcomes: RuleOutcome[] = [];
      const attempt = {
        address: parsed,
        protocol,
        time: Date.parse(time),
        isFromServer: who === 'the server itself',
      };
      expect(
        evaluate(compiled, attempt, fakeFacts.factsFor(address), (step) => outcomes.push(step.outcome)),
      ).toEqual(decision);
      expect(outcomes).toEqual(trace);
    }
  });
});

describe('the decision service', () => {
  it.each(cases)('$says', async ({ policy, attempts }) => {
    const checked = parse(policySettingsSchema, policy);
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    for (const { who, address = addressOf(who), protocol, time, decision } of attempts) {
      const service = await startTestService({ now: new Date(time) });
      await service.policies.save('alice@demo.test', 0, checked.value, 'demo');
      const refuses = decision.action === 'block' && decision.isEnforced;
      expect(service.decider.answer({ login: 'alice@demo.test', address, service: protocol })).toEqual(
        refuses ? { kind: 'refuse', reason: decision.reason } : { kind: 'pass' },
      );
      expect(service.decider.tryOut('alice@demo.test', [{ address, protocol }])).toMatchObject({
        results: [{ decision }],
      });
      await service.close();
    }
  });
});

function addressOf(who: Case['attempts'][number]['who']): string {
  return who === 'the server itself' ? '127.0.0.1' : cast[who].address;
}
