import { describe, expect, test } from 'vitest';
import { mailboxWith, onlyFrom } from '../mailboxes/test-mailboxes.ts';
import { hasOwnRules, obstacleTo, onlySource, readsAlike, sourcesAmong } from './copy-plan.ts';

const info = mailboxWith({ mailbox: 'info@demo.test', ...onlyFrom('FR') });
const closed = mailboxWith({ mailbox: 'closed@demo.test', defaultAction: 'block' });
const open = mailboxWith({ mailbox: 'open@demo.test' });
const broken = mailboxWith({ mailbox: 'broken@demo.test', ...onlyFrom('FR'), isReadable: false });

describe('whose rules can be copied', () => {
  test('a mailbox with rules, or one that refuses everything', () => {
    expect(sourcesAmong([info, closed, open, broken])).toEqual([info, closed]);
  });

  test('where there is but one, it is meant', () => {
    expect(onlySource([info])).toBe(info);
    expect(onlySource([info, closed])).toBeUndefined();
    expect(onlySource([])).toBeUndefined();
  });
});

describe('who can be given them', () => {
  const situation = { source: info, unsaved: ['unsaved@demo.test'] };

  test('not the mailbox they come from, none that cannot be read, none with changes that are not saved', () => {
    expect(obstacleTo(info, situation)).toBe('source');
    expect(obstacleTo(broken, situation)).toBe('unreadable');
    expect(obstacleTo(mailboxWith({ mailbox: 'unsaved@demo.test' }), situation)).toBe('unsaved');
  });

  test('any other', () => {
    expect(obstacleTo(open, situation)).toBeUndefined();
    expect(obstacleTo(closed, { source: undefined, unsaved: [] })).toBeUndefined();
  });

  test('only where something is set, something is lost', () => {
    expect([info, closed, open].map(hasOwnRules)).toEqual([true, true, false]);
  });
});

test('a mailbox reads like another whose rules were copied onto it, and unlike one with others', () => {
  const copy = mailboxWith({ mailbox: 'copy@demo.test', ...onlyFrom('FR'), revision: 7 });
  expect(readsAlike(copy, info)).toBe(true);
  expect(readsAlike({ ...copy, mode: 'monitor' }, info)).toBe(false);
  expect(readsAlike(mailboxWith(onlyFrom('BE')), info)).toBe(false);
});
