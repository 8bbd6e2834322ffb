import {
  type Action,
  type Condition,
  type NetworkFacts,
  networkKinds,
  type OutlineItem,
  outlineOf,
  type PolicySettings,
  parseAddress,
  type Rule,
} from '@email-firewall/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePolicy, evaluate } from './index.ts';

const time = Date.parse('2026-11-24T12:00:00Z');
const countries = ['FR', 'BE', 'DE'];
const asns = [3215, 12322, 24940];

/** Only of what an outline names in full: of a list of addresses it names the first. */
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray(countries, { minLength: 1 }).map((list): Condition => ({ kind: 'country', countries: list })),
  fc.subarray(asns, { minLength: 1 }).map((list): Condition => ({ kind: 'operator', asns: list })),
  fc
    .subarray([...networkKinds], { minLength: 1 })
    .map((networks): Condition => ({ kind: 'network', networks })),
);
const action = fc.constantFrom<Action>('allow', 'block');
const rules = fc.array(
  fc.record({
    action,
    condition,
    enabled: fc.boolean(),
    end: fc.option(fc.constantFrom('2026-11-24T12:00:00Z', '2026-11-24T12:00:00.001Z')),
  }),
  { maxLength: 10 },
);
const facts = fc.record(
  {
    country: fc.constantFrom(...countries),
    operator: fc.constantFrom(...asns).map((asn) => ({ asn, name: `AS${asn}` })),
    network: fc.constantFrom(...networkKinds),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NetworkFacts>;

it('an outline, read as rules, decides as the policy does', () => {
  fc.assert(
    fc.property(rules, action, facts, (made, defaultAction, known) => {
      const written = made.map(
        ({ end, ...rule }, index): Rule => ({
          ...rule,
          id: `r${index}`,
          ...(end !== null && { expiresAt: end }),
        }),
      );
      const outlined = outlineOf({ rules: written, defaultAction }, time).flatMap((step) =>
        step.items.map(
          (item, index): Rule => ({
            id: `o${index}`,
            action: step.action,
            condition: conditionOf(item),
            enabled: true,
          }),
        ),
      );
      expect(actionOf(outlined, defaultAction, known)).toBe(actionOf(written, defaultAction, known));
    }),
    { numRuns: 2000 },
  );
});

function conditionOf(item: OutlineItem): Condition {
  switch (item.kind) {
    case 'country':
      return { kind: item.kind, countries: [item.country] };
    case 'operator':
      return { kind: item.kind, asns: [item.asn] };
    case 'network':
      return { kind: item.kind, networks: [item.network] };
    case 'address':
      return { kind: item.kind, ranges: [item.first] };
  }
}

function actionOf(list: Rule[], defaultAction: Action, known: NetworkFacts): Action {
  const settings: PolicySettings = {
    mode: 'enforce',
    protocols: ['imap', 'pop3'],
    rules: list,
    defaultAction,
  };
  const address = parseAddress('203.0.113.4');
  if (!address) throw new Error('no address');
  return evaluate(compilePolicy(settings), { address, protocol: 'imap', time, isFromServer: false }, known)
    .action;
}
