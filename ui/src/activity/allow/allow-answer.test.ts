import type { Decision } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english } from '../../words/test-words.ts';
import { allowAnswer } from './allow-answer.ts';

const letIn: Decision = {
  action: 'allow',
  isEnforced: true,
  decidedBy: { kind: 'rule', ruleNumber: 1, ruleId: 'new' },
};
const refused: Decision = { ...letIn, action: 'block', decidedBy: { kind: 'default' } };

describe('after a rule was saved for somebody who was refused', () => {
  test('it is said that the next login gets in, since the server says so', () => {
    expect(allowAnswer(letIn, false, english)).toEqual({
      isLetIn: true,
      text: 'The next login from there gets in.',
    });
  });

  test('nothing is promised that was so before: a watched mailbox refuses nobody', () => {
    expect(allowAnswer({ ...letIn, isEnforced: false }, true, english).text).toContain('only watched');
  });

  test('a rule that still refuses is named', () => {
    const still = { ...refused, decidedBy: { kind: 'rule', ruleNumber: 2, ruleId: 'x' } } as const;
    expect(allowAnswer(still, false, english)).toMatchObject({ isLetIn: false });
    expect(allowAnswer(still, false, english).text).toContain('rule 2 still refuses');
  });

  test('a rule that was changed until it no longer fits is told apart', () => {
    expect(allowAnswer(refused, false, english).text).toContain('does not fit');
  });

  test('without an answer it is only said that the rule is saved', () => {
    expect(allowAnswer(undefined, false, english).text).toBe('Saved.');
  });
});
