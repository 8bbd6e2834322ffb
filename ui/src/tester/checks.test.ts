import type { Decision, Mode } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { type Check, type Subject, subjectsOf } from './checks.ts';
import { compare } from './use-check-changes.ts';

const you: Subject = { id: 'you', kind: 'you', address: '90.12.34.56', facts: { country: 'FR' } };
const home: Subject = { id: 'home', kind: 'home', address: '177.32.1.7', facts: { country: 'BR' } };
const letIn: Decision = { action: 'allow', isEnforced: true, decidedBy: { kind: 'default' } };
const refused: Decision = { ...letIn, action: 'block' };
const watched: Decision = { ...refused, isEnforced: false };

function checks(yours: Decision, theirs: Decision): Check[] {
  return [
    { ...you, decision: yours },
    { ...home, decision: theirs },
  ];
}

describe('those on whom rules are tried', () => {
  const { id: _, ...stranger } = { ...home, kind: 'home' as const };

  test('are the person and then the strangers', () => {
    expect(subjectsOf({ address: you.address, facts: you.facts }, [stranger])).toEqual([you, home]);
  });

  test('are the strangers alone where it is not known where the person is', () => {
    expect(subjectsOf({ facts: {} }, [stranger])).toEqual([home]);
    expect(subjectsOf(undefined, [stranger])).toEqual([home]);
  });
});

describe('a change of settings', () => {
  const enforced: Mode = 'enforce';

  test('that lets the same ones in changes nothing', () => {
    expect(compare(checks(letIn, refused), checks(letIn, refused), enforced)).toEqual({
      changes: [],
      shutsOutYou: false,
      knowsYou: true,
    });
  });

  test('names those newly let in and newly refused, with both decisions', () => {
    const { changes, shutsOutYou } = compare(checks(letIn, refused), checks(refused, letIn), enforced);
    expect(changes).toEqual([
      { ...you, before: letIn, after: refused },
      { ...home, before: refused, after: letIn },
    ]);
    expect(shutsOutYou).toBe(true);
  });

  test('does not shut the person out who was out before', () => {
    expect(compare(checks(refused, letIn), checks(refused, letIn), enforced).shutsOutYou).toBe(false);
  });

  test('shuts nobody out while the mailbox is only watched', () => {
    expect(compare(checks(letIn, letIn), checks(refused, letIn), 'monitor').shutsOutYou).toBe(false);
  });

  test('from watching to refusing shuts out who was only noted before', () => {
    const { changes, shutsOutYou } = compare(checks(watched, letIn), checks(refused, letIn), enforced);
    expect(changes.map(({ id }) => id)).toEqual(['you']);
    expect(shutsOutYou).toBe(true);
  });

  test('says nothing of somebody whose address has changed in between', () => {
    const elsewhere = { ...you, address: '82.64.0.7', decision: refused };
    expect(compare(checks(letIn, letIn), [elsewhere], enforced).changes).toEqual([]);
  });

  test('knows when it does not know where the person is', () => {
    expect(compare([], [{ ...home, decision: letIn }], enforced).knowsYou).toBe(false);
  });
});
